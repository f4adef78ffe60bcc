package storetest

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"mithaq/graph"
)

// Random makes articles from a universe so small that everything meets: people of one name from several states, meetings on two
// days, shared texts, the same facts.
type Random struct {
	*rand.Rand
	Program string
	Hot     int               // how many claims of two facts every article makes on top
	Known   map[string]string // names that mean a record of the world, as after an alias
	seed    uint64
}

// NewRandom returns a source of articles; equal seeds give equal articles.
func NewRandom(seed uint64) *Random {
	return &Random{Rand: rand.New(rand.NewPCG(seed, 7)), Program: "program-1", seed: seed}
}

func pick[T any](r *Random, all ...T) T { return all[r.IntN(len(all))] }

// Version returns version v of the article with a number, always the same: a store may take a version it has for unchanged
// without a look at the claims.
func (r *Random) Version(number, v int) graph.Extraction {
	copied := *r
	r = &copied
	r.Rand = rand.New(rand.NewPCG(r.seed, uint64(number)<<32+uint64(v)))
	b := Article(idOf(number), fmt.Sprintf("2025-11-%02d", 1+v%28), fmt.Sprintf("text %d", r.IntN(8))).Program(r.Program)
	b.Sketch(r.shingles()...)
	nodes := map[string][]graph.Ref{}
	for range 1 + r.IntN(4) {
		id := pick(r, "CHN", "RUS", "EGY", "FRA", "person/amal", "person/badr", "person/dina", "org/alpha", "org/beta", "place/delta-EGY", "topic/trade")
		b.Mention(id)
	}
	for range r.IntN(3) {
		nodes["Person"] = append(nodes["Person"], r.person(b))
	}
	for range r.IntN(3) {
		nodes["Event"] = append(nodes["Event"], r.event(b, nodes["Person"]))
	}
	if r.IntN(3) == 0 {
		nodes["Agreement"] = append(nodes["Agreement"], b.Node(graph.Claim{Type: "Agreement", Kind: "mou", Date: pick(r, "2025-11-03", ""),
			Participants: []graph.Ref{"CHN", "RUS"}, Topics: pick(r, nil, []string{"trade"}, []string{"energy", "trade"})}))
	}
	for range r.IntN(6) {
		r.relation(b, nodes)
	}
	for range r.Hot {
		b.Relation(graph.Claim{Type: "MET", Subject: "CHN", Object: "RUS", Date: fmt.Sprintf("%d-%02d", 1925+r.IntN(100), 1+r.IntN(12)),
			Topics: []string{fmt.Sprintf("topic %d", min(r.IntN(30), r.IntN(30)))}})
		b.Relation(graph.Claim{Type: "HOLDS_OFFICE", Subject: "person/dina", Object: "EGY", Title: fmt.Sprintf("title %d", r.IntN(300))})
	}
	return b.Extraction()
}

// shingles are those of one of two texts from one of a few places on, so that those from the first place and those from the last have
// too little in common, and each is like the next.
func (r *Random) shingles() []uint32 {
	if r.IntN(3) == 0 {
		return nil
	}
	from := uint32(1000*r.IntN(2) + 10*r.IntN(4))
	var set []uint32
	for i := range uint32(40) {
		set = append(set, 2654435761*(from+i+1))
	}
	return set
}

// idOf names the article with a number.
func idOf(number int) string { return fmt.Sprintf("a%02d", number) }

func (r *Random) person(b *Builder) graph.Ref {
	fold, nation := pick(r, "salim", "karim"), pick(r, "", "", "CHN", "RUS", "EGY")
	if id := r.Known["Mr "+fold]; id != "" {
		b.Mention(id)
		return graph.Ref(id)
	}
	return b.Person(fold, nation)
}

func (r *Random) event(b *Builder, people []graph.Ref) graph.Ref {
	var participants []graph.Ref
	for _, p := range append([]graph.Ref{"CHN", "RUS", "person/amal"}, people...) {
		if r.IntN(2) == 0 && !slices.Contains(participants, p) {
			participants = append(participants, p)
		}
	}
	return b.Meeting(pick(r, "2025-11-03", "2025-11-03", "2025-11-04", "2025-11", ""), pick(r, "", "", "30"), participants...)
}

func (r *Random) relation(b *Builder, nodes map[string][]graph.Ref) {
	actor := func() graph.Ref {
		known := pick[graph.Ref](r, "CHN", "RUS", "EGY", "person/amal", "person/badr", "org/alpha")
		return pick(r, append(nodes["Person"], known, known)...)
	}
	c := graph.Claim{
		Type: pick(r, "MET", "SUPPORTS", "CRITICIZES"), Subject: actor(), Object: actor(),
		Status: pick(r, graph.Asserted, graph.Asserted, graph.Planned, graph.Alleged, graph.Denied),
		Date:   pick(r, "", "2025-11-03", "2025-11", "2024"), Topics: pick(r, nil, []string{"trade"}, []string{"trade", "energy"}),
	}
	switch choice := r.IntN(6); {
	case choice == 0 && len(nodes["Event"]) > 0:
		c.Type, c.Object = "PARTICIPATED_IN", pick(r, nodes["Event"]...)
	case choice == 1 && len(nodes["Agreement"]) > 0:
		c.Type, c.Object = "SIGNED", pick(r, nodes["Agreement"]...)
	case choice == 2:
		c.Type, c.Subject, c.Object = "HOLDS_OFFICE", pick(r, append(nodes["Person"], "person/amal", "person/dina")...), pick[graph.Ref](r, "CHN", "EGY")
		c.Class, c.Title = pick(r, "head_of_government", "minister"), pick(r, "", "وزير", "رئيس الوزراء")
	case choice == 3:
		c.Type, c.Subject, c.Object = "COOPERATES_WITH", pick[graph.Ref](r, "CHN", "RUS"), pick[graph.Ref](r, "EGY", "FRA")
	}
	if c.Subject != c.Object {
		b.Relation(c)
	}
}
