package neo4j

import (
	"context"
	"errors"
	"fmt"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"mithaq/graph"
	"mithaq/graph/storetest"
	"mithaq/internal/neo4jtest"
)

// server is one server for the tests of this package.
var server neo4jtest.Shared

// noWorld knows nothing.
type noWorld struct{}

func (noWorld) Entity(string) (graph.Entity, bool)    { return graph.Entity{}, false }
func (noWorld) Related(string) []string               { return nil }
func (noWorld) Reference(string, string) []graph.Fact { return nil }

// empty returns the server without any data.
func empty(t testing.TB) *neo4jtest.Server {
	t.Helper()
	ours := os.Getenv("MITHAQ_TEST_NEO4J") == "" // a given server has the login that it has
	db := server.Get(t, neo4jtest.Options{Auth: ours})
	db.Wipe(t)
	return db
}

func authOf(db *neo4jtest.Server) Auth { return Auth{db.Username(), db.Password()} }

func open(t testing.TB, db *neo4jtest.Server, world graph.World, opts Options) *Store {
	t.Helper()
	s, err := Open(context.Background(), db.URI(), authOf(db), "", world, opts)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// put writes changes past Apply.
func put(s *Store, c graph.Changes) error {
	_, err := s.transact(context.Background(), func(t *tx) (graph.Report, error) { return graph.Report{}, t.Write(c) })
	return s.fail("write to", err)
}

// do runs a statement past the store.
func do(t testing.TB, s *Store, statement string) {
	t.Helper()
	session := s.session(context.Background(), driver.AccessModeWrite)
	defer session.Close(context.Background())
	result, err := session.Run(context.Background(), statement, nil)
	if err == nil {
		_, err = result.Consume(context.Background())
	}
	if err != nil {
		t.Fatal(err)
	}
}

func sample() graph.Changes {
	return graph.Changes{
		PutArticles: []graph.Article{{ID: "a1", Title: "عنوان", Text: "نص", Hash: "h1", Wire: "w1", Program: "p", Record: "r1", URL: "https://example.org/1"}},
		PutEntities: []graph.Entity{
			{ID: "CHN", Labels: []string{"State"}, Name: "الصين", Aliases: []string{"Zhōngguó <\"&>"}, Props: map[string]any{"lat": 35.5, "topics": []string{"trade"}, "old": false, "from": "1949"}},
			{ID: "event/1", Labels: []string{"Event"}, Name: "m", Props: map[string]any{"topics": []string{}}},
			{ID: "person/x", Labels: []string{"Leader", "Person"}, Name: "X"},
		},
		PutEvidence: []graph.Evidence{
			{Article: "a1", Hash: "w1", Claim: graph.Claim{N: 2, Type: "Event", Participants: []graph.Ref{"CHN", "#2"}, Status: graph.Asserted, Span: graph.Span{Start: 3, End: 9}}, Node: "event/1", Blocks: []string{"k1", "k2", "k3", "k4", "k5", "k6"},
				Count: 2, Surfaces: []string{"قمة"}, Actors: []string{"CHN", "~x"}, Site: "place/x"},
			{Article: "a1", Hash: "w1", Claim: graph.Claim{N: 10, Type: "HOLDS_OFFICE", Subject: "person/x", Object: "CHN", Status: graph.Asserted, Topics: []string{"t"}}, Fact: "HOLDS_OFFICE|person/x|CHN|asserted"},
		},
		PutFacts: []graph.Fact{
			{Key: "HOLDS_OFFICE|person/x|CHN|asserted", Type: "HOLDS_OFFICE", Subject: "person/x", Object: "CHN", Status: graph.Asserted, Support: 1, Reference: true, From: "2013", Terms: []string{"2013/2015", "2020/"}},
			{Key: "VISITED|person/x|CHN|planned", Type: "VISITED", Subject: "person/x", Object: "CHN", Status: graph.Planned, Topics: []string{"a", "b"}, First: "2024", Last: "2025-01-01"},
		},
		PutLinks: []graph.Link{
			{Type: "MENTIONS", Article: "a1", Node: "CHN", Count: 2, Surfaces: []string{"الصين", "بكين"}, Span: graph.Span{Start: 1, End: 4}},
			{Type: "REPORTS", Article: "a1", Node: "event/1"},
		},
	}
}

func TestWriteAndRead(t *testing.T) {
	s := open(t, empty(t), noWorld{}, Options{})
	want := sample()
	for range 2 { // puts replace
		if err := put(s, want); err != nil {
			t.Fatal(err)
		}
	}
	holds := []string{want.PutFacts[0].Key}
	_, err := s.transact(context.Background(), func(x *tx) (graph.Report, error) {
		same(t, "articles", want.PutArticles)(x.Articles([]string{"a0", "a1"}))
		same(t, "articles by key", want.PutArticles)(x.ArticlesByKey([]string{"hh1", "h0"}))
		same(t, "articles by wire", want.PutArticles)(x.ArticlesByWire([]string{"w1"}))
		same(t, "entities", want.PutEntities)(x.Entities([]string{"person/x", "event/1", "CHN"}))
		same(t, "evidence", want.PutEvidence)(x.EvidenceOf([]string{"a1"}))
		traits := []graph.Evidence{want.PutEvidence[0].Trait()}
		same(t, "traits", traits)(x.Traits([]string{"event/1", ""}))
		same(t, "bound", storetest.Bound(want.PutEvidence))(x.Bound([]string{"a1"}))
		for _, key := range []string{"k1", "k4", "k5", "k6"} {
			same(t, "blocked by "+key, traits)(x.Blocked([]graph.Reach{{From: key, To: key}, {From: "k7", To: "k7"}}, nil))
		}
		same(t, "blocked once", traits)(x.Blocked([]graph.Reach{{From: "k1", To: "k1"}, {From: "k2", To: "k2"}, {From: "k5", To: "k5"}}, nil))
		same(t, "members", want.PutEvidence[:1])(x.Members([]string{"event/1", ""}))
		same(t, "supporting", want.PutEvidence[1:])(x.Supporting(append(holds, "")))
		same(t, "sample", want.PutEvidence[1:])(x.Sample(append(holds, "no key"), 1))
		same(t, "facts", want.PutFacts)(x.Facts([]string{want.PutFacts[1].Key, holds[0], "no key", "MET|a|b|asserted"}))
		same(t, "links", want.PutLinks)(x.LinksOf([]string{"a1"}))
		same(t, "in office", []string{"person/x"})(x.InOffice([]string{"CHN", "person/x"}, nil))
		same(t, "in another office", []string(nil))(x.InOffice([]string{"person/x"}, holds))
		same(t, "references", want.PutFacts[:1])(x.References([]string{"person/x", "CHN"}))
		same(t, "mentioned", []string{"CHN"})(x.MentionedElsewhere([]string{"CHN", "person/x"}, []string{"a2"}))
		same(t, "mentioned", []string(nil))(x.MentionedElsewhere([]string{"CHN", "person/x"}, []string{"a1"}))
		ids, missing, err := x.find([]string{"r1", "nothing", "https://example.org/1"})
		same(t, "found", []string{"a1"})(ids, err)
		same(t, "missing", []string{"nothing"})(missing, nil)
		return graph.Report{}, nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestMoveEvidence: a claim that is moved supports another fact or node, and nothing else of it changes.
func TestMoveEvidence(t *testing.T) {
	s := open(t, empty(t), noWorld{}, Options{})
	if err := put(s, sample()); err != nil {
		t.Fatal(err)
	}
	want := slices.Clone(sample().PutEvidence)
	for i := range want {
		if want[i].Node != "" {
			want[i].Node = "event/2"
		} else {
			want[i].Fact = "MET|CHN|person/y|asserted"
		}
	}
	if err := put(s, graph.Changes{MoveEvidence: want}); err != nil {
		t.Fatal(err)
	}
	_, err := s.transact(context.Background(), func(x *tx) (graph.Report, error) {
		same(t, "evidence", want)(x.EvidenceOf([]string{"a1"}))
		same(t, "traits", []graph.Evidence{want[0].Trait()})(x.Traits([]string{"event/2"}))
		same(t, "supporting", want[1:])(x.Supporting([]string{"MET|CHN|person/y|asserted"}))
		return graph.Report{}, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	want[0].N = 99
	if err := put(s, graph.Changes{MoveEvidence: want[:1]}); err == nil {
		t.Error("a claim that is not there was moved")
	}
}

func same[T any](t *testing.T, what string, want []T) func([]T, error) {
	return func(got []T, err error) {
		t.Helper()
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: got %+q, %v, want %+q", what, fmt.Sprintf("%+v", got), err, fmt.Sprintf("%+v", want))
		}
	}
}

func count(t testing.TB, s *Store) (n int) {
	t.Helper()
	if err := s.Export(context.Background(), func(graph.Line) error { n++; return nil }); err != nil {
		t.Fatal(err)
	}
	return n
}

func TestLabelsAreReplaced(t *testing.T) {
	s := open(t, empty(t), noWorld{}, Options{})
	for _, labels := range [][]string{{"Person"}, {"Leader", "Person"}, {"Person"}} {
		e := graph.Entity{ID: "person/x", Labels: labels, Name: "X"}
		if err := put(s, graph.Changes{PutEntities: []graph.Entity{e}}); err != nil {
			t.Fatal(err)
		}
		table, err := s.Cypher(context.Background(), "MATCH (n:Entity) RETURN labels(n)", nil)
		if err != nil {
			t.Fatal(err)
		}
		got := table.Rows[0][0].([]string)
		slices.Sort(got)
		if want := append([]string{"Entity"}, labels...); !slices.Equal(got, want) {
			t.Errorf("labels %v, want %v", got, want)
		}
	}
	err := put(s, graph.Changes{PutEntities: []graph.Entity{{ID: "x", Labels: []string{"Person) DETACH DELETE n //"}}}})
	if err == nil || !strings.Contains(err.Error(), "table of kinds") {
		t.Errorf("a label from text: %v", err)
	}
}

// TestNothingIsSwallowed breaks the ends of relationships: the server would drop those rows in silence.
func TestNothingIsSwallowed(t *testing.T) {
	s := open(t, empty(t), noWorld{}, Options{})
	tests := []struct {
		name   string
		change func(c *graph.Changes)
		want   string
	}{
		{"evidence without article", func(c *graph.Changes) { c.PutArticles, c.PutLinks = nil, nil }, "rows could be written"},
		{"fact without its object", func(c *graph.Changes) { c.PutEntities, c.PutLinks = c.PutEntities[1:], nil }, "rows could be written"},
		{"link without its node", func(c *graph.Changes) { c.PutLinks[0].Node = "RUS" }, "rows could be written"},
		{"a type from text", func(c *graph.Changes) { c.PutFacts[0].Type = "X" }, "no such type"},
		{"delete a node in use", func(c *graph.Changes) { *c = graph.Changes{DeleteEntities: []string{"CHN"}} }, "still has relationships"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			base := sample()
			if strings.HasPrefix(tt.name, "delete") {
				if err := put(s, base); err != nil {
					t.Fatal(err)
				}
			}
			before := count(t, s)
			c := sample()
			tt.change(&c)
			err := put(s, c)
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v, want %q", err, tt.want)
			}
			if n := count(t, s); n != before {
				t.Errorf("%d lines, want %d as before", n, before)
			}
		})
	}
}

func TestFaultRollsBack(t *testing.T) {
	db := empty(t)
	boom := errors.New("boom")
	for _, point := range []string{"locked", "deleted", "articles", "entities", "evidence", "facts", "links", "commit"} {
		s := open(t, db, noWorld{}, Options{Fault: func(p string) error {
			if p == point {
				return boom
			}
			return nil
		}})
		if err := put(s, sample()); !errors.Is(err, boom) {
			t.Errorf("%s: error %v", point, err)
		}
		if n := count(t, s); n != 0 {
			t.Errorf("%s: %d lines of a failed write are left", point, n)
		}
	}
}

func TestOpenRefuses(t *testing.T) {
	db := empty(t)
	login := authOf(db)
	ctx := context.Background()
	host := strings.TrimPrefix(db.URI(), "bolt://")
	tests := []struct {
		name, uri, database string
		auth                Auth
		want                error
		hint                string
	}{
		{"wrong password", db.URI(), "", Auth{login.User, "wrong-secret"}, ErrLogin, "NEO4J_PASSWORD"},
		{"no login", db.URI(), "", Auth{}, ErrLogin, "NEO4J_USERNAME"},
		{"unknown database", db.URI(), "nowhere", login, ErrDatabase, "NEO4J_DATABASE"},
		{"nothing listens", "bolt://127.0.0.1:1", "", login, ErrUnreachable, "127.0.0.1:1"},
		{"password in the address", "bolt://neo4j:wrong-secret@" + host, "", login, ErrAddress, "NEO4J_PASSWORD"},
		{"broken address", "bolt://neo4j:wrong-secret@[" + host, "", login, ErrAddress, "bolt://localhost:7687"},
		{"another protocol", "http://" + host, "", login, ErrAddress, "neo4j://"},
		{"no host", "bolt://", "", login, ErrAddress, "no host"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if login.User == "" && errors.Is(tt.want, ErrLogin) {
				t.Skip("the server asks for no login")
			}
			start := time.Now()
			s, err := Open(ctx, tt.uri, tt.auth, tt.database, noWorld{}, Options{})
			if err == nil {
				s.Close()
				t.Fatal("no error")
			}
			if !errors.Is(err, tt.want) || !strings.Contains(err.Error(), tt.hint) {
				t.Errorf("error %q, want %v with %q", err, tt.want, tt.hint)
			}
			if strings.Contains(err.Error(), "wrong-secret") || login.Password != "" && strings.Contains(err.Error(), login.Password) {
				t.Errorf("the error shows the password: %v", err)
			}
			if d := time.Since(start); d > 10*time.Second {
				t.Errorf("took %v", d)
			}
		})
	}
	if shown := fmt.Sprintf("%v %+v %#v", login, login, login); login.Password != "" && strings.Contains(shown, login.Password) {
		t.Errorf("printing a login shows the password: %s", shown)
	}
}

func TestForeignAndOtherVersions(t *testing.T) {
	db := empty(t)
	s := open(t, db, noWorld{}, Options{})
	for statement, want := range map[string]error{
		"MATCH (m:MithaqStore) SET m.schema = 99":                                 ErrNewer,
		"MATCH (m:MithaqStore) SET m.schema = 0":                                  ErrOlder,
		"MATCH (m:MithaqStore) DELETE m CREATE (:Movie:Film {title: 'anything'})": ErrForeign,
	} {
		db.Wipe(t)
		open(t, db, noWorld{}, Options{})
		do(t, s, statement)
		other, err := Open(context.Background(), db.URI(), authOf(db), "", noWorld{}, Options{})
		if err == nil {
			other.Close()
		}
		if !errors.Is(err, want) {
			t.Errorf("%s: error %v, want %v", statement, err, want)
		}
	}
	db.Wipe(t)
	if err := put(s, sample()); !errors.Is(err, ErrGone) {
		t.Errorf("write to an emptied database: %v", err)
	}
}
