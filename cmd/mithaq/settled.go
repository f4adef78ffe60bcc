package main

import (
	"context"
	"errors"
	"hash/maphash"
	"iter"
	"runtime"
	"time"

	"mithaq/extract"
	"mithaq/extract/article"
	"mithaq/extract/fetch"
	"mithaq/graph"
)

// What stands in place of the extraction of an article that would change nothing.
var (
	errUnchanged = errors.New("the store holds this version")
	errOlder     = errors.New("the store holds a later version")
)

// isSettled reports whether an article need not be extracted, and counts.
func isSettled(err error) bool {
	return errors.Is(err, errUnchanged) || errors.Is(err, errOlder) || errors.Is(err, fetch.ErrUnchanged)
}

// groupArticles is how many articles are looked up at once: enough to make the way to a server cheap, and few enough that an
// input that comes slowly is not kept waiting for long.
const groupArticles = batchEmbedded / 2

type items = iter.Seq2[article.Article, error]

// settle asks the store about the articles in groups, smaller ones where they come slowly, and gives those that would change nothing the error
// that says so: they need not be extracted.
func settle(ctx context.Context, s graph.Store, x *extract.Extractor, wait time.Duration, all items) items {
	return func(yield func(article.Article, error) bool) {
		st := settler{ctx: ctx, store: s, x: x, sent: newRecent(window())}
		var since time.Time // the group began
		for a, err := range all {
			if len(st.group) == 0 {
				since = time.Now()
			}
			st.group = append(st.group, outcome[struct{}]{article: a, err: err})
			st.bytes += len(a.Text)
			if len(st.group) < groupArticles && st.bytes < batchBytes && time.Since(since) < wait {
				continue
			}
			if !st.pass(yield) {
				return
			}
		}
		st.pass(yield)
	}
}

type settler struct {
	ctx   context.Context
	store graph.Store
	x     *extract.Extractor
	group []outcome[struct{}]
	bytes int
	sent  *recent
}

// pass yields the group with what the store says of it.
func (s *settler) pass(yield func(article.Article, error) bool) bool {
	var ids []string
	for _, o := range s.group {
		if o.err == nil {
			ids = append(ids, o.article.ID)
		}
	}
	versions, err := s.store.Versions(s.ctx, ids)
	if err != nil {
		return yield(article.Article{}, err)
	}
	stored := make(map[string]graph.Version, len(versions))
	for _, v := range versions {
		stored[v.ID] = v
	}
	for i, o := range s.group {
		s.group[i].article = article.Article{} // memory: a batch may be large
		if o.err == nil {
			o.err = s.verdict(o.article, stored)
		}
		if !yield(o.article, o.err) {
			return false
		}
	}
	s.group, s.bytes = s.group[:0], 0
	return true
}

// verdict says why an article need not be extracted, or notes that it will be: of an id that is on its way to the store the
// store does not know the last version yet.
func (s *settler) verdict(a article.Article, stored map[string]graph.Version) error {
	v, ok := stored[a.ID]
	if ok && !s.sent.holds(a.ID) {
		g := s.x.Unread(a)
		switch {
		case v.Holds(g):
			return errUnchanged
		case v.Outdates(g):
			return errOlder
		}
	}
	s.sent.add(a.ID)
	return nil
}

// window is how many articles may be on their way from the look-up to the store: a group, the queue with what the workers
// hold, and a batch.
func window() int { return groupArticles + ahead + runtime.GOMAXPROCS(0) + batchArticles + 2 }

// recent knows the last so many texts that were added, by their hashes: a false hit only costs an extraction.
type recent struct {
	seed  maphash.Seed
	ring  []uint64
	next  int
	count map[uint64]int
}

func newRecent(n int) *recent {
	return &recent{seed: maphash.MakeSeed(), ring: make([]uint64, 0, n), count: map[uint64]int{}}
}

func (r *recent) holds(s string) bool { return r.count[maphash.String(r.seed, s)] > 0 }

func (r *recent) add(s string) {
	h := maphash.String(r.seed, s)
	r.count[h]++
	if len(r.ring) < cap(r.ring) {
		r.ring = append(r.ring, h)
		return
	}
	old := r.ring[r.next]
	if r.count[old]--; r.count[old] == 0 {
		delete(r.count, old)
	}
	r.ring[r.next] = h
	r.next = (r.next + 1) % len(r.ring)
}
