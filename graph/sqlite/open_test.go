package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"mithaq/graph"
	"mithaq/graph/storetest"
)

// noWorld knows nothing.
type noWorld struct{}

func (noWorld) Entity(string) (graph.Entity, bool)    { return graph.Entity{}, false }
func (noWorld) Related(string) []string               { return nil }
func (noWorld) Reference(string, string) []graph.Fact { return nil }

func open(t testing.TB, path string, opts Options) *Store {
	t.Helper()
	s, err := Open(context.Background(), path, noWorld{}, opts)
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
	return s.fail("write to store", err)
}

func sample() graph.Changes {
	return graph.Changes{
		PutArticles: []graph.Article{{ID: "a1", Title: "عنوان", Text: "نص", Hash: "h1", Wire: "w1", Program: "p", Record: "r1", URL: "https://example.org/1"}},
		PutEntities: []graph.Entity{
			{ID: "CHN", Labels: []string{"State"}, Name: "الصين", Aliases: []string{"Zhōngguó <\"&>"}, Props: map[string]any{"lat": 35.5, "topics": []string{"trade"}, "old": false}},
			{ID: "event/1", Labels: []string{"Event"}, Name: "m"},
			{ID: "person/x", Labels: []string{"Leader", "Person"}, Name: "X"},
		},
		PutEvidence: []graph.Evidence{
			{Article: "a1", Hash: "h1", Claim: graph.Claim{N: 1, Type: "Event", Participants: []graph.Ref{"CHN", "#2"}, Status: graph.Asserted}, Node: "event/1", Blocks: []string{"k1", "k2"},
				Count: 2, Surfaces: []string{"قمة"}, Actors: []string{"CHN", "~x"}, Site: "place/x"},
			{Article: "a1", Hash: "h1", Claim: graph.Claim{N: 2, Type: "HOLDS_OFFICE", Subject: "person/x", Object: "CHN", Status: graph.Asserted, Topics: []string{"t"}}, Fact: "f1"},
		},
		PutFacts: []graph.Fact{{Key: "f1", Type: "HOLDS_OFFICE", Subject: "person/x", Object: "CHN", Status: graph.Asserted, Support: 1, Reference: true, From: "2013", Terms: []string{"2013/2015", "2020/"}}},
		PutLinks: []graph.Link{{Type: "MENTIONS", Article: "a1", Node: "CHN", Count: 2, Surfaces: []string{"الصين", "بكين"}, Span: graph.Span{Start: 1, End: 4}}},
	}
}

func TestWriteAndRead(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "x.db"), Options{})
	want := sample()
	for range 2 { // puts replace
		if err := put(s, want); err != nil {
			t.Fatal(err)
		}
	}
	_, err := s.transact(context.Background(), func(x *tx) (graph.Report, error) {
		same(t, "articles", want.PutArticles)(x.Articles([]string{"a0", "a1"}))
		same(t, "articles by key", want.PutArticles)(x.ArticlesByKey([]string{"hh1", "h0"}))
		same(t, "articles by wire", want.PutArticles)(x.ArticlesByWire([]string{"w1"}))
		same(t, "entities", want.PutEntities)(x.Entities([]string{"person/x", "event/1", "CHN"}))
		same(t, "evidence", want.PutEvidence)(x.EvidenceOf([]string{"a1"}))
		traits := []graph.Evidence{want.PutEvidence[0].Trait()}
		same(t, "bound", storetest.Bound(want.PutEvidence))(x.Bound([]string{"a1"}))
		same(t, "blocked", traits)(x.Blocked([]graph.Reach{{From: "k2", To: "k3"}, {From: "k1", To: "k1"}}, nil))
		same(t, "traits", traits)(x.Traits([]string{"event/1", ""}))
		same(t, "members", want.PutEvidence[:1])(x.Members([]string{"event/1", ""}))
		same(t, "supporting", want.PutEvidence[1:])(x.Supporting([]string{"f1", ""}))
		same(t, "sample", want.PutEvidence[1:])(x.Sample([]string{"f0", "f1"}, 1))
		same(t, "facts", want.PutFacts)(x.Facts([]string{"f1"}))
		same(t, "links", want.PutLinks)(x.LinksOf([]string{"a1"}))
		same(t, "in office", []string{"person/x"})(x.InOffice([]string{"CHN", "person/x"}, []string{"f0"}))
		same(t, "in another office", []string(nil))(x.InOffice([]string{"person/x"}, []string{"f1"}))
		same(t, "references", want.PutFacts)(x.References([]string{"person/x", "CHN"}))
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
	s := open(t, filepath.Join(t.TempDir(), "x.db"), Options{})
	if err := put(s, sample()); err != nil {
		t.Fatal(err)
	}
	want := slices.Clone(sample().PutEvidence)
	for i := range want {
		if want[i].Node != "" {
			want[i].Node = "event/2"
		} else {
			want[i].Fact = "f2"
		}
		want[i].Hash = "h2"
	}
	if err := put(s, graph.Changes{MoveEvidence: want}); err != nil {
		t.Fatal(err)
	}
	_, err := s.transact(context.Background(), func(x *tx) (graph.Report, error) {
		same(t, "evidence", want)(x.EvidenceOf([]string{"a1"}))
		same(t, "blocked", []graph.Evidence{want[0].Trait()})(x.Blocked([]graph.Reach{{From: "k1", To: "k1"}}, nil))
		same(t, "supporting", want[1:])(x.Supporting([]string{"f1", "f2"}))
		return graph.Report{}, nil
	})
	if err != nil {
		t.Fatal(err)
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

func TestForeignKeysHold(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "x.db"), Options{})
	c := sample()
	c.PutArticles = nil
	if err := put(s, c); err == nil {
		t.Error("evidence without its article was written")
	}
	same(t, "articles left", []graph.Evidence(nil))(exported(t, s).evidence, nil)
}

type lines struct {
	evidence []graph.Evidence
	n        int
}

func exported(t *testing.T, s *Store) (l lines) {
	t.Helper()
	err := s.Export(context.Background(), func(x graph.Line) error {
		l.n++
		if x.Evidence != nil {
			l.evidence = append(l.evidence, *x.Evidence)
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
	return l
}

func TestRefusedFiles(t *testing.T) {
	dir := t.TempDir()
	file := func(name string, statements ...string) string {
		path := filepath.Join(dir, name)
		db, err := sql.Open("sqlite", path)
		if err != nil {
			t.Fatal(err)
		}
		defer db.Close()
		for _, st := range statements {
			if _, err := db.Exec(st); err != nil {
				t.Fatal(err)
			}
		}
		return path
	}
	text := filepath.Join(dir, "text.db")
	if err := os.WriteFile(text, []byte(strings.Repeat("these are no pages\n", 100)), 0o600); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name, path string
		want       error
		hint       string
	}{
		{"a text file", text, ErrForeign, "another file name"},
		{"another program's tables", file("tables.db", "CREATE TABLE t (x)"), ErrForeign, "another file name"},
		{"another application id", file("id.db", "PRAGMA application_id = 7"), ErrForeign, "0x7"},
		{"a newer schema", file("newer.db", fmt.Sprintf("PRAGMA application_id = %d", applicationID), "PRAGMA user_version = 99"), ErrNewer, "schema 99"},
		{"an older schema", file("older.db", fmt.Sprintf("PRAGMA application_id = %d", applicationID), "CREATE TABLE t (x)"), ErrOlder, "schema 0"},
		{"a folder", dir, nil, "it is a folder"},
		{"no folder", filepath.Join(dir, "none", "x.db"), nil, "does not exist: create it"},
		{"no name", "", nil, "no file name"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			before, _ := os.ReadFile(tt.path)
			s, err := Open(context.Background(), tt.path, noWorld{}, Options{})
			if err == nil {
				s.Close()
				t.Fatal("no error")
			}
			if tt.want != nil && !errors.Is(err, tt.want) || !strings.Contains(err.Error(), tt.hint) || !strings.Contains(err.Error(), tt.path) {
				t.Errorf("error %q, want %v with %q", err, tt.want, tt.hint)
			}
			if after, _ := os.ReadFile(tt.path); string(after) != string(before) {
				t.Error("the refused file was changed")
			}
		})
	}
}

func TestEmptyFileAndOddNames(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"empty.db", "with space.db", "a%20b?c#d&mode=ro.db", "مخزن.db"} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		s := open(t, path, Options{})
		if err := put(s, sample()); err != nil {
			t.Fatalf("%+q: %v", name, err)
		}
		if info, err := os.Stat(path); err != nil || info.Size() == 0 {
			t.Errorf("%+q: the store is elsewhere: %v", name, err)
		}
	}
}

func TestLockedBySecondProcess(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.db")
	a := open(t, path, Options{})
	b := open(t, path, Options{Busy: 20 * time.Millisecond})
	_, err := a.transact(context.Background(), func(*tx) (graph.Report, error) {
		if err := put(b, sample()); !errors.Is(err, ErrLocked) || !strings.Contains(err.Error(), path) {
			t.Errorf("second writer: %v", err)
		}
		if n := exported(t, b).n; n != 0 {
			t.Errorf("a reader sees %d lines", n)
		}
		return graph.Report{}, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := put(b, sample()); err != nil {
		t.Errorf("after the lock: %v", err)
	}
}

func TestReadOnly(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.db")
	if s, err := Open(context.Background(), path, noWorld{}, Options{ReadOnly: true}); err == nil {
		s.Close()
		t.Error("a store that is not there was opened for reading")
	}
	if err := put(open(t, path, Options{}), sample()); err != nil {
		t.Fatal(err)
	}
	s := open(t, path, Options{ReadOnly: true})
	if n := exported(t, s).n; n == 0 {
		t.Error("nothing to read")
	}
	if err := put(s, sample()); !errors.Is(err, ErrReadOnly) {
		t.Errorf("write: %v", err)
	}
	// The connections for questions cannot write even if a statement tried to.
	if _, err := open(t, path, Options{}).read.Exec("DELETE FROM fact"); !errors.Is(explain(err), ErrReadOnly) {
		t.Errorf("write on a reading connection: %v", err)
	}
}

func TestDiskFull(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "x.db"), Options{})
	if err := put(s, sample()); err != nil {
		t.Fatal(err)
	}
	n := exported(t, s).n
	if err := s.exec(context.Background(), "PRAGMA max_page_count = 1"); err != nil { // SQLite takes the present size
		t.Fatal(err)
	}
	big := graph.Changes{PutArticles: []graph.Article{{ID: "big", Text: strings.Repeat("x", 1<<20)}}}
	if err := put(s, big); !errors.Is(err, ErrFull) || !strings.Contains(err.Error(), "nothing of this batch") {
		t.Errorf("error %v", err)
	}
	if got := exported(t, s).n; got != n {
		t.Errorf("%d lines, want %d as before", got, n)
	}
	if err := s.exec(context.Background(), "PRAGMA max_page_count = 1000000"); err != nil {
		t.Fatal(err)
	}
	if err := put(s, big); err != nil {
		t.Errorf("with space again: %v", err)
	}
}

func TestFaultRollsBack(t *testing.T) {
	boom := errors.New("boom")
	for _, point := range []string{"deleted", "articles", "entities", "evidence", "facts", "links", "commit"} {
		hit := false
		s := open(t, filepath.Join(t.TempDir(), "x.db"), Options{Fault: func(p string) error {
			if p == point && !hit {
				hit = true
				return boom
			}
			return nil
		}})
		if err := put(s, sample()); !errors.Is(err, boom) {
			t.Errorf("%s: error %v", point, err)
		}
		if n := exported(t, s).n; n != 0 {
			t.Errorf("%s: %d lines of a failed write are left", point, n)
		}
		if err := put(s, sample()); err != nil {
			t.Errorf("%s: again: %v", point, err)
		}
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	s, err := Open(ctx, filepath.Join(t.TempDir(), "x.db"), noWorld{}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	_, err = s.transact(ctx, func(x *tx) (graph.Report, error) {
		cancel()
		return graph.Report{}, x.Write(sample())
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	if err := put(s, sample()); err != nil {
		t.Errorf("after a cancelled write: %v", err)
	}
}
