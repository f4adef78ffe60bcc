package graph

import (
	"maps"
	"slices"
)

// texts finds out which articles have one text. It knows the articles that the transaction brings and the stored ones that stay, as far
// as they are connected with those that come or go.
type texts struct {
	all   map[string]Article
	byKey map[string][]string // key -> ids
	asked map[string]bool
}

// resolveTexts groups the articles that come, and the stored ones that had one text with one that comes or goes. A stored article
// whose group gets another name is rewritten with its evidence.
func (r *run) resolveTexts() error {
	t := &texts{map[string]Article{}, map[string][]string{}, map[string]bool{}}
	var frontier []string
	for id, x := range r.new {
		t.add(x.Article)
		frontier = append(frontier, id)
	}
	seeds, err := r.likeLost(t)
	if err != nil {
		return err
	}
	inside := newSet(frontier, seeds)
	frontier = slices.Concat(frontier, seeds)
	sets := unions{}
	for len(frontier) > 0 {
		if err := r.fetchTexts(t, frontier); err != nil {
			return err
		}
		var next []string
		for _, id := range frontier {
			for _, other := range t.like(id, sets) {
				sets.join(id, other)
				if !inside[other] {
					inside[other] = true
					next = append(next, other)
				}
			}
		}
		frontier = next
	}
	r.nameTexts(t, inside, sets)
	return nil
}

func newSet(lists ...[]string) map[string]bool {
	set := map[string]bool{}
	for _, list := range lists {
		for _, s := range list {
			set[s] = true
		}
	}
	return set
}

func (t *texts) add(a Article) {
	if _, ok := t.all[a.ID]; ok {
		return
	}
	t.all[a.ID] = a
	for _, key := range TextKeys(a) {
		t.byKey[key] = append(t.byKey[key], a.ID)
	}
}

// like returns the articles of one text with one, except those already joined with it.
func (t *texts) like(id string, joined unions) []string {
	a := t.all[id]
	var out []string
	for _, key := range TextKeys(a) {
		for _, other := range t.byKey[key] {
			if other != id && joined.find(other) != joined.find(id) && !slices.Contains(out, other) && OneText(a, t.all[other]) {
				out = append(out, other)
			}
		}
	}
	return out
}

// likeLost returns the stored articles of one text with one that goes, and adds them.
func (r *run) likeLost(t *texts) ([]string, error) {
	keys := map[string]bool{}
	for _, a := range r.old {
		for _, key := range TextKeys(a) {
			keys[key] = true
		}
	}
	if len(keys) == 0 {
		return nil, nil
	}
	found, err := r.tx.ArticlesByKey(slices.Sorted(maps.Keys(keys)))
	var out []string
	for _, a := range found {
		if r.replaced(a.ID) {
			continue
		}
		for _, lost := range r.old {
			if OneText(a, lost) {
				t.add(a)
				out = append(out, a.ID)
				break
			}
		}
	}
	return out, err
}

func (r *run) fetchTexts(t *texts, ids []string) error {
	keys := map[string]bool{}
	for _, id := range ids {
		for _, key := range TextKeys(t.all[id]) {
			if !t.asked[key] {
				t.asked[key], keys[key] = true, true
			}
		}
	}
	if len(keys) == 0 {
		return nil
	}
	found, err := r.tx.ArticlesByKey(slices.Sorted(maps.Keys(keys)))
	for _, a := range found {
		if !r.replaced(a.ID) {
			t.add(a)
		}
	}
	return err
}

// nameTexts gives each group the hash of its smallest article for a name, and notes what that changes.
func (r *run) nameTexts(t *texts, inside map[string]bool, sets unions) {
	first, before, after := map[string]string{}, map[string][]string{}, map[string][]string{}
	ids := slices.Sorted(maps.Keys(inside))
	for _, id := range ids {
		root := sets.find(id)
		if _, ok := first[root]; !ok {
			first[root] = id
		}
		wire := t.all[first[root]].Hash
		after[wire] = append(after[wire], id)
		r.rename(t.all[id], wire)
	}
	for wire := range after {
		r.texts[wire] = nil // filled below where stored articles have it
	}
	for _, id := range ids {
		if a := t.all[id]; a.Wire != "" {
			before[a.Wire] = append(before[a.Wire], id)
			r.texts[a.Wire] = append(r.texts[a.Wire], id)
		}
	}
	for id, a := range r.old {
		before[a.Wire] = append(before[a.Wire], id)
	}
	r.oneText = [2]map[linkKey]Link{sameTextLinks(before), sameTextLinks(after)}
}

// rename notes the group of an article.
func (r *run) rename(a Article, wire string) {
	if x, ok := r.new[a.ID]; ok {
		x.Article.Wire = wire
		r.new[a.ID] = x
		rename(r.evidence[a.ID], wire)
		return
	}
	if a.Wire != wire {
		a.Wire = wire
		r.regrouped[a.ID] = a
		if _, ok := r.moved[a.ID]; !ok {
			r.moved[a.ID] = nil
		}
	}
}

// unions is a union-find over ids.
type unions map[string]string

func (u unions) find(s string) string {
	for {
		up, ok := u[s]
		if !ok || up == s {
			return s
		}
		if over, ok := u[up]; ok {
			u[s] = over
		}
		s = up
	}
}

func (u unions) join(a, b string) {
	if a, b = u.find(a), u.find(b); a != b {
		u[a] = b
	}
}
