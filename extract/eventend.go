package extract

import (
	"slices"

	"mithaq/graph"
)

// finishEvents states what follows from the events once the whole article is read: who met, who visited what.
func (d *document) finishEvents() {
	d.belligerents()
	for _, e := range d.entities {
		if e.act == nil || e.count == 0 || e.label != graph.LabelEvent {
			continue
		}
		h := e.act
		h.settle()
		d.finishSigning(e)
		if d.idle(e) {
			d.drop("event without participants")
			e.count = 0
			continue
		}
		if h.status == "" && d.ahead(h.date) {
			h.status = "planned"
		}
		f := fact{sent: h.sent, from: h.from, to: h.to, status: graph.Asserted, date: h.date, rule: "event." + e.kind}
		if h.status == "planned" {
			f.status = graph.Planned
		}
		switch e.kind {
		case "meeting", "talks", "call", "summit", "conference":
			h.call = e.kind == "call"
			if !h.body && (e.kind != "conference" || h.press) {
				d.metAll(h, f)
			}
		case "visit":
			d.visited(h, f)
		}
	}
}

// idle tells whether too little is said of an event to keep it.
func (d *document) idle(e *entity) bool {
	h := e.act
	if h.needed {
		return false
	}
	if h.press {
		return len(h.participants) < 2
	}
	if len(h.participants) > 0 {
		return h.loose && len(h.participants) < 2
	}
	return h.loose || h.place == nil && !h.known || !d.eng.standing[e.kind]
}

// visited relates the visitors to the places, but nobody to his own country.
func (d *document) visited(h *happening, f fact) {
	f.typ = "VISITED"
	for _, p := range h.participants {
		if p.label != graph.LabelPerson && p.label != graph.LabelState || slices.Contains(h.hosts, p) {
			continue
		}
		for _, place := range h.places {
			if p.nation != place.id && p != place && (p.id != place.nation || p.id == "" && p.nation != "") && (p.nation != place.nation || p.nation == "") {
				f.subj, f.obj = p, place
				d.relate(f)
			}
		}
	}
}

// metAll relates each pair of up to three participants; a state beside its own official adds nothing.
func (d *document) metAll(h *happening, f fact) {
	var who []*entity
	for _, e := range minus(h.participants, h.present) {
		own := slices.ContainsFunc(h.participants, func(p *entity) bool {
			return p.label == graph.LabelPerson && e.label == graph.LabelState && p.nation == e.id
		})
		if !own {
			who = append(who, e)
		}
	}
	if len(who) < 2 || len(who) > 3 {
		return
	}
	f.typ = "MET"
	for i, a := range who {
		if i > 0 && h.call {
			return // those whom one called did not speak with each other
		}
		for _, b := range who[i+1:] {
			if colleagues(a, b) && slices.ContainsFunc(people(who), func(p *entity) bool { return p.nation != "" && p.nation != a.nation }) {
				continue // a guest talked to both
			}
			if d.within(a, b) || d.within(b, a) {
				continue
			}
			f.subj, f.obj = a, b
			d.relate(f)
		}
	}
}

// within tells whether a is a body of the state b, or a joint committee of it with others: they do not meet one another.
func (d *document) within(a, b *entity) bool {
	body := a.kind == "ministry" || a.kind == "government_body"
	return b.label == graph.LabelState && (body && a.nation == b.id || slices.Contains(d.joint[a], b))
}

// colleagues tells whether two people serve one state.
func colleagues(a, b *entity) bool {
	return a.label == graph.LabelPerson && b.label == graph.LabelPerson && a.nation != "" && a.nation == b.nation
}

// finishSigning gives a signing ceremony what it has of the meeting that it ended and of what was signed.
func (d *document) finishSigning(e *entity) {
	h := e.act
	if a := h.after; a != nil && a.act != nil && a.label == graph.LabelEvent {
		if h.place == nil {
			h.place = a.act.place
		}
		if h.date == "" {
			h.date, h.dating = a.act.date, a.act.dating
		}
	}
	if h.deal != nil {
		if x := h.deal.happen; x != nil {
			h.join(actorsOnly(slices.Concat(x.act.signers, x.act.participants)))
		}
		d.inheritTopics(e, h.deal.happen)
	}
}
