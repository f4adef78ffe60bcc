package memory

import (
	"context"

	"mithaq/graph"
)

// Versions says which versions of articles there are.
func (s *Store) Versions(ctx context.Context, ids []string) ([]graph.Version, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	var all []graph.Version
	for _, a := range s.articles.get(ids, lessArticle) {
		all = append(all, graph.Version{ID: a.ID, Digest: a.Digest(), Published: a.Published})
	}
	return all, ctx.Err()
}

// Notes returns what is kept under keys.
func (s *Store) Notes(ctx context.Context, keys []string) (map[string]string, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	found := map[string]string{}
	for _, key := range keys {
		if text, ok := s.notes[key]; ok {
			found[key] = text
		}
	}
	return found, ctx.Err()
}

// Remember keeps texts under keys.
func (s *Store) Remember(ctx context.Context, notes map[string]string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := ctx.Err(); err != nil {
		return err
	}
	for key, text := range notes {
		if s.notes[key] = text; text == "" {
			delete(s.notes, key)
		}
	}
	return nil
}
