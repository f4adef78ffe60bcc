package graph

import (
	"encoding/json"
	"strings"
	"testing"
)

func TestText(t *testing.T) {
	for _, test := range []struct {
		line Line
		want string
	}{
		{Line{Article: &Article{ID: "a", Title: "عنوان", Text: "one\ntwo", Program: "p", LoadedAt: "now"}}, `article a title=عنوان text="one\ntwo"`},
		{Line{Entity: &Entity{ID: "CHN", Labels: []string{"State"}, Name: "الصين", Aliases: []string{"A B", "c=d"},
			Props: map[string]any{"lon": 1.50, "lat": 2.0, "open": true, "topics": []string{"x", "y"}}}},
			`entity CHN label=State name=الصين alias="A B" alias=c=d lat=2 lon=1.5 open=true topics=x topics=y`},
		{Line{Fact: &Fact{Key: "MET|A|B|planned", Type: "MET", Subject: "A", Object: "B", Status: Planned, Support: 1, Mentions: 2}},
			"fact MET|A|B|planned relationship=PLANNED type=MET subject=A object=B status=planned support=1 mentions=2"},
		{Line{Link: &Link{Type: "MENTIONS", Article: "a", Node: "CHN", Count: 2, Surfaces: []string{"\u202eالصين", `"`}}},
			`link MENTIONS article=a node=CHN count=2 surface="\u202eالصين" surface="\""`},
		{Line{Evidence: &Evidence{Article: "a", Claim: Claim{N: 3, Type: "MET", Status: Asserted, Subject: "#1", Object: "B", Span: Span{2, 5}}, Fact: "k"}},
			"evidence a#3 article=a n=3 type=MET status=asserted subject=#1 object=B fact=k start=2 end=5"},
	} {
		if got := test.line.Text(); got != test.want {
			t.Errorf("text:\n got %+q\nwant %+q", got, test.want)
		}
		var back map[string]any
		if err := json.Unmarshal(test.line.AppendJSON(nil), &back); err != nil {
			t.Errorf("%s: %v", test.line.AppendJSON(nil), err)
		}
		if kind, _, _ := strings.Cut(test.want, " "); back["element"] != kind || back["id"] == "" {
			t.Errorf("JSON of %s: %v", kind, back)
		}
	}
}

// TestFieldNames keeps the JSON form an object: a second field of one name would hide the first.
func TestFieldNames(t *testing.T) {
	for _, l := range []Line{{Article: &Article{}}, {Entity: &Entity{}}, {Evidence: &Evidence{}}, {Fact: &Fact{}}, {Link: &Link{}}} {
		kind, _, fields := l.fields()
		seen := map[string]bool{"element": true, "id": true}
		for _, f := range fields {
			if seen[f.name] {
				t.Errorf("%s: field %s stands twice", kind, f.name)
			}
			seen[f.name] = true
		}
	}
}
