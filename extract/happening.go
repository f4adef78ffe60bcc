package extract

import (
	"slices"

	"mithaq/graph"
)

// happening is what makes an event or an agreement: who, where, when.
type happening struct {
	participants []*entity
	signers      []*entity // people who put their names to it
	present      []*entity // who attended without being one of those who met
	hosts        []*entity // who invited to a visit
	weak         []*entity // states that stand for an official without a name
	place        *entity
	places       []*entity // all that mentions name, of a visit
	date         string
	dating       graph.Dating
	status       string
	ordinal      int
	topics       []string
	call         bool // a call
	press        bool // a press conference
	signed       bool // an agreement that somebody is said to have signed
	needed       bool // an act has it as its object
	bare         bool // only the noun has been met so far: "the meeting"
	body         bool // the session or meeting of a body
	known        bool // told with the article or a demonstrative, as something the reader knows
	title        bool // the headline tells of it
	loose        bool // said to be over, denied or only possible: not enough to stand without participants
	words        []string
	about        []string    // what the first mention of an agreement says that it is about
	head         string      // the noun of an agreement
	after        *entity     // the event that a signing followed
	deal         *chunk      // the agreement that is signed at it
	sents        []*sentence // of all mentions
	sent         *sentence
	from, to     int // tokens of the mention that tells most
}

// join adds actors that are not participants yet. The person of a state takes the place of the state that stood for him.
func (h *happening) join(list []*entity) {
	for _, e := range list {
		if e == nil || slices.Contains(h.participants, e) {
			continue
		}
		h.participants = append(h.participants, e)
	}
}

// joinWeak adds actors that only an office or an unnamed group stands for.
func (h *happening) joinWeak(list []*entity) {
	for _, e := range list {
		if e != nil && !slices.Contains(h.participants, e) && !slices.Contains(h.weak, e) {
			h.weak = append(h.weak, e)
		}
	}
	h.join(list)
}

// settle drops the states that only stood for an official who is known by name in the end.
func (h *happening) settle() {
	for _, s := range h.weak {
		if slices.ContainsFunc(h.participants, func(p *entity) bool { return p.label == graph.LabelPerson && p.nation == s.id }) {
			h.participants = without(h.participants, s)
		}
	}
}

func people(list []*entity) []*entity {
	var out []*entity
	for _, e := range list {
		if e.label == graph.LabelPerson {
			out = append(out, e)
		}
	}
	return out
}

func actorsOnly(list []*entity) []*entity {
	var out []*entity
	for _, e := range list {
		if (e.label == graph.LabelPerson || e.label == graph.LabelState || e.label == graph.LabelOrganization) && !slices.Contains(out, e) {
			out = append(out, e)
		}
	}
	return out
}

func without(list []*entity, x *entity) []*entity {
	var out []*entity
	for _, e := range list {
		if e != x {
			out = append(out, e)
		}
	}
	return out
}

// minus returns the list without those in other.
func minus(list, other []*entity) []*entity {
	var out []*entity
	for _, e := range list {
		if !slices.Contains(other, e) {
			out = append(out, e)
		}
	}
	return out
}

// stoodFor tells whether a state is in the event already by its official: a later "between the two countries" means the two who met.
func (h *happening) stoodFor(e *entity) bool {
	return e.label == graph.LabelState && e.id != "" && slices.ContainsFunc(h.participants, func(p *entity) bool {
		return p.label == graph.LabelPerson && p.nation == e.id
	})
}

// accompany adds those who were present beside the doers: of a visit, those who invited.
func (h *happening) accompany(who []*entity, visit bool) {
	h.join(who)
	h.present = append(h.present, who...)
	if visit {
		h.hosts = append(h.hosts, who...)
	}
}

// leading tells whether the headline or one of the first sentences tells of an event: it is the news, and no background.
func (h *happening) leading() bool {
	return slices.ContainsFunc(h.sents, func(s *sentence) bool { return s.title || s.n <= leadEvents })
}
