package graph

import (
	"maps"
	"reflect"
	"slices"
)

type linkKey struct{ kind, article, node string }

func (l Link) key() linkKey { return linkKey{l.Type, l.Article, l.Node} }

// linkNodes computes MENTIONS and REPORTS of the articles that are new or in which a derived node changed its id.
func (r *run) linkNodes() error {
	want := map[linkKey]Link{}
	for id, x := range r.new {
		for _, m := range x.Mentions {
			if _, local := m.Node.Local(); !local {
				r.want(want, Link{Mentions, id, string(m.Node), m.Count, noneIfEmpty(m.Surfaces), m.Span}, r.reportable(m.Node))
			}
		}
	}
	for _, all := range r.evidence {
		r.wantNodes(want, all)
	}
	r.diffLinks(r.changeable(), want)
	for _, l := range want {
		r.touched[l.Node] = true
	}
	for id := range r.nodes { // also those that only lost a member
		r.touched[id] = true
	}
	return nil
}

func (r *run) reportable(id Ref) bool {
	e, _ := knownEntity(r.world, string(id))
	return overlap(e.Labels, deeds)
}

// wantNodes adds the mentions of derived nodes.
func (r *run) wantNodes(all map[linkKey]Link, claims []Evidence) {
	for _, e := range claims {
		if e.Node != "" {
			r.want(all, Link{Mentions, e.Article, e.Node, e.Count, e.Surfaces, e.Span}, slices.Contains(deeds, e.Type))
		}
	}
}

// want adds a mention: several local nodes of an article can meet in one derived node.
func (r *run) want(all map[linkKey]Link, l Link, reports bool) {
	if was, ok := all[l.key()]; ok {
		l.Count += was.Count
		l.Surfaces = union(was.Surfaces, l.Surfaces)
		if was.Start <= l.Start {
			l.Span = was.Span
		}
	}
	all[l.key()] = l
	if reports {
		report := Link{Type: Reports, Article: l.Article, Node: l.Node}
		all[report.key()] = report
	}
}

// union keeps the order of appearance. It never changes a.
func union(a, b []string) []string {
	out := slices.Clone(a)
	for _, s := range b {
		if !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// changeable returns the stored links that the transaction decides about: all of an article that goes or changes, and those
// to derived nodes where such a node changed its id, which follow from the claims as they are stored.
func (r *run) changeable() map[linkKey]Link {
	have := map[linkKey]Link{}
	for _, l := range r.oldLinks {
		if l.Type != SameText {
			have[l.key()] = l
		}
	}
	for _, all := range r.moved {
		r.wantNodes(have, all)
	}
	return have
}

func (r *run) diffLinks(have, want map[linkKey]Link) {
	for key, l := range have {
		if _, ok := want[key]; !ok {
			r.changes.DeleteLinks = append(r.changes.DeleteLinks, l)
		}
	}
	for key, l := range want {
		if was, ok := have[key]; !ok || !reflect.DeepEqual(was, l) {
			r.changes.PutLinks = append(r.changes.PutLinks, l)
		}
	}
}

// linkTexts changes SAME_TEXT: in each group of articles with one text, from the smallest id to the others.
func (r *run) linkTexts() error {
	r.diffLinks(r.oneText[0], r.oneText[1])
	return nil
}

// readTexts looks up which stored articles have these texts, by the names of the texts.
func (r *run) readTexts(hashes []string) error {
	var missing []string
	for _, hash := range hashes {
		if _, ok := r.texts[hash]; !ok {
			r.texts[hash] = nil
			missing = append(missing, hash)
		}
	}
	if len(missing) == 0 {
		return nil
	}
	stored, err := r.tx.ArticlesByWire(missing)
	for _, a := range stored {
		r.texts[a.Wire] = append(r.texts[a.Wire], a.ID)
	}
	return err
}

// replaced reports whether the stored version of an article goes.
func (r *run) replaced(article string) bool {
	_, ok := r.old[article]
	return ok
}

func sameTextLinks(groups map[string][]string) map[linkKey]Link {
	all := map[linkKey]Link{}
	for _, ids := range groups {
		if len(ids) < 2 {
			continue
		}
		first := slices.Min(ids)
		for _, id := range ids {
			if id != first {
				l := Link{Type: SameText, Article: first, Node: id}
				all[l.key()] = l
			}
		}
	}
	return all
}

// findGone finds the entities that no article mentions any more.
func (r *run) findGone() error {
	candidates := map[bool]map[string]bool{false: {}, true: {}} // known and derived
	for _, l := range r.changes.DeleteLinks {
		if l.Type == Mentions && !r.touched[l.Node] {
			candidates[isDerived(l.Node)][l.Node] = true
		}
	}
	// What a moved article says of derived nodes is among the touched; its mentions of known nodes stay as they are.
	except := slices.Sorted(maps.Keys(r.old))
	if err := r.dropUnmentioned(candidates[false], except); err != nil {
		return err
	}
	except = sortedSet(append(except, slices.Collect(maps.Keys(r.moved))...))
	return r.dropUnmentioned(candidates[true], except)
}

func (r *run) dropUnmentioned(ids map[string]bool, except []string) error {
	if len(ids) == 0 {
		return nil
	}
	stay, err := r.tx.MentionedElsewhere(slices.Sorted(maps.Keys(ids)), except)
	if err != nil {
		return err
	}
	for _, id := range stay {
		delete(ids, id)
	}
	for id := range ids {
		r.gone[id] = true
		r.changes.DeleteEntities = append(r.changes.DeleteEntities, id)
	}
	return nil
}
