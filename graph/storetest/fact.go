package storetest

import (
	"slices"
	"testing"

	"mithaq/graph"
	"mithaq/graph/memory"
)

func testFacts(t *testing.T, s Suite) {
	p := s.pair(t)
	met := func(id, published, text, date string, status graph.Status, topics ...string) graph.Extraction {
		return Article(id, published, text).Relation(
			graph.Claim{Type: "MET", Subject: "FRA", Object: "EGY", Date: date, Status: status, Topics: topics}).Extraction()
	}
	all := []graph.Extraction{
		met("a", "2025-11-03", "one", "", graph.Asserted, "trade", "energy"),
		met("b", "2025-11-05T08:00:00Z", "two", "2025-10", graph.Asserted, "visas"),
		met("c", "2025-11-09", "one", "", graph.Asserted), // the text of a: no support of its own
		met("d", "2025-11-09", "four", "", graph.Planned),
		met("e", "2025-11-09", "five", "", graph.Denied),
		met("f", "", "six", "", graph.Alleged),
	}
	for _, x := range all { // one by one: each adds to the stored fact
		p.load(x)
	}
	p.check(all...)
	c := contentOf(t, p.store)
	c.fact("MET|EGY|FRA|asserted", "support=2 mentions=3 first=2025-10 last=2025-11-09 topic=energy topic=trade topic=visas")
	c.fact("MET|EGY|FRA|planned", "support=1 mentions=1 first=2025-11-09 last=2025-11-09")
	c.fact("MET|EGY|FRA|denied", "support=1 mentions=1 first=2025-11-09 last=2025-11-09")
	c.fact("MET|EGY|FRA|alleged", "support=1 mentions=1")
	c.fact("MET|FRA|EGY|asserted", "") // stored once
	if got := c.facts["MET|EGY|FRA|denied"]; got.Relationship() != "DENIED" || got.Type != "MET" {
		t.Errorf("a denied fact is %s with act %s", got.Relationship(), got.Type)
	}
	p.remove("b")
	p.check(slices.Delete(slices.Clone(all), 1, 2)...)
	contentOf(t, p.store).fact("MET|EGY|FRA|asserted", "support=1 mentions=2 first=2025-11-03 last=2025-11-09 topic=energy topic=trade")
	p.remove("a", "e", "f")
	c = contentOf(t, p.store)
	c.fact("MET|EGY|FRA|asserted", "support=1 mentions=1 first=2025-11-09 last=2025-11-09")
	c.fact("MET|EGY|FRA|denied", "")
	c.fact("MET|EGY|FRA|alleged", "")
}

func testOffices(t *testing.T, s Suite) {
	p := s.pair(t)
	office := func(id, person, state, class, title string) graph.Extraction {
		return Article(id, "2025-11-03", id).Relation(
			graph.Claim{Type: "HOLDS_OFFICE", Subject: graph.Ref(person), Object: graph.Ref(state), Class: class, Title: title}).Extraction()
	}
	leader := func(id string, want bool) {
		t.Helper()
		if got := slices.Contains(contentOf(t, p.store).entities[id].Labels, "Leader"); got != want {
			t.Errorf("%s is a Leader: %v, want %v", id, got, want)
		}
	}
	one, two := office("a", "person/dina", "EGY", "minister", "وزيرة الخارجية"), office("b", "person/dina", "EGY", "minister", "وزيرة")
	three := office("c", "person/dina", "EGY", "head_of_government", "")
	p.load(Article("0", "2025-11-03", "0").Mention("person/dina").Extraction())
	leader("person/dina", false)
	p.load(one)
	leader("person/dina", true)
	p.load(two, three)
	contentOf(t, p.store).fact("HOLDS_OFFICE|person/dina|EGY|asserted|minister", "support=2 mentions=2 first=2025-11-03 last=2025-11-03 title=وزيرة")
	p.remove("a", "b")
	contentOf(t, p.store).fact("HOLDS_OFFICE|person/dina|EGY|asserted|minister", "")
	leader("person/dina", true)
	p.remove("c")
	leader("person/dina", false)
	unknown := Article("u", "2025-11-03", "u")
	unknown.Claim("HOLDS_OFFICE", unknown.Person("karim", "EGY"), "EGY")
	p.load(unknown.Extraction())
	leader(contentOf(t, p.store).node("u#1"), true)
	p.load(Article("0", "2025-11-04", "1").Mention("EGY").Extraction())
	p.check(Article("0", "2025-11-04", "1").Mention("EGY").Extraction(), unknown.Extraction())
}

func testReferences(t *testing.T, s Suite) {
	p := s.pair(t)
	china, amal := Article("a", "2025-11-03", "1").Mention("CHN").Extraction(), Article("b", "2025-11-03", "2").Mention("person/amal").Extraction()
	const key = "HOLDS_OFFICE|person/amal|CHN|asserted|head_of_government"
	const terms = "from=2001-03-01 term=2001-03-01/2005-03-01 term=2020-03-01/ reference=true"
	p.load(china)
	contentOf(t, p.store).fact(key, "")
	if r := p.load(amal); r.FactsAdded != 1 {
		t.Errorf("both ends exist: %+v", r)
	}
	c := contentOf(t, p.store)
	c.fact(key, `title="رئيسة الوزراء" `+terms)
	if got := c.entities["person/amal"].Labels; !slices.Equal(got, []string{"Leader", "Person"}) {
		t.Errorf("labels of a person with a known office: %q", got)
	}
	said := Article("c", "2025-11-04", "3").Relation(graph.Claim{Type: "HOLDS_OFFICE", Subject: "person/amal", Object: "CHN",
		Class: "head_of_government", Title: "رئيسة"}).Extraction()
	p.load(said)
	contentOf(t, p.store).fact(key, `support=1 mentions=1 first=2025-11-04 last=2025-11-04 title=رئيسة `+terms)
	p.remove("c")
	p.check(amal, china)
	p.remove("a")
	contentOf(t, p.store).fact(key, "")
	p.check(amal)
	p.load(said)
	p.remove("b")
	p.check(said)
	p.load(Article("d", "2025-11-03", "4").Claim("COOPERATES_WITH", "CHN", "RUS").Extraction())
	contentOf(t, p.store).fact("COOPERATES_WITH|CHN|RUS|asserted", "support=1 mentions=1 first=2025-11-03 last=2025-11-03 reference=true")
}

// testProgram loads everything again under another program that knows another world.
func testProgram(t *testing.T, s Suite) {
	w := &switchable{World: NewWorld()}
	store := s.open(t, Options{World: w})
	model := memory.New(NewWorld().Newer(), memory.Options{})
	r := NewRandom(5)
	var old, refreshed []graph.Extraction
	for n := range 20 {
		r.Program = "program-1"
		old = append(old, r.Version(n, 1))
		r.Program = "program-2"
		refreshed = append(refreshed, r.Version(n, 1))
	}
	p := pair{t, store, model}
	if _, err := store.Upsert(t.Context(), old); err != nil {
		t.Fatal(err)
	}
	w.World = NewWorld().Newer()
	for batch := range slices.Chunk(refreshed, 3) {
		if r, err := store.Upsert(t.Context(), batch); err != nil || r.Changed != len(batch) {
			t.Fatalf("refresh: %+v, %v", r, err)
		}
	}
	if _, err := model.Upsert(t.Context(), refreshed); err != nil {
		t.Fatal(err)
	}
	equal(p, "a refreshed store and a new one", Export(t, store), Export(t, model))
}

type switchable struct{ graph.World }

func testTexts(t *testing.T, s Suite) {
	p := s.pair(t)
	texts := func(want ...string) {
		t.Helper()
		var got []string
		for _, l := range contentOf(t, p.store).links {
			if l.Type == "SAME_TEXT" {
				got = append(got, l.Article+">"+l.Node)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("SAME_TEXT: %q, want %q", got, want)
		}
	}
	a, b, c := Article("a", "2025-11-03", "x").Extraction(), Article("b", "2025-11-03", "x").Extraction(), Article("c", "2025-11-03", "x").Extraction()
	p.load(b)
	texts()
	p.load(c)
	texts("b>c")
	p.load(a)
	texts("a>b", "a>c")
	p.load(Article("a", "2025-11-04", "y").Extraction())
	texts("b>c")
	p.load(Article("a", "2025-11-05", "x").Extraction())
	texts("a>b", "a>c")
	p.remove("a", "b")
	texts()
	p.check(c)
}

// testNearTexts loads three articles of which each has the text of the next, but the first not that of the last: together they are one
// text, which counts once, until the one between goes.
func testNearTexts(t *testing.T, s Suite) {
	article := func(id, text string, from int) graph.Extraction {
		var set []uint32
		for i := range 60 {
			set = append(set, uint32(from+i)*2654435761)
		}
		return Article(id, "2025-11-03", text).Sketch(set...).Claim("MET", "CHN", "RUS").Extraction()
	}
	a, b, c, far := article("a", "a", 0), article("b", "b", 15), article("c", "c", 30), article("d", "d", 1000)
	p := s.pair(t)
	look := func(want, links string, left ...graph.Extraction) {
		t.Helper()
		x := contentOf(t, p.store)
		x.fact("MET|CHN|RUS|asserted", want+" first=2025-11-03 last=2025-11-03")
		got := ""
		for _, l := range x.links {
			if l.Type == graph.SameText {
				got += l.Article + ">" + l.Node + " "
			}
		}
		if got != links {
			t.Errorf("SAME_TEXT: %q, want %q", got, links)
		}
		p.check(left...)
	}
	p.load(c)
	p.load(far)
	p.load(a)
	look("support=3 mentions=3", "", a, c, far)
	p.load(b)
	look("support=2 mentions=4", "a>b a>c ", a, b, c, far)
	p.load(article("a", "a", 500)) // another version
	p.load(a)
	look("support=2 mentions=4", "a>b a>c ", a, b, c, far)
	p.remove("a")
	look("support=2 mentions=3", "b>c ", b, c, far)
	p.load(a)
	p.remove("b")
	look("support=3 mentions=3", "", a, c, far)
}
