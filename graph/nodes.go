package graph

import (
	"maps"
	"slices"
)

// resolveNodes computes the derived nodes that the transaction touches: it gathers the mentions that come, those left
// of nodes that lose a mention, and all that are connected with these, and makes a node of each connected component.
func (r *run) resolveNodes() error {
	pool, err := r.seeds()
	if err != nil {
		return err
	}
	known := map[string]Evidence{} // every node claim seen, by id
	for _, e := range pool {
		known[e.ID()] = e
	}
	inside := maps.Clone(known)
	asked := map[string]bool{}
	for frontier := pool; len(frontier) > 0; {
		if err := r.fetchBlocks(frontier, asked, known); err != nil {
			return err
		}
		frontier = nil
		for _, component := range components(slices.Collect(maps.Values(known))) {
			if !slices.ContainsFunc(component, func(e Evidence) bool { _, ok := inside[e.ID()]; return ok }) {
				continue
			}
			for _, e := range component {
				if _, ok := inside[e.ID()]; !ok {
					inside[e.ID()] = e
					frontier = append(frontier, e)
				}
			}
		}
	}
	r.assign(components(slices.Collect(maps.Values(inside))))
	return nil
}

// seeds returns the node claims that come, and those that stay in nodes from which one goes.
func (r *run) seeds() ([]Evidence, error) {
	losing := map[string]bool{}
	for _, e := range r.oldEvidence {
		if e.Node != "" {
			losing[e.Node] = true
		}
	}
	var pool []Evidence
	for _, all := range r.evidence {
		for _, e := range all {
			if isNodeClaim(e.Claim) {
				pool = append(pool, e)
			}
		}
	}
	if len(losing) == 0 {
		return pool, nil
	}
	members, err := r.tx.Members(slices.Sorted(maps.Keys(losing)))
	for _, e := range members {
		if !r.rewritten(e.Article) {
			pool = append(pool, e)
		}
	}
	return pool, err
}

// fetchBlocks adds to known the stored node claims that share a block with one of the frontier.
func (r *run) fetchBlocks(frontier []Evidence, asked map[string]bool, known map[string]Evidence) error {
	keys := map[string]bool{}
	for _, e := range frontier {
		for _, key := range e.Blocks {
			if !asked[key] {
				asked[key], keys[key] = true, true
			}
		}
	}
	if len(keys) == 0 {
		return nil
	}
	found, err := r.tx.Blocked(slices.Sorted(maps.Keys(keys)))
	for _, e := range found {
		if _, ok := known[e.ID()]; !ok && !r.rewritten(e.Article) {
			known[e.ID()] = e
		}
	}
	return err
}

// assign gives every component its id and notes the articles of stored mentions whose id changes.
func (r *run) assign(all [][]Evidence) {
	for _, members := range all {
		id := nodeID(members[0])
		for i, e := range members {
			if !r.rewritten(e.Article) && e.Node != id {
				r.moved[e.Article] = nil
			}
			members[i].Node = id
		}
		r.nodes[id] = members
	}
}

// components returns the connected components of [Same], each in the order of evidence ids.
func components(all []Evidence) [][]Evidence {
	slices.SortFunc(all, compareEvidence)
	// Mentions with one signature are the same if they are the same as themselves, so that a block of a thousand reports of
	// one meeting costs a thousand steps and not a million.
	groups := map[signature]int{}
	sets := newSets(len(all))
	blocks := map[string][]int{} // block key -> one mention of each signature in it
	for i, e := range all {
		s := signatureOf(e)
		first, seen := groups[s]
		if seen && len(e.Blocks) > 0 {
			sets.join(first, i)
			continue
		}
		groups[s] = i
		for _, key := range e.Blocks {
			blocks[key] = append(blocks[key], i)
		}
	}
	for _, block := range blocks {
		for n, i := range block {
			for _, j := range block[:n] {
				if sets.find(i) != sets.find(j) && Same(all[i], all[j]) {
					sets.join(i, j)
				}
			}
		}
	}
	at := map[int]int{}
	var out [][]Evidence
	for i, e := range all {
		root := sets.find(i)
		n, ok := at[root]
		if !ok {
			n = len(out)
			at[root] = n
			out = append(out, nil)
		}
		out[n] = append(out[n], e)
	}
	return out
}

// sets is a union-find over 0..n-1.
type sets []int

func newSets(n int) sets {
	s := make(sets, n)
	for i := range s {
		s[i] = i
	}
	return s
}

func (s sets) find(i int) int {
	for s[i] != i {
		s[i] = s[s[i]]
		i = s[i]
	}
	return i
}

func (s sets) join(i, j int) { s[s.find(i)] = s.find(j) }
