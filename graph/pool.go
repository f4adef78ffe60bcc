package graph

import "strings"

// signature is all of a mention that [Same] looks at: mentions with one signature are interchangeable.
type signature struct {
	label, kind, moment, ordinal, fold, sound, actors, site, topics string
	joined, apart                                                   string // what users said: see ties
	nation                                                          Ref
}

func signatureOf(e Evidence) signature {
	joined, apart := e.ties()
	s := signature{label: e.Type, actors: strings.Join(e.Actors, "\x00"), joined: strings.Join(joined, "\x00"), apart: apart}
	if e.Type == LabelEvent || e.Type == LabelAgreement {
		s.kind, s.moment, s.ordinal, s.site, s.topics = e.Kind, e.Moment, e.Ordinal, e.Site, strings.Join(e.Topics, "\x00")
	} else {
		s.fold, s.sound, s.nation = e.Fold, e.Sound, e.Nation
	}
	return s
}

// group is mentions with one signature.
type group struct {
	*looks
	spots   []spot
	members []Evidence
	inside  bool // connected with what the transaction touches
}

// pool is the mentions that a transaction looks at, by signature and by block, so that a block of a thousand reports of one meeting
// costs a thousand steps and not a million.
type pool struct {
	groups  map[signature]*group
	byBlock map[string][]placed
	seen    map[mentionID]bool
}

type mentionID struct {
	article string
	n       int
}

// placed is where a group stands in a block.
type placed struct {
	*group
	at string
}

func newPool() *pool {
	return &pool{groups: map[signature]*group{}, byBlock: map[string][]placed{}, seen: map[mentionID]bool{}}
}

func newGroup(e Evidence) *group {
	l := looksOf(e)
	return &group{looks: l, spots: l.spots()}
}

// add adds a mention unless it is there, and returns its group.
func (p *pool) add(e Evidence) *group {
	s := signatureOf(e)
	g := p.groups[s]
	if g == nil {
		g = newGroup(e)
		p.groups[s] = g
		for _, s := range g.spots {
			p.byBlock[s.key] = append(p.byBlock[s.key], placed{g, s.at})
		}
	}
	if id := (mentionID{e.Article, e.N}); !p.seen[id] {
		p.seen[id] = true
		g.members = append(g.members, e)
	}
	return g
}

// like calls yield for each group within reach of g that is the same, without g itself.
func (p *pool) like(g *group, yield func(*group, int)) {
	met := map[*group]bool{g: true}
	for _, s := range g.spots {
		for _, other := range p.byBlock[s.key] {
			if met[other.group] || !s.reaches(other.at) {
				continue
			}
			met[other.group] = true
			if n := likeness(g.looks, other.looks); n > 0 {
				yield(other.group, n)
			}
		}
	}
}
