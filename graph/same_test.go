package graph

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// randomMention draws from few values, so that many pairs are alike in part.
func randomMention(r *rand.Rand, n int) Evidence {
	of := func(all ...string) string { return all[r.IntN(len(all))] }
	c := Claim{N: n, Type: of("Event", "Event", "Event", "Agreement", "Person", "Place"), Fold: of("", "salim", "karim"), Kind: of("meeting", "meeting", "talks", "visit", "summit", "attack"),
		Ordinal: of("", "", "", "2", "30"), Date: of("", "", "2025", "2025-11", "2025-11-03", "2025-11-04", "2024-11-03"), Nation: Ref(of("", "CHN", "RUS")),
		Place: Ref(of("", "", "EGY", "place/delta-EGY", "place/beta-EGY"))}
	m := Mention{Node: LocalRef(n), Dating: Dating(of("", "relative", "nearby")), Lead: r.IntN(2) == 0}
	var actors []string
	for _, p := range []string{"CHN", "RUS", "EGY", "person/amal@CHN", "person/badr@CHN", "person/dina@RUS", "org/alpha", "~person/karim", "~person/karim salim@RUS", "~person/salim@RUS"} {
		if r.IntN(3) == 0 {
			actors = append(actors, p)
		}
	}
	for _, topic := range []string{"trade", "energy"} {
		if r.IntN(2) == 0 {
			c.Topics = append(c.Topics, topic)
		}
	}
	x := Extraction{Article: Article{ID: fmt.Sprintf("a%d", n%7), Published: of("2025-11-03", "2025-11-05", "2025-11", "")}, Claims: []Claim{c}, Mentions: []Mention{m}}
	e := evidenceOf(x)[0]
	if e.Type == LabelEvent || e.Type == LabelAgreement {
		e.Actors = sortedSet(actors)
		if r.IntN(6) == 0 {
			e.Site = "~place/hall"
		}
		e.Blocks = Blocks(e)
	}
	if e.Type == LabelPerson {
		e.Fold, e.Sound = "", of("", "slm", "krm")
		if r.IntN(4) > 0 {
			e.Fold = of("salim karim", "saliim karim", "salim amin karim", "salim kirim", "karim salim", "salim badr karim")
			e.Sound = map[string]string{"salim karim": "slm krmbt", "saliim karim": "slm krmbt", "salim amin karim": "slm mn krmbt", "salim kirim": "slm krmb", "karim salim": "krmbt slm", "salim badr karim": "slm bdr krmbt"}[e.Fold]
		}
		e.Actors = slices.DeleteFunc([]string{"minister@CHN", "envoy@RUS", "chair@org/alpha"}, func(string) bool { return r.IntN(2) == 0 })
		e.Blocks = Blocks(e)
	}
	return e
}

func TestSame(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	alike, apart := map[string]int{}, 0
	for range 200000 {
		a, b := randomMention(r, 1), randomMention(r, 2)
		x, y := looksOf(a), looksOf(b)
		if likeness(x, y) != likeness(y, x) || Differ(a, b) != Differ(b, a) {
			t.Fatalf("not symmetric:\n%+v\n%+v", a, b)
		}
		switch {
		case Same(a, b) && Differ(a, b):
			t.Fatalf("same and different:\n%+v\n%+v", a, b)
		case Same(a, b):
			alike[a.Type]++
			if !overlap(a.Blocks, b.Blocks) {
				t.Fatalf("same, but in no common block:\n%+v\n%+v", a, b)
			}
		case Differ(a, b):
			apart++
		}
		if Differ(a, a) {
			t.Fatalf("differs from itself:\n%+v", a)
		}
	}
	if apart == 0 || alike["Event"] < 100 || alike["Agreement"] < 100 || alike["Person"] < 100 {
		t.Errorf("too few pairs were the same: %v", alike)
	}
}

// everything puts mentions into a pool, in a random order, and makes nodes of all of them.
func everything(r *rand.Rand, all []Evidence) string {
	p := newPool()
	for _, i := range r.Perm(len(all)) {
		p.add(all[i]).inside = true
	}
	parts := p.nodes()
	var lines []string
	for _, members := range parts {
		line := ""
		for i, e := range members {
			if i > 0 && compareEvidence(members[i-1], e) >= 0 {
				line += " (not in order)"
			}
			line += "," + e.ID()
		}
		lines = append(lines, line)
	}
	slices.Sort(lines)
	return strings.Join(lines, " ")
}

// TestNodesHaveNoOrder: the same mentions make the same nodes, each is in one, and no two in one node differ.
func TestNodesHaveNoOrder(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 500 {
		all := make([]Evidence, 2+r.IntN(40))
		for i := range all {
			all[i] = randomMention(r, i+1)
		}
		want := everything(r, all)
		for range 4 {
			if got := everything(r, all); got != want {
				t.Fatalf("%s\nis not\n%s", got, want)
			}
		}
		checkNodes(t, all)
	}
}

func checkNodes(t *testing.T, all []Evidence) {
	t.Helper()
	p := newPool()
	for _, e := range all {
		p.add(e).inside = true
	}
	node := map[string]int{}
	for n, members := range p.nodes() {
		for _, a := range members {
			if _, ok := node[a.ID()]; ok {
				t.Fatalf("%s is in two nodes", a.ID())
			}
			node[a.ID()] = n
			for _, b := range members {
				if Differ(a, b) {
					t.Fatalf("in one node:\n%+v\n%+v", a, b)
				}
			}
		}
	}
	if len(node) != len(all) {
		t.Fatalf("%d of %d mentions are in a node", len(node), len(all))
	}
}

// TestNodesArePartedByComponents: what is not connected with a mention says nothing about its node.
func TestNodesArePartedByComponents(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 300 {
		all := make([]Evidence, 2+r.IntN(40))
		for i := range all {
			all[i] = randomMention(r, i+1)
		}
		parts := map[int][]Evidence{}
		root := reachable(all)
		for _, e := range all {
			parts[root[e.ID()]] = append(parts[root[e.ID()]], e)
		}
		var lines []string
		for _, part := range slices.Sorted(maps.Keys(parts)) {
			lines = append(lines, everything(r, parts[part]))
		}
		want := everything(r, all)
		for _, line := range lines {
			for _, node := range splitNodes(line) {
				if !slices.Contains(splitNodes(want), node) {
					t.Fatalf("%s is not in %s", node, want)
				}
			}
		}
	}
}

// reachable maps each id to a number of its component by spreading along Same.
func reachable(all []Evidence) map[string]int {
	root := map[string]int{}
	var spread func(e Evidence, n int)
	spread = func(e Evidence, n int) {
		if root[e.ID()] != 0 {
			return
		}
		root[e.ID()] = n
		for _, other := range all {
			if Same(e, other) {
				spread(other, n)
			}
		}
	}
	for i, e := range all {
		spread(e, i+1)
	}
	return root
}

func splitNodes(s string) []string { return strings.Fields(s) }
