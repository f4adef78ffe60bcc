package graph

import (
	"cmp"
	"maps"
	"slices"
)

// resolveNodes computes the derived nodes that the transaction touches: it gathers the mentions that come, those that were like
// one that goes, and all that are connected with these, and makes nodes of them.
func (r *run) resolveNodes() error {
	p := newPool()
	frontier, err := r.seeds(p)
	if err != nil {
		return err
	}
	asked := map[Reach]bool{}
	for len(frontier) > 0 {
		if err := r.fetchBlocks(p, frontier, asked); err != nil {
			return err
		}
		var next []*group
		for _, g := range frontier {
			p.like(g, func(other *group, _ int) {
				if !other.inside {
					other.inside = true
					next = append(next, other)
				}
			})
		}
		frontier = next
	}
	if err := r.assign(p.nodes()); err != nil {
		return err
	}
	return r.countTwins()
}

// seeds adds to the pool the node claims that come, and those like one that goes.
func (r *run) seeds(p *pool) ([]*group, error) {
	all := map[*group]bool{}
	for _, list := range r.evidence {
		for _, e := range list {
			if isNodeClaim(e.Claim) {
				all[p.add(e)] = true
			}
		}
	}
	if err := r.seedsOfLost(p, all); err != nil {
		return nil, err
	}
	for g := range all {
		g.inside = true
	}
	return slices.Collect(maps.Keys(all)), nil
}

// seedsOfLost adds those like a mention that goes. What was in one node with it is connected with one of them, unless another program, with
// other rules of what is the same, made the node: then the members are read as well.
func (r *run) seedsOfLost(p *pool, all map[*group]bool) error {
	lost := newPool()
	nodes := map[string]bool{}
	for _, e := range r.oldEvidence {
		if e.Node != "" {
			nodes[e.Node] = true
			lost.add(e)
		}
	}
	if len(nodes) == 0 {
		return nil
	}
	if err := r.seedMembers(p, all, nodes); err != nil {
		return err
	}
	near, err := r.blocked(slices.Collect(maps.Values(lost.groups)), map[Reach]bool{})
	for _, e := range near {
		if r.rewritten(e.Article) {
			continue
		}
		touched := false
		lost.like(newGroup(e), func(*group, int) { touched = true })
		if touched {
			all[p.add(e)] = true
		}
	}
	return err
}

// seedMembers adds what is left of nodes that another program made.
func (r *run) seedMembers(p *pool, all map[*group]bool, nodes map[string]bool) error {
	if !r.recast {
		return nil
	}
	members, err := r.tx.Traits(slices.Sorted(maps.Keys(nodes)))
	for _, e := range members {
		if !r.rewritten(e.Article) {
			all[p.add(e)] = true
		}
	}
	return err
}

// blocked reads the stored node claims within reach of groups, without asking twice.
func (r *run) blocked(groups []*group, asked map[Reach]bool) ([]Evidence, error) {
	var all []Reach
	for _, g := range groups {
		for _, s := range g.spots {
			for _, reach := range s.addReaches(nil) {
				if !asked[reach] {
					asked[reach] = true
					all = append(all, reach)
				}
			}
		}
	}
	if len(all) == 0 {
		return nil, nil
	}
	slices.SortFunc(all, func(a, b Reach) int { return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To)) })
	return r.tx.Blocked(all, r.leaving())
}

// fetchBlocks adds to the pool the stored node claims within reach of the frontier.
func (r *run) fetchBlocks(p *pool, frontier []*group, asked map[Reach]bool) error {
	found, err := r.blocked(frontier, asked)
	for _, e := range found {
		if !r.rewritten(e.Article) {
			p.add(e)
		}
	}
	return err
}

// assign gives every node its id and notes the articles of stored mentions whose id changes.
func (r *run) assign(all [][]Evidence) error {
	twins := map[string]string{} // by profile, the new id
	condensed := r.condensed()
	for _, members := range all {
		id := nodeID(members[0])
		for i, e := range members {
			r.nodeOf[e.ID()] = id
			if !r.rewritten(e.Article) && e.Node != id {
				r.moved[e.Article] = nil
				if profile := Profile(e); condensed && profile != "" {
					twins[profile] = id
				}
			}
			members[i].Node = id
		}
		r.nodes[id] = members
	}
	return r.moveTwins(twins)
}
