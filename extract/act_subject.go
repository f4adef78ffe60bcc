package extract

import (
	"slices"

	"mithaq/extract/lang"
	"mithaq/graph"
)

// actSubject finds who acts: for a verb the subject of its clause; for a noun whom it belongs to, else the subject of the clause.
// own tells that the act names its doer itself.
func (d *document) actSubject(s *sentence, c *clause, k int, w *lang.Word, f *lang.Frame) (subj []*entity, own bool) {
	if k == c.verb {
		return c.subj, true
	}
	if w.POS == "verb" {
		return nil, false
	}
	if a, at := d.owner(s, c, k); a != nil && !f.Has("genitive-object") {
		n := s.chunks[k]
		named := s.chunks[at].adj && n.poss == nil && (at == k+1 || n.def) // an adjective names who acts, never to whom it is done
		if named || d.beside(s, c, k, f, a) || f.Has("doer") || d.second(s, c, at) {
			return a, true // "Egypt's condemnation"; "the gang's kidnapping [of] the ambassador"
		}
		if objects, _ := d.marked(s, c, k+1, f.Object, 8, f); objects != nil || !slices.Contains(f.Object, "bare") || c.verb < 0 {
			return a, true
		}
	}
	if a := d.decider(s, c, k); a != nil {
		return a, true
	}
	if a := d.doer(s, c, k, f); a != nil {
		return a, true
	}
	if f.Has("said") {
		return d.sayer(s, c), true
	}
	if c.blocked || c.kind == clauseContent && c.verb < 0 && !c.explicit && !s.chunks[c.from].fn("pronoun-comp") {
		return nil, false // "that the tightening of the sanctions is": the speaker does not do it
	}
	return c.subj, false
}

// beside tells whether the event or agreement that an owner holds or signs stands right behind him: "their chairing the meeting".
func (d *document) beside(s *sentence, c *clause, k int, f *lang.Frame, owner []*entity) bool {
	if f.Relation != "PARTICIPATED_IN" && f.Relation != "SIGNED" {
		return false
	}
	objects, _ := d.bareObject(s, c, k, f, owner)
	return len(objects) == 1 && objects[0].act != nil
}

// second tells whether another actor stands right behind the one at chunk at, without a preposition: the object of a verbal noun
// whose doer stands in the genitive.
func (d *document) second(s *sentence, c *clause, at int) bool {
	if at+1 >= len(s.chunks) {
		return false
	}
	ch := s.chunks[at+1]
	if ch.kind == chunkWord && ch.marker == "" && ch.conj == "" && !ch.def && ch.from == s.chunks[at].to {
		return true // "the army's seizing [of] two ships"
	}
	a, _ := d.resolve(ch, c)
	return a != nil && ch.marker == "" && ch.conj == "" && !ch.adj && ch.from == s.chunks[at].to
}

// doer returns who does the act of the noun at chunk k if a preposition right behind it tells: "a welcome from the coalition".
func (d *document) doer(s *sentence, c *clause, k int, f *lang.Frame) []*entity {
	if k+2 >= len(s.chunks) || s.chunks[k+1].kind != chunkPrep || slices.Contains(f.Object, s.chunks[k+1].stem) || !slices.Contains(d.eng.doers[:1], s.chunks[k+1].stem) {
		return nil
	}
	a, _ := d.resolve(s.chunks[k+2], c)
	return a
}

// decider returns whose decision, plan or wish the noun at chunk k is the content of: "Obama's decision [to] renew the sanctions".
func (d *document) decider(s *sentence, c *clause, k int) []*entity {
	if k < 2 || s.chunks[k].conj != "" {
		return nil
	}
	who, head := s.chunks[k-1], s.chunks[k-2]
	if s.chunks[k].marker != "" && who.kind == chunkPrep && k > 2 {
		who, head = head, s.chunks[k-3] // "the voicing by X of its regret"
	}
	if s.chunks[k].marker != "" && !head.judges("doing") {
		return nil
	}
	if who.marker != "" || who.conj != "" || who.kind != chunkActor && who.kind != chunkRef || head.to != who.from {
		return nil
	}
	if head.kind != chunkWord && head.kind != chunkNoun && head.kind != chunkDeal {
		return nil
	}
	a, _ := d.resolve(who, c)
	return a
}

// imposed reads an act told by its noun and a relative clause: "the sanctions that Washington imposed on Iran".
func (d *document) imposed(s *sentence, c *clause, k int, f *lang.Frame) (subj, objects []*entity, at int) {
	j := k + 1
	for j < len(s.chunks) && j <= k+2 && s.chunks[j].kind == chunkWord {
		j++
	}
	if j+1 >= len(s.chunks) || !s.chunks[j].fn("rel") {
		return nil, nil, k
	}
	for at = j + 1; at < len(s.chunks) && at <= j+4; at++ {
		ch := s.chunks[at]
		if a, _ := d.resolve(ch, c); a != nil && ch.marker == "" && !ch.adj {
			subj = a
			break
		}
	}
	if subj == nil {
		return nil, nil, k
	}
	var preps []string
	for _, o := range f.Object {
		if o != "bare" {
			preps = append(preps, o)
		}
	}
	if objects, at = d.marked(s, c, at+1, preps, 6, f); objects == nil {
		return nil, nil, k
	}
	return subj, objects, at
}

// verbIs tells whether the verb of a clause has a class.
func (d *document) verbIs(s *sentence, c *clause, class string) bool {
	return c.verb >= 0 && s.chunks[c.verb].ofClass(class)
}

// passive reads a passive participle behind a noun: "the fighters backed by Iran". It returns doer and object.
func (d *document) passive(s *sentence, c *clause, k int, f *lang.Frame) (doer, object []*entity, at int) {
	for j := k - 1; j >= 0 && j >= k-2 && object == nil; j-- {
		object, _ = d.resolve(s.chunks[j], c)
	}
	if object == nil {
		return nil, nil, k
	}
	object = object[len(object)-1:] // of several the last one is described
	preps := d.eng.doers
	if by := f.Flag("by"); by != "" {
		preps = append(slices.Clone(preps), by)
	}
	doer, at = d.marked(s, c, k+1, preps, 3, nil)
	return doer, object, at
}

// owner returns the actor in the genitive or adjective right after the noun at chunk k: "Egypt's condemnation".
func (d *document) owner(s *sentence, c *clause, k int) ([]*entity, int) {
	for j := k + 1; j < len(s.chunks) && j <= k+3; j++ {
		ch := s.chunks[j]
		if ch.kind == chunkNoun && ch.conj != "" && ch.marker == "" || ch.isPunct(`"`) {
			continue // "the condemnation and denunciation of Egypt"; the name may stand in quotation marks
		}
		if ch.marker != "" || ch.conj != "" {
			return nil, j
		}
		if a, _ := d.resolve(ch, c); a != nil {
			return a, j
		}
		if ch.kind != chunkWord {
			return nil, j
		}
	}
	return nil, k
}

// ownState tells whether a person would act upon the state that he belongs to: who praises or visits it is another.
func ownState(a, b *entity) bool {
	return a.label == graph.LabelPerson && b.label == graph.LabelState && a.nation == b.id && b.id != ""
}

// ownBody tells whether one of two actors is a body or official of the other: they do not act upon one another as states do.
func ownBody(a, b *entity) bool {
	own := func(x, y *entity) bool {
		return y.label == graph.LabelState && x.label == graph.LabelOrganization && x.nation == y.id && x.kind != "armed_group" && x.kind != "party"
	}
	return own(a, b) || own(b, a)
}

// giver returns who does what the subject of the clause bears or receives: the genitive or adjective of the noun at chunk k, or the
// actor behind the preposition of origin, which may stand before the noun.
func (d *document) giver(s *sentence, c *clause, k int) ([]*entity, int) {
	if a, at := d.owner(s, c, k); a != nil && !same(a, c.subj) {
		return a, at
	}
	if a, at := d.marked(s, c, c.verb+1, d.eng.doers[:1], 8, nil); a != nil && !same(a, c.subj) {
		return a, at
	}
	return nil, k
}
