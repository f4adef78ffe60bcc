package fetch

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"iter"
	"sync"

	"mithaq/extract/article"
	"mithaq/graph"
)

// ErrUnchanged stands in place of an article that a store holds and that its page or feed did not change; of the article beside it
// only the ID is set.
var ErrUnchanged = errors.New("unchanged since it was fetched")

// Memory is what a store remembers for a reader. Every [graph.Store] is one.
type Memory interface {
	Notes(ctx context.Context, keys []string) (map[string]string, error)
	Remember(ctx context.Context, notes map[string]string) error
	Versions(ctx context.Context, ids []string) ([]graph.Version, error)
}

// Reader reads the articles of addresses.
type Reader struct {
	Client *Client
	// Memory is asked for what was fetched before; without one everything is fetched.
	Memory Memory
	// Program is the fingerprint of what reads: what another one fetched is fetched again.
	Program string

	mu      sync.Mutex             // whoever keeps notes is not who reads
	pending map[string]pendingNote // by key
	fresh   []string               // keys of those of which it is not known to which items they belong
}

// Read yields the articles of a page or feed. An item of a feed that has only a summary gives the article of the page that it
// links to. Each pair is an article or an error: an [*article.Error], [ErrUnchanged], or what ends the sequence.
func (r *Reader) Read(ctx context.Context, address string, opts article.Options) iter.Seq2[article.Article, error] {
	return func(yield func(article.Article, error) bool) {
		was, err := r.recall(ctx, address)
		if err != nil {
			yield(article.Article{}, err)
			return
		}
		page, err := r.Client.Get(ctx, address, was.Condition)
		switch {
		case errors.Is(err, ErrNotModified):
			r.unchanged(was, yield)
		case err != nil:
			yield(article.Article{}, refusal(address, err))
		default:
			r.document(ctx, address, page, opts, yield)
		}
	}
}

// document yields what an answer holds, and notes it if nothing of it was refused.
func (r *Reader) document(ctx context.Context, address string, page Page, opts article.Options, yield func(article.Article, error) bool) {
	now := note{Condition: page.Condition}
	complete := true
	for a, err := range article.ReadDocument(ctx, page.document(Shown(address)), opts) {
		if err == nil && a.FullText != "" {
			i := r.item(ctx, a, opts)
			for _, id := range i.unchanged {
				now.IDs = append(now.IDs, id)
				if !yield(article.Article{ID: id}, ErrUnchanged) {
					return
				}
			}
			if a, err = i.article, i.err; i.unchanged != nil {
				continue
			}
			complete = complete && !i.later
		}
		complete = complete && err == nil
		now.IDs = append(now.IDs, a.ID)
		if !yield(a, err) {
			return
		}
	}
	if complete && ctx.Err() == nil {
		r.note(address, now)
	}
}

func (p Page) document(name string) article.Document {
	return article.Document{Name: name, URL: p.URL, ContentType: p.ContentType, Body: bytes.NewReader(p.Body)}
}

// Follow passes articles on; those that are the summary of a page, as feeds in files have them, give the article of the page.
func (r *Reader) Follow(ctx context.Context, all iter.Seq2[article.Article, error], opts article.Options) iter.Seq2[article.Article, error] {
	return func(yield func(article.Article, error) bool) {
		for a, err := range all {
			if err == nil && a.FullText != "" {
				i := r.item(ctx, a, opts)
				if i.unchanged != nil {
					r.unchanged(note{IDs: i.unchanged}, yield)
					continue
				}
				a, err = i.article, i.err
			}
			if !yield(a, err) {
				return
			}
		}
	}
}

// unchanged yields the articles that an address gave the last time.
func (r *Reader) unchanged(was note, yield func(article.Article, error) bool) {
	for _, id := range was.IDs {
		if !yield(article.Article{ID: id}, ErrUnchanged) {
			return
		}
	}
}

// refusal is the form in which an item that cannot be read is told.
func refusal(address string, err error) error {
	var e *Error
	if !errors.As(err, &e) {
		return fmt.Errorf("fetch %s: %w", Shown(address), err)
	}
	return &article.Error{Path: e.URL, Err: e.Err, Advice: e.Advice}
}

// Mark says that what was noted so far belongs to the first n items of a run, the one that is on its way included.
func (r *Reader) Mark(n int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, k := range r.fresh {
		if p, ok := r.pending[k]; ok {
			p.after = n
			r.pending[k] = p
		}
	}
	r.fresh = r.fresh[:0]
}

// Keep remembers what was fetched since the last call. It is for after the articles were written: what was noted before them
// would be skipped the next time although no store holds it.
func (r *Reader) Keep(ctx context.Context) error {
	return r.keep(ctx, func(pendingNote) bool { return true })
}

// KeepFirst remembers what belongs to the first n items of a run, which were written: a run that is interrupted need not fetch
// them again.
func (r *Reader) KeepFirst(ctx context.Context, n int) error {
	return r.keep(ctx, func(p pendingNote) bool { return p.after > 0 && p.after <= n })
}

func (r *Reader) keep(ctx context.Context, ripe func(pendingNote) bool) error {
	if r.Memory == nil {
		return nil
	}
	r.mu.Lock()
	notes := map[string]string{}
	for k, p := range r.pending {
		if ripe(p) {
			notes[k] = p.text
		}
	}
	r.mu.Unlock()
	if len(notes) == 0 {
		return nil
	}
	if err := r.Memory.Remember(ctx, notes); err != nil {
		return err
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	for k, text := range notes {
		if r.pending[k].text == text {
			delete(r.pending, k)
		}
	}
	return nil
}

// Forget drops what was noted since the last Keep: the articles were not written.
func (r *Reader) Forget() {
	r.mu.Lock()
	defer r.mu.Unlock()
	clear(r.pending)
	r.fresh = r.fresh[:0]
}
