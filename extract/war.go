package extract

import "mithaq/graph"

// belligerents adds to the wars of the article whoever is said to attack the only side that it tells of. Parties that only the world
// knows are left out: every fact has the sentence that says it.
func (d *document) belligerents() {
	for _, e := range d.entities {
		if e.label != graph.LabelEvent || e.kind != "war" || e.act == nil || e.count == 0 {
			continue
		}
		if len(e.act.participants) != 1 {
			continue
		}
		known := e.act.participants[0]
		for _, f := range d.facts {
			if f.typ == "ATTACKS" && f.status == graph.Asserted && f.obj == known && fights(f.subj) {
				e.act.join([]*entity{f.subj})
			}
		}
	}
}

// fights tells whether an actor may wage a war.
func fights(e *entity) bool {
	return e.label == graph.LabelState || e.label == graph.LabelOrganization && (e.kind == "armed_group" || e.kind == "igo" || e.kind == "government_body")
}
