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
	blocks  []string
	members []Evidence
	inside  bool // connected with what the transaction touches
}

// pool is the mentions that a transaction looks at, by signature and by block, so that a block of a thousand reports of one meeting
// costs a thousand steps and not a million.
type pool struct {
	groups  map[signature]*group
	byBlock map[string][]*group
	seen    map[string]bool // ids of the mentions
}

func newPool() *pool {
	return &pool{groups: map[signature]*group{}, byBlock: map[string][]*group{}, seen: map[string]bool{}}
}

// add adds a mention unless it is there, and returns its group.
func (p *pool) add(e Evidence) *group {
	s := signatureOf(e)
	g := p.groups[s]
	if g == nil {
		g = &group{looks: looksOf(e), blocks: e.Blocks}
		p.groups[s] = g
		for _, key := range e.Blocks {
			p.byBlock[key] = append(p.byBlock[key], g)
		}
	}
	if id := e.ID(); !p.seen[id] {
		p.seen[id] = true
		g.members = append(g.members, e)
	}
	return g
}

// like calls yield for each group that shares a block with g and is the same, without g itself.
func (p *pool) like(g *group, yield func(*group, int)) {
	met := map[*group]bool{g: true}
	for _, key := range g.blocks {
		for _, other := range p.byBlock[key] {
			if met[other] {
				continue
			}
			met[other] = true
			if n := likeness(g.looks, other.looks); n > 0 {
				yield(other, n)
			}
		}
	}
}
