package extract

import (
	"slices"
	"strings"

	"mithaq/extract/lang"
	"mithaq/graph"
)

// actObject finds whom an act is directed at, in the places that the frame names.
func (d *document) actObject(s *sentence, c *clause, k int, w *lang.Word, f *lang.Frame, subj []*entity) ([]*entity, int) {
	if j := d.blamedFor(s, c, k, f); j > 0 {
		if e := s.chunks[j].happen; e != nil {
			return []*entity{e}, j
		}
		return nil, j
	}
	for _, place := range f.Object {
		if place == "content" {
			if a, at := d.threatened(s, c, k, f); a != nil {
				return a, at
			}
			continue
		}
		if place == "posted" {
			if a, at := d.posted(s, c, k, f); a != nil {
				return a, at
			}
			continue
		}
		if w.POS == "verb" && d.eng.role(place) == "between" {
			continue // what stands between two is what they discuss
		}
		if place == "owed" {
			if a, at := d.owed(s, c, k); a != nil {
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
		if e := d.attendedBefore(s, c, k, f); e != nil {
			return []*entity{e}, k
		}
		if f.Flag("head") != "" {
			return nil, k
		}
		a := d.antecedent(s, c)
		if a == nil {
			a = d.belongsTo(s, c)
		}
		if a != nil && !same(a, subj) {
			return a, k
		}
		return nil, k
	}
	for j := k + 1; j < c.to && j < k+10; j++ {
		ch := s.chunks[j]
		if ch.conj != "" && ch.kind != chunkActor && ch.kind != chunkRef && ch.kind != chunkAgent {
			return nil, j // something else is said
		}
		if ch.kind == chunkFunc || ch.kind == chunkPunct || ch.kind == chunkDate || ch.kind == chunkPrep {
			if ch.fn("what") && ch.marker == "" && judged(f) {
				return d.relDoer(s, c, j) // "condemned what X did"
			}
			if ch.fn("comp") || ch.fn("rel") {
				return nil, j
			}
			continue
		}
		if ch.marker != "" {
			if d.otherPlace(ch, c, f) {
				return nil, j // "meets with X": whoever stands behind is somebody else
			}
			if r := d.eng.role(ch.marker); (r == "" || r == "to" || r == "from") && (j <= k+1 || !describes(s.chunks[j-1])) {
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

// otherPlace tells whether a marked chunk names whom an act done together is done with.
func (d *document) otherPlace(ch *chunk, c *clause, f *lang.Frame) bool {
	if !f.Has("mutual") || !slices.Contains(f.Object, ch.marker) {
		return false
	}
	a, _ := d.resolve(ch, c)
	return a != nil && (d.eng.role(ch.marker) == "with" || len(people(a)) > 0)
}

// belongsTo returns the state whose adjective stands right before a relative clause: "the Greek ships that ... seized".
func (d *document) belongsTo(s *sentence, c *clause) []*entity {
	if c.kind != clauseRel || c.bare || c.from < 2 {
		return nil
	}
	if ch := s.chunks[c.from-1]; ch.kind == chunkActor && ch.adj && s.chunks[c.from-2].kind != chunkEvent && s.chunks[c.from-2].kind != chunkDeal {
		return ch.actors
	}
	return nil
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
			if d.content(ch, f) {
				break
			}
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
		if ch.after == nil && ch.marks("others") {
			return nil, k // "on the allies of X"
		}
		if (k > j && ch.fn("rel") || ch.fn("what")) && judged(f) {
			return d.relDoer(s, c, k)
		}
		if ch.isPunct(`"`) || k > j && ch.fn("flagged") {
			continue
		}
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

// blamedFor returns the chunk of a noun near behind chunk k that names what somebody suffered, where a frame criticises; 0 if there is none.
func (d *document) blamedFor(s *sentence, c *clause, k int, f *lang.Frame) int {
	if f.Relation != "CRITICIZES" {
		return 0
	}
	for j := k + 1; j < min(c.to, k+6); j++ {
		ch := s.chunks[j]
		if d.suffered(ch) && (slices.Contains(f.Object, ch.marker) || ch.marker == "" && slices.Contains(f.Object, "bare")) {
			return j
		}
		if ch.fn("comp") || ch.fn("rel") || ch.kind == chunkVerb || j > k+1 && ch.kind == chunkNoun {
			break
		}
	}
	return 0
}

// suffered tells whether a noun names what is done to whoever stands behind it: "the killing of". He is not to blame for it.
func (d *document) suffered(ch *chunk) bool {
	if ch.kind == chunkEvent && strings.HasSuffix(ch.class(), ":victim") {
		return true
	}
	return ch.kind == chunkNoun && slices.ContainsFunc(d.eng.frames[ch.class()], func(f *lang.Frame) bool { return f.Has("genitive-object") && f.Relation == "ATTACKS" })
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

func same(a, b []*entity) bool { return slices.Equal(a, b) }

// judged tells whether a frame is about what another does: praise, blame, refusal.
func judged(f *lang.Frame) bool {
	return f != nil && (f.Relation == "SUPPORTS" || f.Relation == "CRITICIZES" || f.Relation == "REJECTS")
}

// relDoer returns whose doing a relative clause tells of: "praised the role that Morocco plays".
func (d *document) relDoer(s *sentence, c *clause, k int) ([]*entity, int) {
	for j := k + 1; j < len(s.chunks) && j <= k+4; j++ {
		ch := s.chunks[j]
		if ch.kind == chunkPunct || ch.marker != "" || ch.fn("comp") || ch.fn("rel") {
			return nil, k
		}
		if a, _ := d.resolve(ch, c); a != nil && !ch.adj {
			return a, j
		}
	}
	return nil, k
}

// content tells whether a chunk begins what is demanded; whoever is named in it is not the one who is asked: "demanded the imposing
// of sanctions on".
func (d *document) content(ch *chunk, f *lang.Frame) bool {
	return f != nil && f.Relation == "DEMANDS" && (ch.kind == chunkNoun || ch.kind == chunkEvent) && d.eng.role(ch.marker) == "at"
}
