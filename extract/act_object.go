package extract

import (
	"slices"

	"mithaq/extract/lang"
	"mithaq/graph"
)

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
		if e := d.attendedBefore(s, c, k, f); e != nil {
			return []*entity{e}, k
		}
		if a := d.antecedent(s, c); a != nil && !same(a, subj) {
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
		if k > j && ch.fn("rel") && judged(f) {
			return d.relDoer(s, c, k)
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
