// Package synth makes a labelled stream of articles for benchmarks: a few states that every second article names, a long tail
// of people, organizations and places, and about as many mentions, claims and bytes as a wire report has.
package synth

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	"mithaq/graph"
)

// Sizes of the world.
const (
	states = 195
	people = 3000
	orgs   = 400
	places = 1500
	topics = 24
)

// World is the made-up world of the stream: every person holds an office in a state, every place lies in one.
type World struct{}

var _ graph.World = World{}

func stateID(i int) string {
	return string([]byte{'A' + byte(i/26/26), 'A' + byte(i/26%26), 'A' + byte(i%26)})
}
func personID(i int) string { return fmt.Sprintf("person/p%d", i) }
func orgID(i int) string    { return fmt.Sprintf("org/o%d", i) }
func placeID(i int) string  { return fmt.Sprintf("place/c%d-%s", i, stateID(i%states)) }
func topicID(i int) string  { return fmt.Sprintf("topic/t%d", i) }

// Entity returns a node of the world.
func (World) Entity(id string) (graph.Entity, bool) {
	e := graph.Entity{ID: id, NameAr: "اسم " + id, NameEn: "Name " + id, Name: "اسم " + id, Aliases: []string{"alias " + id}}
	switch {
	case len(id) == 3:
		e.Labels = []string{graph.LabelState}
	case strings.HasPrefix(id, "person/p"):
		e.Labels = []string{graph.LabelPerson}
	case strings.HasPrefix(id, "org/o"):
		e.Labels = []string{graph.LabelOrganization}
	case strings.HasPrefix(id, "place/c"):
		e.Labels, e.Props = []string{graph.LabelPlace}, map[string]any{"lat": 30.5, "lon": 31.25}
	case strings.HasPrefix(id, "topic/t"):
		e.Labels = []string{graph.LabelTopic}
	default:
		return graph.Entity{}, false
	}
	return e, true
}

// home returns the state of a person or place.
func home(id string) (state string, ok bool) {
	var n int
	if _, err := fmt.Sscanf(id, "person/p%d", &n); err == nil {
		return stateID(n % states), true
	}
	if strings.HasPrefix(id, "place/c") {
		return id[len(id)-3:], true
	}
	return "", false
}

// Related returns the state of a person or place.
func (World) Related(id string) []string {
	if state, ok := home(id); ok {
		return []string{state}
	}
	return nil
}

// Reference returns the office of a person or where a place lies.
func (World) Reference(a, b string) []graph.Fact {
	if _, ok := home(b); ok {
		a, b = b, a
	}
	if state, ok := home(a); !ok || state != b {
		return nil
	}
	if strings.HasPrefix(a, "place/") {
		return []graph.Fact{{Type: "LOCATED_IN", Subject: a, Object: b}}
	}
	return []graph.Fact{{Type: graph.HoldsOffice, Subject: a, Object: b, Class: "minister", Title: "وزير", From: "2020-01-01"}}
}

// Stream makes articles; equal seeds make equal streams.
type Stream struct {
	rng  *rand.Rand
	zipf map[int]*rand.Zipf
	n    int
	last string // sketch of the article before
}

// New returns a stream.
func New(seed uint64) *Stream {
	s := &Stream{rng: rand.New(rand.NewPCG(seed, 1)), zipf: map[int]*rand.Zipf{}}
	for _, n := range []int{states, people, orgs, places, topics} {
		s.zipf[n] = rand.NewZipf(s.rng, 1.2, 4, uint64(n-1))
	}
	return s
}

func (s *Stream) pick(n int) int { return int(s.zipf[n].Uint64()) }

// Batch returns the next n articles.
func (s *Stream) Batch(n int) []graph.Extraction {
	batch := make([]graph.Extraction, n)
	for i := range batch {
		batch[i] = s.article()
	}
	return batch
}

var relations = []string{"MET", "COOPERATES_WITH", "SUPPORTS", "CRITICIZES", "DEMANDS", "VISITED", "REJECTS", "THREATENS", "SANCTIONS", "AIDS", "ATTACKS"}

// article makes an article with about 14 mentions, 12 relation claims, an event and now and then an agreement.
func (s *Stream) article() graph.Extraction {
	s.n++
	day := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, s.n/50).Format(time.DateOnly)
	sentence := fmt.Sprintf("التقى الوزير نظيره في الاجتماع رقم %d وبحث الجانبان التعاون بين البلدين في مجالات عدة وأكدا أهمية مواصلة التشاور.", s.n)
	text := strings.Repeat(sentence+"\n", 12)
	sum := sha256.Sum256([]byte(text))
	w := writer{x: graph.Extraction{Article: graph.Article{
		ID: fmt.Sprintf("https://news.example/ar/2020/politics/article-%07d", s.n), Record: fmt.Sprint(s.n), Title: "عنوان", Text: text, Source: "synthetic",
		URL: fmt.Sprintf("https://news.example/ar/2020/politics/article-%07d", s.n), Lang: "ar", Published: day, Hash: hex.EncodeToString(sum[:]), Program: "synthetic",
	}}, sentence: sentence}
	if s.n%10 > 0 { // each tenth article has the text of the one before in other words
		s.last = s.sketch()
	}
	w.x.Article.Sketch = s.last
	w.at = graph.Span{Start: len(w.x.Article.Title) + 1, End: len(w.x.Article.Title) + 1 + len(sentence)}
	var actors []graph.Ref
	for range 4 {
		actors = append(actors, graph.Ref(stateID(s.pick(states))), graph.Ref(personID(s.pick(people))))
	}
	actors = append(actors, graph.Ref(orgID(s.pick(orgs))))
	place, topic := graph.Ref(placeID(s.pick(places))), graph.Ref(topicID(s.pick(topics)))
	for _, r := range append(slices.Clone(actors), place, topic) {
		w.mention(r)
	}
	when := day
	if s.n%3 == 0 {
		when = "" // told without its day
	}
	event := w.claim(graph.Claim{Type: graph.LabelEvent, Kind: "meeting", Date: when, Participants: distinct(actors[:3]), Place: place, State: "happened", NameAr: "اجتماع"})
	w.mention(event)
	w.x.Mentions[len(w.x.Mentions)-1].Lead = true
	w.relation("HELD_IN", event, place, "")
	w.relation("ABOUT", event, topic, "")
	for _, a := range distinct(actors[:3]) {
		w.relation("PARTICIPATED_IN", a, event, day)
	}
	if s.n%4 == 0 {
		agreement := w.claim(graph.Claim{Type: graph.LabelAgreement, Kind: "mou", Date: day, Participants: distinct(actors[:2]), State: "signed", NameAr: "مذكرة"})
		w.mention(agreement)
		w.relation("SIGNED", actors[0], agreement, day)
	}
	for range 8 {
		a, b := actors[s.rng.IntN(len(actors))], actors[s.rng.IntN(len(actors))]
		kind := relations[s.rng.IntN(len(relations))]
		if kind == "VISITED" || kind == "COOPERATES_WITH" {
			b = actors[0]
			a = actors[2]
		}
		w.relation(kind, a, b, day)
	}
	return w.x
}

// sketch describes a text that begins like no other.
func (s *Stream) sketch() string {
	set := make([]uint32, 118)
	for i := range set {
		set[i] = s.rng.Uint32()
	}
	slices.Sort(set)
	return graph.SketchOf(slices.Compact(set))
}

func distinct(all []graph.Ref) []graph.Ref {
	out := slices.Clone(all)
	slices.Sort(out)
	return slices.Compact(out)
}

// writer fills one extraction.
type writer struct {
	x        graph.Extraction
	sentence string
	at       graph.Span
}

func (w *writer) mention(r graph.Ref) {
	for i := range w.x.Mentions {
		if w.x.Mentions[i].Node == r {
			w.x.Mentions[i].Count++
			return
		}
	}
	state, _ := home(string(r))
	w.x.Mentions = append(w.x.Mentions, graph.Mention{Node: r, Nation: graph.Ref(state), Count: 1, Surfaces: []string{"الاسم " + string(r)}, Sentence: w.sentence, Span: w.at})
}

func (w *writer) claim(c graph.Claim) graph.Ref {
	c.N = len(w.x.Claims) + 1
	c.Status, c.Sentence, c.Span, c.Rule = graph.Asserted, w.sentence, w.at, "synthetic.rule"
	w.x.Claims = append(w.x.Claims, c)
	return graph.LocalRef(c.N)
}

func (w *writer) relation(kind string, a, b graph.Ref, day string) {
	if a != b {
		w.claim(graph.Claim{Type: kind, Subject: a, Object: b, Date: day, Topics: []string{"t1"}})
	}
}
