package fetch

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
)

// note is what a store remembers of an address: what the server said, and which articles came of it.
type note struct {
	Program string `json:"program"`
	Condition
	IDs  []string `json:"ids"`
	Item string   `json:"item,omitempty"` // of a page to which a feed links: a hash of the feed's item
}

// pendingNote is a note that no store has yet.
type pendingNote struct {
	text  string
	after int // how many items must be written before it may be kept; 0 is unknown
}

// longKey is from where on a hash stands for an address: databases bound their keys.
const longKey = 500

func key(address string) string {
	s := Shown(address)
	if len(s) > longKey {
		sum := sha256.Sum256([]byte(s))
		s = hex.EncodeToString(sum[:])
	}
	return "fetch " + s
}

// recall returns what is known of an address, or nothing if it was another program that fetched it or if the store does not
// hold all of its articles any more.
func (r *Reader) recall(ctx context.Context, address string) (n note, err error) {
	if r.Memory == nil {
		return note{}, nil
	}
	k := key(address)
	notes, err := r.Memory.Notes(ctx, []string{k})
	if err != nil {
		return note{}, err
	}
	if json.Unmarshal([]byte(notes[k]), &n) != nil || n.Program != r.Program {
		return note{}, nil // none, or of another version
	}
	held, err := r.Memory.Versions(ctx, n.IDs)
	if err != nil {
		return note{}, err
	}
	if len(held) < distinct(n.IDs) {
		return note{}, nil
	}
	return n, nil
}

func distinct(ids []string) int {
	set := map[string]bool{}
	for _, id := range ids {
		set[id] = true
	}
	return len(set)
}

// note keeps what is known of an address until Keep.
func (r *Reader) note(address string, n note) {
	if r.Memory == nil || n.Condition == (Condition{}) && n.Item == "" {
		return
	}
	n.Program = r.Program
	data, err := json.Marshal(n)
	if err != nil {
		return // cannot be: it is all text
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.fresh = append(r.fresh, key(address))
	if r.pending == nil {
		r.pending = map[string]pendingNote{}
	}
	r.pending[key(address)] = pendingNote{text: string(data)}
}

// itemHash tells whether an item of a feed changed.
func itemHash(parts ...string) string {
	h := sha256.New()
	for _, p := range parts {
		fmt.Fprintf(h, "%d %s", len(p), p)
	}
	return hex.EncodeToString(h.Sum(nil)[:16])
}
