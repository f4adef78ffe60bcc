package graph

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

// randomMention draws from few values, so that many pairs are alike in part.
func randomMention(r *rand.Rand, n int) Evidence {
	of := func(all ...string) string { return all[r.IntN(len(all))] }
	c := Claim{N: n, Type: of("Event", "Event", "Agreement", "Person", "Place"), Fold: of("", "salim", "karim"), Kind: of("", "meeting", "visit"),
		Ordinal: of("", "", "2", "30"), Date: of("", "2025", "2025-11", "2025-11-03", "2024-11-03"), Nation: Ref(of("", "CHN", "RUS"))}
	for _, p := range []Ref{"CHN", "RUS", "EGY"} {
		if r.IntN(2) == 0 {
			c.Participants = append(c.Participants, p)
		}
	}
	x := Extraction{Article: Article{ID: fmt.Sprintf("a%d", n%7)}, Claims: []Claim{c}}
	return evidenceOf(x)[0]
}

func TestSame(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	alike := 0
	for range 20000 {
		a, b := randomMention(r, 1), randomMention(r, 2)
		if Same(a, b) != Same(b, a) {
			t.Fatalf("not symmetric:\n%+v\n%+v", a, b)
		}
		if Same(a, b) {
			alike++
			if !overlap(a.Blocks, b.Blocks) {
				t.Fatalf("same, but in no common block:\n%+v\n%+v", a, b)
			}
		}
		// What components builds on: mentions with one signature are the same exactly if they stand in a block.
		if Same(a, a) != (len(a.Blocks) > 0) {
			t.Fatalf("like itself: %v, blocks %q:\n%+v", Same(a, a), a.Blocks, a)
		}
	}
	if alike < 100 {
		t.Errorf("only %d pairs were the same", alike)
	}
}

// TestComponents compares with the plain definition.
func TestComponents(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 300 {
		all := make([]Evidence, 2+r.IntN(25))
		for i := range all {
			all[i] = randomMention(r, i+1)
		}
		want := reachable(all)
		for _, component := range components(slices.Clone(all)) {
			for i, e := range component {
				if want[e.ID()] != want[component[0].ID()] || i > 0 && compareEvidence(component[i-1], e) >= 0 {
					t.Fatalf("%s does not belong to the node of %s", e.ID(), component[0].ID())
				}
			}
			n := 0
			for _, root := range want {
				if root == want[component[0].ID()] {
					n++
				}
			}
			if n != len(component) {
				t.Fatalf("a component has %d members, want %d", len(component), n)
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
