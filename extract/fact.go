package extract

import (
	"strings"

	"mithaq/graph"
)

// fact is a relation that the article states.
type fact struct {
	typ       string
	subj, obj *entity
	title     string
	class     string
	status    graph.Status
	date      string
	topics    []string
	sent      *sentence
	from, to  int // tokens of the clause
	rule      string
}

// relate notes a fact unless the article has stated it before; a planned or alleged one gives way to an asserted one.
func (d *document) relate(f fact) *fact {
	if f.subj == nil || f.obj == nil || f.subj == f.obj {
		return nil
	}
	if !fits(f.typ, f.subj, f.obj) { // nobody visits a palace that stands for a body
		d.drop("relation that may not stand between the two")
		return nil
	}
	if f.status == "" {
		f.status = graph.Asserted
	}
	if symmetric[f.typ] && f.obj.n < f.subj.n {
		f.subj, f.obj = f.obj, f.subj
	}
	if len(f.topics) == 0 && f.typ != graph.HoldsOffice {
		f.topics = d.topicsOf(&f)
	}
	key := f.typ + "|" + itoa(f.subj.n) + "|" + itoa(f.obj.n)
	if old := d.factKeys[key]; old != nil {
		topics := old.topics
		if old.status != graph.Asserted && f.status == graph.Asserted {
			*old = f
		}
		old.addTopics(topics)
		old.addTopics(f.topics)
		return old
	}
	p := &f
	d.facts = append(d.facts, p)
	d.factKeys[key] = p
	return p
}

// holds notes that a person holds the offices of a title.
func (d *document) holds(e *entity, t *title, s *sentence) {
	w := d.eng.world
	for _, o := range t.offices {
		e.titles = append(e.titles, w.class(o))
	}
	if target := d.officeTarget(e, t, s); target != nil {
		d.relateOffice(e, t, target, s)
	}
	for _, a := range t.also {
		d.holds(e, a, s)
	}
}

// officeTarget returns where a person holds the offices of a title: what the title says, else what is known of the person, else what
// the article leads to expect; nil if it is no post.
func (d *document) officeTarget(e *entity, t *title, s *sentence) *entity {
	w := d.eng.world
	target := t.target(w)
	if !w.public(t) && (target == nil || target.label != "Organization" || len(t.orgs) == 0) { // a profession is an office in a body only
		return nil
	}
	if e.id != "" && (target == nil || t.shared) {
		if of := w.termState(e.id, t, d.day); of != "" {
			target = nil
			if d.seen[of] || !isState(of) {
				target = d.known(of)
			}
		}
	}
	if of := w.onlyState(e.id); of != "" && target != nil && target.label == "State" && target.id != of && w.governmental(t) && !t.tells(target) {
		target = d.known(of)
	}
	if target != nil {
		if w.noPost[t.office()] {
			return nil
		}
		return target
	}
	if w.ofState(t) {
		if of := w.onlyState(e.id); of != "" {
			return d.known(of)
		}
		if e.nation != "" { // the article has told whose official this is
			return d.known(e.nation)
		}
	}
	if !t.shared && (e.id == "" || t.possessed) {
		return d.assumed(t, s)
	}
	return nil
}

// relateOffice notes the office that a person holds in target, or the membership that a title tells.
func (d *document) relateOffice(e *entity, t *title, target *entity, s *sentence) {
	w := d.eng.world
	if e.nation == "" && target.label == "State" {
		e.nation = target.id
	}
	if !t.tells(target) && w.onlyRank(e.id, t) {
		return
	}
	if w.memberOnly(t.offices) && target.label == "Organization" {
		d.relate(fact{typ: "MEMBER_OF", subj: e, obj: target, sent: s, from: t.from, to: t.to, rule: "title.member"})
		return
	}
	if t.party != nil && (target.id == t.party.nation || t.partyName == "") {
		t.party.mention(t.partyName, s)
		d.relate(fact{typ: "MEMBER_OF", subj: e, obj: t.party, sent: s, from: t.from, to: t.to, rule: "title.party"})
	}
	f := fact{typ: "HOLDS_OFFICE", subj: e, obj: target, title: d.titleText(t), class: w.classHeld(e.id, target.id, w.class(t.office()), d.day), sent: s, from: t.from, to: t.to, rule: "title"}
	if t.counterpart {
		if other := d.otherOffice(e, s); other != nil {
			f.title, f.class = other.title, other.class
			e.titles = append(e.titles, other.class)
		}
	}
	d.relate(f)
}

// otherOffice returns the office of the person named last before e: that of his counterpart is the same.
func (d *document) otherOffice(e *entity, s *sentence) *fact {
	for i := len(d.facts) - 1; i >= 0 && d.facts[i].sent.n+1 >= s.n; i-- {
		if f := d.facts[i]; f.typ == "HOLDS_OFFICE" && f.subj != e && f.class != "" && (e.id == "" || d.eng.world.held(e.id, f.class)) {
			return f
		}
	}
	return nil
}

// titleText is the title as written without the words that name the state or organization.
func (d *document) titleText(t *title) string {
	if t.words != nil {
		t = t.words
	}
	s := ""
	from := t.from
	for _, m := range t.marked {
		if m.from >= t.to { // the state of another who holds it
			continue
		}
		if m.from > from {
			end := m.from
			if end-1 > from && d.eng.world.titlePrep(d.tokens[end-1].Norm) { // "ambassador to"
				end--
			}
			s = join(s, d.titlePart(t, from, end))
		}
		from = max(from, m.to)
	}
	end := t.to
	if t.own > 0 {
		end = t.own
	}
	if from < end {
		s = join(s, d.titlePart(t, from, end))
	}
	return s
}

// titlePart cuts a stretch of a title, without what is written onto its first word.
func (d *document) titlePart(t *title, from, to int) string {
	if from == t.from {
		return d.cutAfter(from, to, &t.lead)
	}
	return d.cut(from, to)
}

func join(a, b string) string {
	if a == "" {
		return b
	}
	return a + " " + b
}

// assumed returns the state of an office that the text leaves open: that of the official named before in the sentence, else the
// state that the article is about.
func (d *document) assumed(t *title, s *sentence) *entity {
	if t.possessed && !t.counterpart {
		return t.near
	}
	class := d.eng.world.class(t.office())
	if id := d.eng.world.office(t.office()).State; id != "" {
		return d.known(id)
	}
	if strings.HasSuffix(class, "head_of_org") && t.near != nil && t.near.label == "Organization" {
		return t.near
	}
	if !d.eng.world.governmental(t) {
		return nil
	}
	if t.near != nil && t.near.label == "State" && class != "ambassador" {
		return t.near
	}
	for i := len(d.facts) - 1; i >= 0 && d.facts[i].sent == s; i-- {
		if f := d.facts[i]; f.typ == "HOLDS_OFFICE" && f.obj.label == "State" {
			return f.obj
		}
	}
	if e := d.portfolioHome(t); e != nil {
		return e
	}
	if class == "legislator" || class == "speaker" {
		if e := d.parliamentHome(); e != nil {
			return e
		}
	}
	if id := d.eng.sources[d.sourceKey()]; id != "" && t.office() == "ambassador" { // a diplomat without a country is one of the reader's
		return d.known(id)
	}
	if d.home != "" {
		return d.known(d.home)
	}
	return nil
}

// parliamentHome returns the state whose parliament the article has named last.
func (d *document) parliamentHome() *entity {
	for i := len(d.entities) - 1; i >= 0; i-- {
		if e := d.entities[i]; e.kind == "parliament" && e.count > 0 && e.nation != "" {
			return d.known(e.nation)
		}
	}
	return nil
}

// portfolioHome returns the state whose ministry of the same portfolio the article has named: "the deputy minister of finance" after
// "the Treasury of X".
func (d *document) portfolioHome(t *title) *entity {
	_, portfolio, ok := strings.Cut(t.office(), ":")
	if !ok {
		return nil
	}
	for i := len(d.entities) - 1; i >= 0; i-- {
		e := d.entities[i]
		if e.label == "Organization" && e.count > 0 && e.nation != "" && e.id == d.eng.world.ministry("portfolio/"+portfolio, e.nation) {
			return d.known(e.nation)
		}
	}
	return nil
}
