package extract

import "mithaq/graph"

// meansMembers tells whether a chunk refers to the members of a body: "the member states".
func (c *chunk) meansMembers() bool { return c.meansStates() && c.word.Class == "states:members" }

// memberBody ties a reference to the members of a body to the body behind it: "the member states of the organization". It returns how many
// chunks are left, 0 if c is none.
func (d *document) memberBody(out []*chunk, c *chunk) int {
	n := len(out)
	if n < 2 || c.kind != chunkActor || c.actors[0].label != graph.LabelOrganization || out[n-1].kind != chunkPrep || !d.inside(c) {
		return 0
	}
	ref := out[n-2]
	if ref.kind == chunkRef && ref.title != nil && ref.title.group != nil {
		ref, ref.title.group.to = ref.title.group, c.to
	}
	if !ref.meansMembers() {
		return 0
	}
	ref.actors, ref.to, out[n-2].to = c.actors[:1], c.to, c.to
	return n - 1
}

// membersOf returns the body whose members a chunk refers to: the one named with it, that of the event spoken of, or the only one of its kind
// that the article speaks of more than once.
func (d *document) membersOf(c *chunk) []*entity {
	if len(c.actors) > 0 {
		return c.actors
	}
	if e := d.talk.event; e != nil && e.act != nil {
		if b := alliances(e.act.participants); len(b) == 1 {
			return b
		}
	}
	var best []*entity
	for _, e := range alliances(d.entities) {
		if e.count > 1 {
			best = append(best, e)
		}
	}
	if len(best) != 1 {
		return nil
	}
	return best
}

// alliances returns the organizations of states among entities.
func alliances(list []*entity) []*entity {
	var out []*entity
	for _, e := range list {
		if e.label == graph.LabelOrganization && e.kind == "igo" {
			out = append(out, e)
		}
	}
	return out
}
