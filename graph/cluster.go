package graph

import (
	"cmp"
	"slices"
)

// unit is mentions that are one thing whatever else there is: a group whose mentions are the same as each other, else a single one.
type unit struct {
	*looks
	members []Evidence
}

// edge joins two units that are the same; the larger like, the surer.
type edge struct{ a, b, like int }

// nodes parts the mentions inside the pool into nodes, each in the order of the ids.
//
// Mentions that are the same become one node, the likest first, unless something in the one differs from something in the
// other. What is as like to two that differ from each other is joined to neither. So the nodes hang on nothing but the set.
func (p *pool) nodes() [][]Evidence {
	units, of := p.units()
	var edges []edge
	for g, mine := range of {
		p.like(g, func(other *group, n int) {
			for _, i := range mine {
				for _, j := range of[other] {
					if i < j {
						edges = append(edges, edge{i, j, n})
					}
				}
			}
		})
	}
	m := newMerger(units)
	slices.SortFunc(edges, func(x, y edge) int { return cmp.Compare(y.like, x.like) })
	said := 0
	for said < len(edges) && edges[said].like == asUsersSay {
		said++
	}
	byUsers, edges := edges[:said], edges[said:]
	for len(edges) > 0 {
		n := 1
		for n < len(edges) && edges[n].like == edges[0].like {
			n++
		}
		m.join(edges[:n])
		edges = edges[n:]
	}
	for _, e := range byUsers { // last, and whatever differs: each brings all that is one with it
		if a, b := m.sets.find(e.a), m.sets.find(e.b); a != b {
			m.merge([]int{a, b})
		}
	}
	return m.result()
}

// units returns the units of the groups inside, and which of them belong to a group.
func (p *pool) units() ([]unit, map[*group][]int) {
	var units []unit
	of := map[*group][]int{}
	for _, g := range p.groups {
		if !g.inside {
			continue
		}
		parts := [][]Evidence{g.members}
		if len(g.members) > 1 && likeness(g.looks, g.looks) == 0 {
			parts = slices.Collect(slices.Chunk(g.members, 1))
		}
		for _, members := range parts {
			of[g] = append(of[g], len(units))
			units = append(units, unit{g.looks, members})
		}
	}
	return units, of
}

// merger makes clusters of units.
type merger struct {
	units []unit
	sets  sets
	in    [][]int         // units of the cluster of each root
	apart map[[2]int]bool // for pairs of clusters whether they differ, as far as the present step has asked
}

func newMerger(units []unit) *merger {
	m := &merger{units: units, sets: newSets(len(units)), in: make([][]int, len(units))}
	for i := range units {
		m.in[i] = []int{i}
	}
	return m
}

// join joins clusters by edges that are as sure as each other.
func (m *merger) join(edges []edge) {
	m.apart = map[[2]int]bool{}
	near := map[int][]int{} // cluster -> the clusters that it could be joined with
	for _, e := range edges {
		a, b := m.sets.find(e.a), m.sets.find(e.b)
		if a == b || m.met(a, b) || m.differ(a, b) {
			continue
		}
		near[a], near[b] = append(near[a], b), append(near[b], a)
	}
	unclear := map[int]bool{}
	for c, others := range near {
		unclear[c] = m.anyDiffer(others)
	}
	sets := newSets(len(m.units))
	for c, others := range near {
		for _, o := range others {
			if !unclear[c] && !unclear[o] {
				sets.join(c, o)
			}
		}
	}
	parts := map[int][]int{}
	for c := range near {
		parts[sets.find(c)] = append(parts[sets.find(c)], c)
	}
	for _, part := range parts {
		if len(part) > 1 && !m.anyDiffer(part) {
			m.merge(part)
		}
	}
}

func (m *merger) merge(part []int) {
	var all []int
	for _, c := range part {
		all = append(all, m.in[c]...)
		m.sets.join(c, part[0])
	}
	m.in[m.sets.find(part[0])] = all
}

// anyDiffer reports whether two of some clusters differ.
func (m *merger) anyDiffer(all []int) bool {
	for i, a := range all {
		for _, b := range all[:i] {
			if m.differ(a, b) {
				return true
			}
		}
	}
	return false
}

// met reports whether a pair of clusters was asked for in the present step.
func (m *merger) met(a, b int) bool {
	_, ok := m.apart[[2]int{min(a, b), max(a, b)}]
	return ok
}

// differ reports whether something in one cluster differs from something in another.
func (m *merger) differ(a, b int) bool {
	pair := [2]int{min(a, b), max(a, b)}
	apart, ok := m.apart[pair]
	if !ok {
		apart = m.compare(a, b)
		m.apart[pair] = apart
	}
	return apart
}

func (m *merger) compare(a, b int) bool {
	for _, i := range m.in[a] {
		for _, j := range m.in[b] {
			if differ(m.units[i].looks, m.units[j].looks) {
				return true
			}
		}
	}
	return false
}

func (m *merger) result() [][]Evidence {
	var out [][]Evidence
	for root := range m.units {
		if m.sets.find(root) != root {
			continue
		}
		var members []Evidence
		for _, i := range m.in[root] {
			members = append(members, m.units[i].members...)
		}
		slices.SortFunc(members, compareEvidence)
		out = append(out, members)
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
