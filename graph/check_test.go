package graph_test

import (
	"errors"
	"strings"
	"testing"

	"mithaq/graph"
	"mithaq/graph/storetest"
)

func valid() graph.Extraction {
	b := storetest.Article("a", "2025-11-03", "text").Mention("CHN", "RUS", "topic/trade", "org/ministry-RUS")
	person := b.Person("salim karim", "RUS")           // claim 1
	b.Meeting("2025-11-03", "30", "CHN", person)       // claim 2
	b.Claim("HOLDS_OFFICE", person, "RUS")             // claim 3
	b.Claim("ABOUT", graph.LocalRef(2), "topic/trade") // claim 4
	return b.Extraction()
}

func TestCheck(t *testing.T) {
	if err := graph.Check(storetest.NewWorld(), valid()); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		want  string
		spoil func(*graph.Extraction)
	}{
		{"article id", func(x *graph.Extraction) { x.Article.ID = "" }},
		{"article id", func(x *graph.Extraction) { x.Article.ID = "a\u202eb" }},
		{"hash", func(x *graph.Extraction) { x.Article.Hash = "" }},
		{"published", func(x *graph.Extraction) { x.Article.Published = "yesterday" }},
		{"no UTF-8", func(x *graph.Extraction) { x.Article.Source = "\xff" }},
		{"zero byte", func(x *graph.Extraction) { x.Claims[0].NameAr = "\x00" }},
		{"two records", func(x *graph.Extraction) { x.Mentions = append(x.Mentions, x.Mentions[0]) }},
		{`mention of "#9": no such node`, func(x *graph.Extraction) { x.Mentions[0].Node = "#9" }},
		{`mention of "#3": no such node`, func(x *graph.Extraction) { x.Mentions[0].Node = "#3" }},
		{`"somebody": no such node`, func(x *graph.Extraction) { x.Mentions[0].Node = "somebody" }},
		{"no such node", func(x *graph.Extraction) { x.Mentions[0].Node = "event/0123456789abcdef" }},
		{"no such node", func(x *graph.Extraction) { x.Mentions[0].Node = "person/0123456789abcdef" }},
		{"no such node", func(x *graph.Extraction) { x.Mentions[0].Node = "org/a|b" }},
		{"count is 0", func(x *graph.Extraction) { x.Mentions[0].Count = 0 }},
		{"stands twice", func(x *graph.Extraction) { x.Mentions[0].Surfaces = []string{"a", "a"} }},
		{"outside of the text", func(x *graph.Extraction) { x.Mentions[0].End = 1000 }},
		{"not the sentence", func(x *graph.Extraction) { x.Claims[2].Sentence = "another" }},
		{"not positive or not unique", func(x *graph.Extraction) { x.Claims[3].N = 3 }},
		{"not positive or not unique", func(x *graph.Extraction) { x.Claims[3].N = 0 }},
		{"no rule", func(x *graph.Extraction) { x.Claims[2].Rule = "" }},
		{"status", func(x *graph.Extraction) { x.Claims[2].Status = "perhaps" }},
		{"date", func(x *graph.Extraction) { x.Claims[1].Date = "2025-11-31" }},
		{"no claim can have the type", func(x *graph.Extraction) { x.Claims[2].Type = "KNOWS" }},
		{"no claim can have the type", func(x *graph.Extraction) { x.Claims[2].Type = "MENTIONS" }},
		{`object: "topic/trade" is Topic, not State or Organization`, func(x *graph.Extraction) { x.Claims[2].Object = "topic/trade" }},
		{"object is missing", func(x *graph.Extraction) { x.Claims[2].Object = "" }},
		{`subject: "EGY" is not mentioned`, func(x *graph.Extraction) { x.Claims[2].Type, x.Claims[2].Subject = "SUPPORTS", "EGY" }},
		{"both", func(x *graph.Extraction) { x.Claims[2].Type, x.Claims[2].Subject = "SUPPORTS", "RUS" }},
		{"class", func(x *graph.Extraction) { x.Claims[2].Class = "a|b" }},
		{"no class of office", func(x *graph.Extraction) { x.Claims[2].Type, x.Claims[2].Class = "SUPPORTS", "minister" }},
		{`participant: "topic/trade" is Topic`, func(x *graph.Extraction) { x.Claims[1].Participants[0] = "topic/trade" }},
		{`participant: "EGY" is not mentioned`, func(x *graph.Extraction) { x.Claims[1].Participants[0] = "EGY" }},
		{`place: "org/alpha" is Organization`, func(x *graph.Extraction) { x.Claims[1].Place = "org/alpha" }},
		{"nation", func(x *graph.Extraction) { x.Claims[0].Nation = "org/alpha" }},
		{"no subject and object", func(x *graph.Extraction) { x.Claims[0].Subject = "CHN" }},
		{"the node is not mentioned", func(x *graph.Extraction) { x.Mentions = x.Mentions[:5] }},
	} {
		x := valid()
		test.spoil(&x)
		err := graph.Check(storetest.NewWorld(), x)
		var invalid *graph.InvalidError
		if !errors.As(err, &invalid) || !strings.Contains(err.Error(), test.want) {
			t.Errorf("want %q, got: %v", test.want, err)
		}
	}
}
