package neo4j

import (
	"context"
	"os"
	"strconv"
	"testing"
	"time"

	"mithaq/graph"
	"mithaq/internal/neo4jtest"
	"mithaq/internal/synth"
)

// fullServer runs at its full speed; the servers of the tests are tuned for a quick start and run at half of it.
var fullServer neo4jtest.Shared

func fullSpeed(b *testing.B) *neo4jtest.Server {
	b.Helper()
	db := fullServer.Get(b, neo4jtest.Options{Auth: os.Getenv("MITHAQ_TEST_NEO4J") == "", Full: true})
	db.Wipe(b)
	return db
}

// BenchmarkUpsert loads a synthetic stream in batches of 200 articles. relationships/s counts what is new in the graph:
// facts, mentions, reports and evidence. Making the articles is not part of the time.
func BenchmarkUpsert(b *testing.B) {
	s := open(b, fullSpeed(b), synth.World{}, Options{})
	stream := synth.New(1)
	for range warmUp {
		if _, err := s.Upsert(context.Background(), stream.Batch(200)); err != nil {
			b.Fatal(err)
		}
	}
	before := relationships(b, s)
	articles := 0
	for b.Loop() {
		b.StopTimer()
		batch := stream.Batch(200)
		b.StartTimer()
		if _, err := s.Upsert(context.Background(), batch); err != nil {
			b.Fatal(err)
		}
		articles += len(batch)
	}
	b.StopTimer()
	total := relationships(b, s) - before
	b.ReportMetric(float64(total)/b.Elapsed().Seconds(), "relationships/s")
	b.ReportMetric(float64(articles)/b.Elapsed().Seconds(), "articles/s")
	b.ReportMetric(float64(total)/float64(articles), "relationships/article")
}

// BenchmarkGrowth writes to graphs of 1,000 and 10,000 articles in turn and removes single articles from them. A server has one
// database, so each graph has a server of its own.
func BenchmarkGrowth(b *testing.B) {
	if os.Getenv("MITHAQ_TEST_NEO4J") != "" {
		b.Skip("it needs two servers, and MITHAQ_TEST_NEO4J names one")
	}
	var all []*synth.Grown
	for _, size := range []int{1_000, 10_000} {
		s := open(b, neo4jtest.Start(b, neo4jtest.Options{Auth: true, Full: true}), synth.World{}, Options{})
		warm := synth.NewGrown(s, 2) // lets the server compile its statements
		warm.Grow(b, 4000)
		warm.Empty(b)
		g := synth.NewGrown(s, 1)
		g.Grow(b, size)
		all = append(all, g)
	}
	for b.Loop() {
		for _, g := range all {
			g.Turn(b, 200, 5)
		}
	}
	for _, g := range all {
		g.Report(b, all[0])
	}
}

// warmUp batches let the server compile and the caches fill; the time of a long load is asked for.
const warmUp = 40

func relationships(b *testing.B, s *Store) (total int) {
	b.Helper()
	st, err := s.Status(context.Background())
	if err != nil {
		b.Fatal(err)
	}
	for _, n := range st.Types {
		total += n
	}
	return total
}

// BenchmarkRemove takes single articles back out of a graph of 4,000.
func BenchmarkRemove(b *testing.B) {
	s := open(b, fullSpeed(b), synth.World{}, Options{})
	var ids []string
	stream := synth.New(1)
	for range 20 {
		batch := stream.Batch(200)
		for _, x := range batch {
			ids = append(ids, x.Article.ID)
		}
		if _, err := s.Upsert(context.Background(), batch); err != nil {
			b.Fatal(err)
		}
	}
	for b.Loop() {
		if len(ids) == 0 {
			b.Skip("all articles are gone")
		}
		if _, err := s.Remove(context.Background(), ids[len(ids)-1:]); err != nil {
			b.Fatal(err)
		}
		ids = ids[:len(ids)-1]
	}
}

// BenchmarkCreateOnly is the ceiling: the same stream by plain CREATE, which looks for nothing but the two ends and
// makes duplicate facts at every repetition. Compare it with BenchmarkUpsert of the same run.
func BenchmarkCreateOnly(b *testing.B) {
	s := open(b, fullSpeed(b), synth.World{}, Options{})
	stream := synth.New(1)
	known := map[string]bool{}
	for range warmUp {
		if err := createOnly(s, plain(stream.Batch(200), known)); err != nil {
			b.Fatal(err)
		}
	}
	total := 0
	for b.Loop() {
		b.StopTimer()
		c := plain(stream.Batch(200), known)
		total += len(c.PutEvidence) + len(c.PutFacts) + len(c.PutLinks)
		b.StartTimer()
		if err := createOnly(s, c); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(total)/b.Elapsed().Seconds(), "relationships/s")
}

// BenchmarkUpsertBesideCreate loads one stream and creates another in turn, so that both meet the same machine: relationships/s of
// each, and what part of the ceiling the upsert reaches. The last part of the name is the articles of a batch.
func BenchmarkUpsertBesideCreate(b *testing.B) {
	for _, size := range []int{100, 200, 400, 800} {
		b.Run(strconv.Itoa(size), func(b *testing.B) { upsertBesideCreate(b, size) })
	}
}

func upsertBesideCreate(b *testing.B, size int) {
	s := open(b, fullSpeed(b), synth.World{}, Options{})
	upserts, creates := synth.New(1), synth.New(2)
	known := map[string]bool{}
	var spent [2]time.Duration
	var made [2]int
	turn := func() {
		batch, c := upserts.Batch(size), plain(creates.Batch(size), known)
		before, at := relationships(b, s), time.Now()
		if _, err := s.Upsert(context.Background(), batch); err != nil {
			b.Fatal(err)
		}
		spent[0] += time.Since(at)
		made[0] += relationships(b, s) - before
		at = time.Now()
		if err := createOnly(s, c); err != nil {
			b.Fatal(err)
		}
		spent[1] += time.Since(at)
		made[1] += len(c.PutEvidence) + len(c.PutFacts) + len(c.PutLinks)
	}
	for range warmUp * 200 / size / 2 {
		turn()
	}
	spent, made = [2]time.Duration{}, [2]int{}
	for b.Loop() {
		turn()
	}
	upsert, create := float64(made[0])/spent[0].Seconds(), float64(made[1])/spent[1].Seconds()
	b.ReportMetric(upsert, "relationships/s")
	b.ReportMetric(create, "created/s")
	b.ReportMetric(upsert/create, "ratio")
}

// plain turns articles into records without deriving anything: each claim of a relation is a fact of its own.
func plain(batch []graph.Extraction, known map[string]bool) (c graph.Changes) {
	for _, x := range batch {
		c.PutArticles = append(c.PutArticles, x.Article)
		id := func(r graph.Ref) string {
			if _, local := r.Local(); local {
				return x.Article.Record + string(r)
			}
			return string(r)
		}
		for _, m := range x.Mentions {
			e, ok := synth.World{}.Entity(id(m.Node))
			if !ok {
				e = graph.Entity{ID: id(m.Node), Labels: []string{graph.LabelEvent}}
			}
			if !known[e.ID] {
				known[e.ID] = true
				c.PutEntities = append(c.PutEntities, e)
			}
			c.PutLinks = append(c.PutLinks, graph.Link{Type: graph.Mentions, Article: x.Article.ID, Node: e.ID, Count: m.Count, Surfaces: m.Surfaces, Span: m.Span})
		}
		for _, claim := range x.Claims {
			e := graph.Evidence{Article: x.Article.ID, Hash: x.Article.Hash, Published: x.Article.Published, Claim: claim}
			if claim.Subject != "" {
				e.Fact = e.ID()
				c.PutFacts = append(c.PutFacts, graph.Fact{Key: e.ID(), Type: claim.Type, Subject: id(claim.Subject), Object: id(claim.Object), Status: claim.Status, Support: 1})
			}
			c.PutEvidence = append(c.PutEvidence, e)
		}
	}
	return c
}

func createOnly(s *Store, c graph.Changes) error {
	_, err := s.transact(context.Background(), func(t *tx) (graph.Report, error) {
		w := &writer{tx: t}
		w.put("put_article.cypher", rowsOf(c.PutArticles, articleProps))
		w.putEntities(c.PutEntities)
		w.putEvidence(c.PutEvidence)
		byType := map[string][]map[string]any{}
		for _, f := range c.PutFacts {
			byType[f.Type] = append(byType[f.Type], map[string]any{"subject": f.Subject, "object": f.Object, "props": factProps(f)})
		}
		for _, name := range sortedKeys(byType) {
			if w.err != nil {
				break
			}
			result, err := t.tx.Run(t.ctx, `UNWIND $rows AS row MATCH (a:Entity {id: row.subject}) MATCH (b:Entity {id: row.object})
				CREATE (a)-[r:`+name+`]->(b) SET r = row.props`, map[string]any{"rows": byType[name]})
			if err == nil {
				_, err = result.Consume(t.ctx)
			}
			w.err = err
		}
		w.putLinks(c.PutLinks)
		return graph.Report{}, w.err
	})
	return err
}
