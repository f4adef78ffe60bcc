package graph

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
)

// Version is what a store says of an article without its text: enough to know whether the article would change anything.
type Version struct {
	ID        string
	Digest    string // see [Article.Digest]; empty if an older program wrote the article
	Published string
}

// digestSize is the length of a digest in bytes: the two versions that it tells apart are of one id, so 128 bits are plenty.
const digestSize = 16

// Digest is the same for two versions of an article that differ in nothing but the time of loading. It is quick: Hash, which
// needs the normaliser, follows from title and text and is left out.
func (a Article) Digest() string {
	h := sha256.New()
	var size [8]byte
	for _, s := range [...]string{a.ID, a.Record, a.Title, a.Text, a.Source, a.URL, a.Lang, a.Published, a.Program} {
		binary.LittleEndian.PutUint64(size[:], uint64(len(s)))
		h.Write(size[:])
		h.Write([]byte(s))
	}
	return hex.EncodeToString(h.Sum(nil)[:digestSize])
}

// Holds reports whether the stored version is a.
func (v Version) Holds(a Article) bool { return v.Digest != "" && v.Digest == a.Digest() }

// Outdates reports whether the stored version stays although a comes: it was published later.
func (v Version) Outdates(a Article) bool { return !supersedes(a, Article{Published: v.Published}) }
