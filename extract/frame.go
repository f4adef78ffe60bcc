package extract

import (
	"slices"

	"mithaq/extract/lang"
	"mithaq/graph"
)

// relations reads the clauses of the article in order and notes the acts in them.
func (d *document) relations() {
	for _, s := range d.sents {
		d.prepare(s)
		s.clauses = d.clauses(s)
		var prev *clause
		for _, c := range s.clauses {
			d.subject(s, c, prev)
			d.acts(s, c)
			d.remember(s, c)
			prev = c
		}
	}
}

// remember updates who speaks and which two are spoken of.
func (d *document) remember(s *sentence, c *clause) {
	for k := c.from; k < c.to; k++ {
		if ch := s.chunks[k]; ch.kind == chunkActor && len(ch.actors) == 2 {
			d.pair(ch.actors)
		}
	}
	if len(c.subj) == 1 && c.explicit && c.subj[0].label == graph.LabelPerson {
		d.talk.person = c.subj[0]
	}
	if len(c.subj) == 0 || c.verb < 0 || !c.explicit {
		return
	}
	if s.chunks[c.verb].word.Class == "say" || s.chunks[c.verb].word.Class == "express" {
		d.talk.speaker = c.subj
	}
	if c.kind == clauseMain || c.kind == clauseCoord {
		d.talk.subject = c.subj
	}
}

// pair notes two actors named together as "the two sides" or "the two presidents".
func (d *document) pair(a []*entity) {
	if a[0].label == "Person" && a[1].label == "Person" {
		d.talk.people = a
	}
	if x, y := d.sidesOf(a[:1]), d.sidesOf(a[1:]); len(x) == 1 && len(y) == 1 && x[0] != y[0] {
		d.talk.sides = []*entity{x[0], y[0]}
	}
}

// acts applies the frames to every trigger of a clause.
func (d *document) acts(s *sentence, c *clause) {
	for k := c.from; k < c.to; k++ {
		ch := s.chunks[k]
		if ch.word == nil || ch.kind == chunkActor {
			continue
		}
		switch ch.kind {
		case chunkEvent:
			d.eventNoun(s, c, k)
		case chunkDeal:
			d.dealNoun(s, c, k)
		case chunkNoun:
			d.signingNoun(s, c, k)
		}
	}
	if c.cond {
		return
	}
	d.duties(s, c)
	d.judge(s, c)
	for k := c.from; k < c.to; k++ {
		ch := s.chunks[k]
		if ch.word == nil || ch.kind == chunkActor {
			continue
		}
		for _, w := range ch.triggers() {
			for _, f := range d.eng.frames[d.joint(s, c, k, w)] {
				if ch.kind == chunkEvent && f.Flag("event") != "" {
					continue // the event itself tells who met or went where
				}
				if d.act(s, c, k, w, f) {
					break
				}
			}
		}
	}
}

// triggers returns the words of a chunk that may carry a frame, one per class.
func (c *chunk) triggers() []*lang.Word {
	var out []*lang.Word
	if c.word != nil && c.word.Class != "" && c.word.POS != "func" {
		out = append(out, c.word)
	}
	for _, s := range c.senses {
		if s.kind != senseWord || s.word.Class == "" || s.word.POS == "func" {
			continue
		}
		if !slices.ContainsFunc(out, func(w *lang.Word) bool { return w.Class == s.word.Class }) {
			out = append(out, s.word)
		}
	}
	return out
}

// act applies one frame to the trigger at chunk k and tells whether it gave a fact.
func (d *document) act(s *sentence, c *clause, k int, w *lang.Word, f *lang.Frame) bool {
	if f.Has("pair") && w.POS != "verb" {
		return d.pairAct(s, c, k, f)
	}
	var subj, objects []*entity
	own, at := false, k
	if !d.accompanied(s, k, f) {
		return false
	}
	if f.Has("duty") {
		return d.duty(s, c, k, f)
	}
	if w.POS == "agent" && k != c.verb && !s.chunks[k].def {
		return false // "demonstrators": no act of the clause
	}
	switch {
	case w.POS == "patient":
		subj, objects, at = d.passive(s, c, k, f)
		own = true
	case w.POS == "agent" && s.chunks[k].def && k != c.verb:
		subj, own = d.described(s, c, k), true
	case d.byDoer(s, c, k, w, &subj, &objects, &at):
		own = true
	case w.POS == "masdar":
		if subj, objects, at = d.imposed(s, c, k, f); subj != nil {
			own = true
			break
		}
		fallthrough
	default:
		subj, own = d.actSubject(s, c, k, w, f)
	}
	if subj = ofLabel(subj, f, "subject"); len(subj) == 0 {
		return false
	}
	if objects == nil {
		objects, at = d.actObject(s, c, k, w, f, subj)
	}
	if objects == nil && own && k > c.verb && d.verbIs(s, c, "undergo") {
		objects = c.subj // "Iran faces American sanctions"
	}
	var accused bool
	if !own {
		if a := d.accused(s, c, k); a != nil {
			subj, own, accused = a, true, true
		}
	}
	if f.Has("states") {
		subj = d.sidesOf(subj)
		if f.Relation == "COOPERATES_WITH" {
			objects = d.sidesOf(objects)
		}
	}
	if objects = ofLabel(objects, f, "object"); len(objects) == 0 {
		return false
	}
	objects = d.owners(f, objects)
	status, ok := d.status(s, c, k, f)
	if !ok {
		return false
	}
	if !own && k != c.verb {
		if f.Has("own") || !d.governs(s, c, k) {
			return false
		}
		switch class := d.unreal(s, c, k); {
		case class == "":
		case class == "plan" && f.Relation != "PARTICIPATED_IN", f.Has("wanted") && (class == "ask" || class == "demand"):
			status = graph.Planned
		default:
			return false
		}
	}
	if accused {
		status = graph.Alleged
	}
	if f.Relation == "PARTICIPATED_IN" {
		subj = actorsOnly(subj)
	} else if p := d.speaking(c, subj); p != nil {
		subj = append([]*entity{p}, subj...)
	}
	found := false
	for _, a := range subj {
		for _, b := range objects {
			if !fits(f.Relation, a, b) || f.Relation != "PARTICIPATED_IN" && ownBody(a, b) {
				continue
			}
			if f.Relation == "PARTICIPATED_IN" {
				b.act.join([]*entity{a})
				b.act.bare = false
				found = true
				continue
			}
			d.relate(fact{typ: f.Relation, subj: a, obj: b, status: status, date: d.whenIn(s, c, k, 0), sent: s,
				from: s.chunks[c.from].from, to: s.chunks[max(at, c.to-1)].to, rule: f.Src.String()})
			found = true
			if b.act != nil {
				b.act.bare = false
			}
			if f.Relation == "SIGNED" {
				b.act.signed = true
				b.act.join([]*entity{a})
			}
		}
	}
	if found {
		d.actEvent(s, c, k, max(at, k), f, subj, objects, status)
	}
	return found
}

// fits tells whether a relation may stand between two entities.
func fits(typ string, a, b *entity) bool {
	t, ok := graph.RelationOf(typ)
	return a != b && ok && slices.Contains(t.Subjects, a.label) && slices.Contains(t.Objects, b.label)
}

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
		if s.chunks[at].adj {
			return a, true // an adjective names who acts, never to whom it is done
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
	if c.blocked || directed(f.Relation) && d.aside(s, c, k) {
		return nil, false
	}
	return c.subj, false
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
	if k < 2 || s.chunks[k].marker != "" || s.chunks[k].conj != "" {
		return nil
	}
	who, head := s.chunks[k-1], s.chunks[k-2]
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
	if c.verb < 0 {
		return false
	}
	return slices.ContainsFunc(s.chunks[c.verb].triggers(), func(w *lang.Word) bool { return w.Class == class })
}

// passive reads a passive participle behind a noun: "the fighters backed by Iran". It returns doer and object.
func (d *document) passive(s *sentence, c *clause, k int, f *lang.Frame) (doer, object []*entity, at int) {
	for j := k - 1; j >= 0 && j >= k-2 && object == nil; j-- {
		object, _ = d.resolve(s.chunks[j], c)
	}
	if object == nil {
		return nil, nil, k
	}
	preps := d.eng.doers
	if by := f.Flag("by"); by != "" {
		preps = append(slices.Clone(preps), by)
	}
	doer, at = d.marked(s, c, k+1, preps, 3, nil)
	return doer, object, at
}

// ownBody tells whether one of two actors is a body or official of the other: they do not act upon one another as states do.
func ownBody(a, b *entity) bool {
	own := func(x, y *entity) bool {
		return y.label == graph.LabelState && x.label == graph.LabelOrganization && x.nation == y.id
	}
	return own(a, b) || own(b, a)
}

// governs tells whether the verb of the clause governs the noun at chunk k, so that the subject of the one does the other:
// "expressed its condemnation of". Nothing with another preposition may stand between them.
func (d *document) governs(s *sentence, c *clause, k int) bool {
	if s.chunks[k].poss != nil || c.verb < 0 {
		return true
	}
	for j := k - 1; j > c.verb; j-- {
		ch := s.chunks[j]
		switch {
		case ch.kind == chunkNoun && s.chunks[j+1].conj != "":
			return d.governs(s, c, j)
		case ch.kind == chunkPrep && j == k-1:
		case ch.marker != "" && ch.kind != chunkNoun, ch.fn("rel"), ch.fn("sub"):
			return false
		}
	}
	return true
}

// unreal tells whether the noun of an act at chunk k is only wanted, planned, discussed or refused by the verb or noun that governs it:
// the subject of the clause then does not do it. It returns the class of the governing word, or nothing.
func (d *document) unreal(s *sentence, c *clause, k int) string {
	for j := k - 1; j >= c.from; j-- {
		ch := s.chunks[j]
		if ch.isPunct(",") {
			return ""
		}
		for _, w := range ch.triggers() {
			if d.eng.unreal[w.Class] {
				return w.Class
			}
		}
	}
	return ""
}

// owner returns the actor in the genitive or adjective right after the noun at chunk k: "Egypt's condemnation".
func (d *document) owner(s *sentence, c *clause, k int) ([]*entity, int) {
	for j := k + 1; j < len(s.chunks) && j <= k+3; j++ {
		ch := s.chunks[j]
		if ch.kind == chunkNoun && ch.conj != "" && ch.marker == "" {
			continue // "the condemnation and denunciation of Egypt"
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

// actObject finds whom an act is directed at, in the places that the frame names.
func (d *document) actObject(s *sentence, c *clause, k int, w *lang.Word, f *lang.Frame, subj []*entity) ([]*entity, int) {
	for _, place := range f.Object {
		if place == "posted" {
			if a, at := d.posted(s, c, k, f); a != nil {
				return a, at
			}
			continue
		}
		if place == "bare" {
			if a, at := d.bareObject(s, c, k, f, subj); a != nil {
				return a, at
			}
			continue
		}
		if a, at := d.marked(s, c, k+1, []string{place}, 10, f); a != nil {
			return a, at
		}
	}
	return nil, k
}

// bareObject finds the object that stands without a preposition.
func (d *document) bareObject(s *sentence, c *clause, k int, f *lang.Frame, subj []*entity) ([]*entity, int) {
	if v := s.chunks[k]; v.kind == chunkVerb && v.poss != nil {
		if a := d.antecedent(s, c); a != nil && !same(a, subj) {
			return a, k
		}
		return nil, k
	}
	for j := k + 1; j < c.to && j < k+10; j++ {
		ch := s.chunks[j]
		if ch.kind == chunkFunc || ch.kind == chunkPunct || ch.kind == chunkDate || ch.kind == chunkPrep {
			if ch.fn("comp") || ch.fn("rel") {
				return nil, j
			}
			continue
		}
		if ch.marker != "" {
			if r := d.eng.role(ch.marker); (r == "" || r == "to") && (j <= k+1 || !describes(s.chunks[j-1])) {
				return nil, j
			}
			continue
		}
		a, at := d.drill(s, c, j, f)
		if a == nil || same(a, subj) || !d.headed(ch, f) {
			continue
		}
		return a, at
	}
	return nil, k
}

// describes tells whether a chunk is a noun that a phrase with a preposition may belong to, rather than the verb or its subject.
func describes(ch *chunk) bool {
	return ch.kind == chunkWord || ch.kind == chunkEvent || ch.kind == chunkNoun && ch.marker != "" || ch.kind == chunkDeal
}

// marked finds the first noun phrase with one of the prepositions from chunk j on, and the actor in it.
func (d *document) marked(s *sentence, c *clause, j int, preps []string, limit int, f *lang.Frame) ([]*entity, int) {
	for end := min(len(s.chunks), j+limit); j < end; j++ {
		ch := s.chunks[j]
		if j >= c.to && ch.kind == chunkVerb {
			break
		}
		if ch.fn("comp") && !slices.Contains(preps, ch.prep) {
			break
		}
		if ch.kind == chunkPrep || ch.marker == "" || !slices.Contains(preps, ch.marker) {
			continue
		}
		if a, at := d.drill(s, c, j, f); a != nil && d.headed(ch, f) {
			return a, at
		}
		return nil, j
	}
	return nil, j
}

// drill returns the first actor of the noun phrase that starts at chunk j: the phrase itself, its genitive, or an adjective of state.
func (d *document) drill(s *sentence, c *clause, j int, f *lang.Frame) ([]*entity, int) {
	for k := j; k < len(s.chunks) && k < j+5; k++ {
		ch := s.chunks[k]
		if k > j && (ch.marker != "" && ch.marker != d.eng.world.purpose || ch.conj != "" || ch.kind == chunkPunct || ch.kind == chunkVerb || ch.kind == chunkFunc) {
			return nil, k
		}
		if ch.happen != nil && takes(f, ch.happen) {
			return []*entity{ch.happen}, k
		}
		if a, _ := d.resolve(ch, c); a != nil {
			if f != nil && ch.city != "" && f.Has("place") {
				a = d.asPlace(s, ch)
			}
			return a, k
		}
	}
	return nil, j
}

// asPlace reads the name of a capital as the city, where it is somewhere to go rather than someone who acts.
func (d *document) asPlace(s *sentence, ch *chunk) []*entity {
	surface := d.cutAfter(ch.from, ch.to, &ch.reading)
	ch.actors[0].count--
	ch.actors = []*entity{d.known(ch.city)}
	ch.actors[0].mention(surface, s)
	ch.city, ch.place = "", true
	return ch.actors
}

// takes tells whether the object of a frame may be the event or agreement itself; an act against an event that has a doer is
// one against the doer.
func takes(f *lang.Frame, e *entity) bool {
	if f == nil {
		return false
	}
	switch f.Relation {
	case "PARTICIPATED_IN":
		return e.label == graph.LabelEvent
	case "SIGNED":
		return e.label == graph.LabelAgreement
	case "SUPPORTS", "REJECTS":
		return true
	case "CRITICIZES":
		return len(e.act.participants) == 0
	}
	return false
}

func same(a, b []*entity) bool { return slices.Equal(a, b) }

// status tells how sure the article is of an act, or that it states none.
func (d *document) status(s *sentence, c *clause, k int, f *lang.Frame) (graph.Status, bool) {
	st := graph.Asserted
	if f != nil && f.Has("planned") {
		st = graph.Planned
	}
	if c.neg || c.unsure {
		return graph.Denied, false
	}
	if c.future {
		st = graph.Planned
	}
	gov := c
	if k == c.verb {
		gov = c.parent
		if c.kind != clauseContent {
			gov = nil
		}
	}
	if gov != nil && gov.verb >= 0 {
		switch s.chunks[gov.verb].word.Class {
		case "plan", "wish":
			st = graph.Planned
		case "deny":
			st = graph.Denied
		case "discuss":
			return st, false
		}
	}
	return st, true
}

// speaking returns the official who says of his own state that it acts: a directed act is then his as well.
func (d *document) speaking(c *clause, subj []*entity) *entity {
	if c.kind != clauseContent && c.kind != clauseCoord || len(subj) != 1 || subj[0].label != graph.LabelState {
		return nil
	}
	for p := c.parent; p != nil; p = p.parent {
		if len(p.subj) == 1 && p.subj[0].label == graph.LabelPerson && d.stateOf(p.subj[0]) == subj[0] {
			return p.subj[0]
		}
	}
	return nil
}

// owners puts the state in the place of a city or province where an act is one between actors: "the attack on Abu Dhabi".
func (d *document) owners(f *lang.Frame, objects []*entity) []*entity {
	r, ok := graph.RelationOf(f.Relation)
	if !ok || slices.Contains(r.Objects, graph.LabelPlace) || f.Flag("event") != "" || f.Relation == "PARTICIPATED_IN" {
		return objects
	}
	out := slices.Clone(objects)
	for i, e := range out {
		if e.label == graph.LabelPlace {
			if s := d.stateOf(e); s != nil {
				out[i] = s
			}
		}
	}
	return out
}

// joint returns the class that a noun has together with the verb or noun that governs it: lifting sanctions is no sanction.
func (d *document) joint(s *sentence, c *clause, k int, w *lang.Word) string {
	with := d.eng.joint[w.Class]
	if with == nil || w.POS == "verb" {
		return w.Class
	}
	for j := k - 1; j >= max(c.from, k-5); j-- {
		for _, v := range s.chunks[j].triggers() {
			if z := with[v.Class]; z != "" {
				return z
			}
		}
	}
	return w.Class
}
