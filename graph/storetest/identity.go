package storetest

import (
	"testing"

	"mithaq/graph"
)

// testIdentity loads mentions one article each and looks at which of them are one thing.
func testIdentity(t *testing.T, s Suite) {
	person := func(fold, nation string) graph.Claim {
		return graph.Claim{Type: "Person", Fold: fold, NameEn: "somebody", Nation: graph.Ref(nation)}
	}
	event := func(kind, date, ordinal string, participants ...graph.Ref) graph.Claim {
		return graph.Claim{Type: "Event", Kind: kind, Date: date, Ordinal: ordinal, Participants: participants}
	}
	mou := func(date string, topics ...string) graph.Claim {
		return graph.Claim{Type: "Agreement", Kind: "mou", Date: date, Participants: []graph.Ref{"CHN", "RUS"}, Topics: topics}
	}
	const day = "2025-11-03"
	for _, test := range []struct {
		why  string
		a, b graph.Claim
		same bool
	}{
		{"one full name", person("salim karim", ""), person("salim karim", ""), true},
		{"one full name, one nation given", person("salim karim", "EGY"), person("salim karim", ""), true},
		{"one full name, two nations", person("salim karim", "EGY"), person("salim karim", "FRA"), false},
		{"only part of the name known", person("", "EGY"), person("", "EGY"), false},
		{"two names", person("salim karim", ""), person("karim salim", ""), false},
		{"a person and a place of one name", person("salim", ""), graph.Claim{Type: "Place", Fold: "salim"}, false},
		{"kind, participants in any order, day", event("meeting", day, "", "CHN", "RUS"), event("meeting", day, "", "RUS", "CHN"), true},
		{"another day", event("meeting", day, "", "CHN", "RUS"), event("meeting", "2025-11-04", "", "CHN", "RUS"), false},
		{"only the month", event("meeting", "2025-11", "", "CHN", "RUS"), event("meeting", "2025-11", "", "CHN", "RUS"), false},
		{"no date", event("meeting", "", "", "CHN", "RUS"), event("meeting", "", "", "CHN", "RUS"), false},
		{"another kind", event("meeting", day, "", "CHN", "RUS"), event("visit", day, "", "CHN", "RUS"), false},
		{"a summit of two is a meeting", event("meeting", day, "", "CHN", "RUS"), event("summit", day, "", "CHN", "RUS"), true},
		{"no participants", event("meeting", day, ""), event("meeting", day, ""), false},
		{"one participant more", event("meeting", day, "", "CHN", "RUS"), event("meeting", day, "", "CHN", "RUS", "EGY"), false},
		{"one ordinal, the same participants, no date", event("meeting", "", "30", "CHN", "RUS"), event("meeting", day, "30", "RUS", "CHN"), true},
		{"one ordinal, one participant more", event("meeting", "", "30", "org/alpha"), event("meeting", day, "30", "org/alpha", "EGY"), true},
		{"one ordinal, another partner", event("meeting", day, "30", "CHN", "RUS"), event("meeting", day, "30", "RUS", "EGY"), false},
		{"one ordinal, nobody in common", event("meeting", day, "30", "CHN"), event("meeting", day, "30", "RUS"), false},
		{"one ordinal, another year", event("meeting", "2024-11-03", "30", "CHN"), event("meeting", day, "30", "CHN"), false},
		{"two ordinals on one day", event("meeting", day, "30", "CHN", "RUS"), event("meeting", day, "31", "CHN", "RUS"), false},
		{"an ordinal on one side only", event("meeting", day, "30", "CHN", "RUS"), event("meeting", day, "", "CHN", "RUS"), true},
		{"an agreement of one day", mou(day, "trade"), mou(day, "trade"), true},
		{"two agreements of one day", mou(day, "trade"), mou(day, "energy"), false},
		{"an agreement is no event", event("mou", day, "", "CHN", "RUS"), mou(day), false},
	} {
		p := s.pair(t)
		a, b := Article("a", day, "a"), Article("b", day, "b")
		a.Node(test.a)
		b.Node(test.b)
		p.load(b.Extraction())
		p.load(a.Extraction())
		p.check(Batch(a, b)...)
		c := contentOf(t, p.store)
		if got := c.node("a#1") == c.node("b#1"); got != test.same {
			t.Errorf("%s: same is %v, want %v", test.why, got, test.same)
		}
	}
}

// testChain loads a person of one state, one of another, and between them one of whom no state is told: he is either, and so
// neither, until one of the two goes. The facts follow the node.
func testChain(t *testing.T, s Suite) {
	link := func(id, nation string) graph.Extraction {
		b := Article(id, "2025-11-03", id)
		b.Claim("SUPPORTS", b.Person("salim", nation), "EGY")
		return b.Extraction()
	}
	a, b, c := link("a", "CHN"), link("b", ""), link("c", "RUS")
	p := s.pair(t)
	parts := func(want string, ids ...string) {
		t.Helper()
		if got := contentOf(t, p.store).partition(ids...); got != want {
			t.Errorf("nodes: %s, want %s", got, want)
		}
	}
	p.load(b)
	alone := contentOf(t, p.store).node("b#1")
	p.load(a)
	parts("a#1 b#1", "a#1", "b#1")
	x := contentOf(t, p.store)
	x.fact("SUPPORTS|"+x.node("a#1")+"|EGY|asserted", "support=2 mentions=2 first=2025-11-03 last=2025-11-03")
	x.fact("SUPPORTS|"+alone+"|EGY|asserted", "")
	if _, ok := x.entities[alone]; ok {
		t.Errorf("%s was merged and still exists", alone)
	}
	p.load(c)
	parts("a#1 | b#1 | c#1", "a#1", "b#1", "c#1")
	x = contentOf(t, p.store)
	x.fact("SUPPORTS|"+alone+"|EGY|asserted", "support=1 mentions=1 first=2025-11-03 last=2025-11-03")
	p.check(a, b, c)
	p.remove("a") // the node gets another id
	parts("b#1 c#1", "b#1", "c#1")
	p.check(b, c)
	p.load(a)
	parts("a#1 | b#1 | c#1", "a#1", "b#1", "c#1")
	p.remove("c")
	parts("a#1 b#1", "a#1", "b#1")
	p.check(a, b)
}

// testMergedLinks: two meetings of one article turn out to be one when another article is loaded, and part again.
func testMergedLinks(t *testing.T, s Suite) {
	talks := func(date string, topics ...string) graph.Claim {
		return graph.Claim{Type: "Event", Kind: "talks", Date: date, Participants: []graph.Ref{"CHN", "RUS"}, Topics: topics}
	}
	two := Article("b", "2025-11-03", "b")
	first, second := two.Node(talks("", "trade")), two.Node(talks("", "energy"))
	two.Claim("PARTICIPATED_IN", "CHN", first).Claim("PARTICIPATED_IN", "CHN", second)
	bridge := Article("a", "2025-11-03", "a")
	bridge.Node(talks("2025-11-02", "energy", "trade"))
	p := s.pair(t)
	p.load(two.Extraction())
	apart := p.check(two.Extraction())
	p.load(bridge.Extraction())
	p.check(Batch(bridge, two)...)
	c := contentOf(t, p.store)
	if got := c.partition("a#1", "b#1", "b#2"); got != "a#1 b#1 b#2" {
		t.Errorf("nodes: %s", got)
	}
	for _, l := range c.links {
		if l.Article == "b" && l.Type == graph.Mentions && l.Node == c.node("a#1") && l.Count != 2 {
			t.Errorf("two mentions of one node are counted as %d", l.Count)
		}
	}
	c.fact("PARTICIPATED_IN|CHN|"+c.node("a#1")+"|asserted", "support=1 mentions=2 first=2025-11-03 last=2025-11-03")
	p.remove("a")
	equal(t, "before and after the bridge", Export(t, p.store), apart)
}

// testEndsMeet: a relation between two people who are one supports nothing as long as they are.
func testEndsMeet(t *testing.T, s Suite) {
	two := Article("b", "2025-11-03", "b")
	two.Claim("MET", two.Person("salim", "CHN"), two.Person("salim", ""))
	other := Article("a", "2025-11-03", "a")
	other.Person("salim", "RUS")
	p := s.pair(t)
	p.load(two.Extraction())
	if n := len(contentOf(t, p.store).facts); n != 0 {
		t.Errorf("nobody meets himself: %d facts", n)
	}
	p.load(other.Extraction())
	if n := len(contentOf(t, p.store).facts); n != 1 {
		t.Errorf("two people met: %d facts", n)
	}
	p.check(Batch(two, other)...)
	p.remove("a")
	p.check(two.Extraction())
	p.load(other.Extraction())
	p.remove("b", "a")
	p.check()
}
