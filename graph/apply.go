package graph

import (
	"maps"
	"slices"
)

// Apply stores a batch of articles in a transaction: it reads what the batch touches, computes the changes and writes them.
// An error, also an [*InvalidError] for any of the articles, means that nothing was written.
func Apply(tx Tx, w World, batch []Extraction) (Report, error) {
	for _, x := range batch {
		if err := Check(w, x); err != nil {
			return Report{}, err
		}
	}
	r := newRun(tx, w)
	if err := r.choose(batch); err != nil {
		return Report{}, err
	}
	return r.finish()
}

// Remove takes the articles with these ids back.
func Remove(tx Tx, w World, ids []string) (Report, error) {
	r := newRun(tx, w)
	stored, err := tx.Articles(sortedSet(slices.Clone(ids)))
	if err != nil {
		return Report{}, err
	}
	for _, a := range stored {
		r.old[a.ID] = a
	}
	for _, id := range ids {
		if _, ok := r.old[id]; !ok {
			r.report.Missing = append(r.report.Missing, id)
		}
	}
	r.report.Removed = len(r.old)
	return r.finish()
}

// run is one transaction's work. Its steps stand in the order of the calls in finish, each in the file of its subject.
type run struct {
	tx    Tx
	world World

	old map[string]Article    // stored versions that go: removed, or replaced by one in new
	new map[string]Extraction // versions that come

	oldEvidence []Evidence            // of the articles in old
	evidence    map[string][]Evidence // per article in new: what it claims; per moved article: what these claims become
	moved       map[string][]Evidence // stored evidence of other articles in which a derived node or the text changed its name, as far as that can change it
	nodes       map[string][]Evidence // members of the derived nodes that were computed anew; of stored twins the first will do
	nodeOf      map[string]string     // by id of a node claim, the derived node that it was found to speak of
	oldLinks    []Link                // of the articles in old
	texts       map[string][]string   // ids of the stored articles of a text
	regrouped   map[string]Article    // stored articles that stay, and whose text is named otherwise
	oneText     [2]map[linkKey]Link   // SAME_TEXT before and after

	recast  bool              // an article comes back from another program: what was known of the world may have changed
	stored  map[string]Entity // entities as they are stored, of all ids asked for so far
	asked   map[string]bool   // ids that were looked up in stored
	gone    map[string]bool   // entities that nothing mentions any more
	touched map[string]bool   // entities that exist afterwards and may have changed: mentioned by articles in new or moved, or computed anew

	changes Changes
	report  Report
}

func newRun(tx Tx, w World) *run {
	return &run{
		tx: tx, world: w,
		old: map[string]Article{}, new: map[string]Extraction{},
		evidence: map[string][]Evidence{}, moved: map[string][]Evidence{}, nodes: map[string][]Evidence{}, nodeOf: map[string]string{}, texts: map[string][]string{}, regrouped: map[string]Article{},
		stored: map[string]Entity{}, asked: map[string]bool{}, gone: map[string]bool{}, touched: map[string]bool{},
	}
}

// choose decides for each article of the batch whether it is new, changed, unchanged or older than what is stored.
func (r *run) choose(batch []Extraction) error {
	ids := map[string]bool{}
	for _, x := range batch {
		ids[x.Article.ID] = true
	}
	stored, err := r.tx.Articles(slices.Sorted(maps.Keys(ids)))
	if err != nil {
		return err
	}
	before := make(map[string]Article, len(stored))
	for _, a := range stored {
		before[a.ID] = a
	}
	current := maps.Clone(before) // as if the articles came one after the other
	for _, x := range batch {
		a := x.Article
		was, ok := current[a.ID]
		switch {
		case !ok:
			r.report.New++
		case sameVersion(a, was):
			r.report.Unchanged++
			continue
		case !supersedes(a, was):
			r.report.Older++
			continue
		default:
			r.report.Changed++
		}
		current[a.ID] = a
		r.new[a.ID] = x
	}
	for id := range r.new {
		if was, ok := before[id]; ok {
			r.old[id] = was
			r.recast = r.recast || was.Program != r.new[id].Article.Program
		}
	}
	return nil
}

// sameVersion reports whether nothing but the time of loading differs.
func sameVersion(a, b Article) bool {
	a.LoadedAt, b.LoadedAt = "", ""
	a.Wire, b.Wire = "", ""
	return a == b
}

func (r *run) finish() (Report, error) {
	if len(r.old) == 0 && len(r.new) == 0 {
		return r.report, nil
	}
	for _, step := range []func() error{
		r.readOld, r.resolveNodes, r.resolveTexts, r.moveEvidence, r.putEvidence, r.linkNodes, r.linkTexts,
		r.findGone, r.deriveFacts, r.deriveEntities,
	} {
		if err := step(); err != nil {
			return Report{}, err
		}
	}
	r.putArticles()
	r.changes.sort()
	if err := r.tx.Write(r.changes); err != nil {
		return Report{}, err
	}
	return r.report, nil
}

func (r *run) readOld() (err error) {
	ids := slices.Sorted(maps.Keys(r.old))
	if len(ids) > 0 {
		if r.oldEvidence, err = r.tx.EvidenceOf(ids); err != nil {
			return err
		}
		if r.oldLinks, err = r.tx.LinksOf(ids); err != nil {
			return err
		}
	}
	for id, x := range r.new {
		r.evidence[id] = evidenceOf(x)
	}
	return nil
}

// rewritten reports whether the transaction decides about all claims of an article.
func (r *run) rewritten(article string) bool {
	_, isOld := r.old[article]
	_, isNew := r.new[article]
	_, isRegrouped := r.regrouped[article]
	return isOld || isNew || isRegrouped
}

// decided reports whether the transaction decides about a stored claim.
func (r *run) decided(e Evidence) bool {
	_, moved := r.moved[e.Article]
	return r.rewritten(e.Article) || moved && e.Bound()
}

func (r *run) putArticles() {
	for _, x := range r.new {
		r.changes.PutArticles = append(r.changes.PutArticles, x.Article)
	}
	for _, a := range r.regrouped {
		r.changes.PutArticles = append(r.changes.PutArticles, a)
	}
	for id := range r.old {
		if _, ok := r.new[id]; !ok {
			r.changes.DeleteArticles = append(r.changes.DeleteArticles, id)
		}
	}
}
