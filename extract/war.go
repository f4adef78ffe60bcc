package extract

import (
	_ "embed"
	"slices"
	"strings"

	"mithaq/graph"
)

//go:embed wars.txt
var warsFile string

// knownWar is a war that the world knows: where and when it is fought, and by whom.
type knownWar struct {
	where, parties []string
	from, to       string // days, months or years; to is empty while it lasts
}

// readWars reads the list of wars.
func readWars(file string) []knownWar {
	var out []knownWar
	for line := range strings.Lines(file) {
		f := strings.Split(strings.TrimSpace(line), "|")
		if len(f) != 4 || strings.HasPrefix(line, "#") {
			continue
		}
		out = append(out, knownWar{where: strings.Fields(f[0]), from: strings.TrimSpace(f[1]), to: strings.TrimSpace(f[2]), parties: strings.Fields(f[3])})
	}
	return out
}

// on tells whether the war is fought on a day.
func (w *knownWar) on(day string) bool {
	return day != "" && day >= w.from && (w.to == "" || day[:min(len(day), len(w.to))] <= w.to)
}

// belligerents adds to the wars of the article those of their parties that it names, and whoever is said to attack the only side
// that it tells of.
func (d *document) belligerents() {
	for _, e := range d.entities {
		if e.label != graph.LabelEvent || e.kind != "war" || e.act == nil || e.count == 0 {
			continue
		}
		d.warParties(e)
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

// warParties adds the parties of the known war that an event is.
func (d *document) warParties(e *entity) {
	for i := range d.eng.world.wars {
		w := &d.eng.world.wars[i]
		if !w.on(d.day) {
			continue
		}
		var named []*entity
		for _, id := range w.parties {
			if p := d.byKey[id]; p != nil && p.count > 0 {
				named = append(named, p)
			}
		}
		if d.foughtIn(e.act, w) || e.act.place == nil && len(e.act.participants) == 0 && len(named) > 1 {
			e.act.join(named)
			return
		}
	}
}

// foughtIn tells whether an event is fought where a known war is: its place, or the state of one of its sides.
func (d *document) foughtIn(h *happening, w *knownWar) bool {
	at := h.participants
	if h.place != nil {
		at = []*entity{h.place}
	}
	return slices.ContainsFunc(at, func(e *entity) bool {
		return e.id != "" && slices.Contains(w.where, e.id) || e.label == graph.LabelPlace && slices.Contains(w.where, e.nation)
	})
}

// fights tells whether an actor may wage a war.
func fights(e *entity) bool {
	return e.label == graph.LabelState || e.label == graph.LabelOrganization && (e.kind == "armed_group" || e.kind == "igo" || e.kind == "government_body")
}
