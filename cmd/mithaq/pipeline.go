package main

import (
	"context"
	"fmt"
	"iter"
	"runtime"
	"sync"

	"mithaq/extract/article"
)

// outcome is what became of one item of the input: a value, or why it was refused.
type outcome[T any] struct {
	article article.Article
	value   T
	err     error
}

// ahead is how many items the workers may be ahead of the consumer: enough for a batch to be extracted while the one before
// it is written, and little enough to keep memory flat.
const ahead = batchEmbedded

// inOrder maps work over the items of a sequence on all processors and yields the outcomes in the order of the items.
// A panic in work is an error of that item alone.
func inOrder[T any](ctx context.Context, items iter.Seq2[article.Article, error], work func(article.Article) (T, error)) iter.Seq[outcome[T]] {
	return func(yield func(outcome[T]) bool) {
		ctx, stop := context.WithCancel(ctx)
		var wg sync.WaitGroup
		defer wg.Wait()
		defer stop()
		type job struct {
			article article.Article
			result  chan outcome[T]
		}
		jobs := make(chan job)
		queue := make(chan chan outcome[T], ahead)
		wg.Go(func() {
			defer close(queue)
			defer close(jobs)
			for a, err := range items {
				result := make(chan outcome[T], 1)
				select {
				case queue <- result:
				case <-ctx.Done():
					return
				}
				if err != nil {
					result <- outcome[T]{article: a, err: err}
					continue
				}
				select {
				case jobs <- job{a, result}:
				case <-ctx.Done():
					return
				}
			}
		})
		for range runtime.GOMAXPROCS(0) {
			wg.Go(func() {
				for j := range jobs {
					value, err := guarded(j.article, work)
					j.result <- outcome[T]{j.article, value, err}
				}
			})
		}
		for result := range queue {
			select {
			case o := <-result:
				if !yield(o) {
					return
				}
			case <-ctx.Done():
				return
			}
		}
	}
}

func guarded[T any](a article.Article, work func(article.Article) (T, error)) (value T, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%s: internal error, please report it with the article: %v", place(a), r)
		}
	}()
	return work(a)
}

// place names an article in a message: the file with the line, or the id.
func place(a article.Article) string {
	switch {
	case a.Path == "":
		return "article " + a.ID
	case a.Line > 1:
		return fmt.Sprintf("%s:%d", a.Path, a.Line)
	}
	return a.Path
}
