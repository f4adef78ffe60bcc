package graph

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// InvalidError says what is wrong with an extraction.
type InvalidError struct {
	Article  string
	Problems []string
}

func (e *InvalidError) Error() string {
	return fmt.Sprintf("check article %q: %s", e.Article, strings.Join(e.Problems, "; "))
}

// Check returns an [*InvalidError] with every problem if the extraction breaks a rule of the model. [Apply] refuses
// a batch with such an article, so who wants to store the rest checks first.
func Check(w World, x Extraction) error {
	c := checker{world: w, x: x, full: x.Article.Full(), nodes: map[int]string{}, mentioned: map[Ref]bool{}, known: map[Ref][]string{}}
	c.article()
	c.numbers()
	for _, m := range x.Mentions {
		c.mention(m)
	}
	for _, claim := range x.Claims {
		c.claim(claim)
	}
	if len(c.problems) == 0 {
		return nil
	}
	return &InvalidError{Article: x.Article.ID, Problems: c.problems}
}

type checker struct {
	world     World
	x         Extraction
	full      string
	nodes     map[int]string // label of each node claim
	mentioned map[Ref]bool
	known     map[Ref][]string // labels of known nodes, looked up once
	problems  []string
}

func (c *checker) addf(format string, args ...any) {
	c.problems = append(c.problems, fmt.Sprintf(format, args...))
}

func (c *checker) article() {
	a := c.x.Article
	if !validID(a.ID) {
		c.addf("article id %+.100q is empty, longer than %d bytes, or has spaces or control characters at its ends or inside", a.ID, maxKey)
	}
	for _, key := range []string{a.Record, a.URL} {
		if len(key) > maxKey {
			c.addf("record id or URL %+.60q has %d bytes, more than %d", key, len(key), maxKey)
		}
	}
	if a.Hash == "" {
		c.addf("the hash of the text is missing")
	}
	if a.Published != "" && !validPublished(a.Published) {
		c.addf("published %+q is no day, month, year or RFC 3339 time", a.Published)
	}
	c.text("article", a.Record, a.Title, a.Text, a.Source, a.URL, a.Lang, a.Hash, a.Program)
}

// text refuses what not every store can keep.
func (c *checker) text(where string, all ...string) {
	for _, s := range all {
		if !utf8.ValidString(s) || strings.IndexByte(s, 0) >= 0 {
			c.addf("%s has a string that is no UTF-8 or holds a zero byte: %.40q", where, s)
		}
	}
}

// maxKey bounds what stores keep in an index, in bytes: a server refuses keys of more than some thousand, and with them the batch.
const maxKey = 4000

// validID keeps ids free of what separates keys and of what cannot be seen.
func validID(id string) bool {
	if len(id) > maxKey {
		return false
	}
	bad := func(r rune) bool { return r == utf8.RuneError || unicode.IsControl(r) || unicode.In(r, unicode.Cf) }
	return id != "" && strings.TrimSpace(id) == id && !strings.ContainsFunc(id, bad)
}

func (c *checker) numbers() {
	seen := map[int]bool{}
	for _, claim := range c.x.Claims {
		if claim.N < 1 || seen[claim.N] {
			c.addf("claim number %d is not positive or not unique", claim.N)
		}
		seen[claim.N] = true
		if k, ok := KindOf(claim.Type); ok && k.Derived {
			c.nodes[claim.N] = claim.Type
		}
	}
	for _, m := range c.x.Mentions {
		if c.mentioned[m.Node] {
			c.addf("node %q is mentioned in two records", m.Node)
		}
		c.mentioned[m.Node] = true
	}
}

// labels returns the labels of the node that r points to, or nil.
func (c *checker) labels(r Ref) []string {
	if n, ok := r.Local(); ok {
		if label := c.nodes[n]; label != "" && r == LocalRef(n) {
			return []string{label}
		}
		return nil
	}
	labels, ok := c.known[r]
	if !ok {
		if e, ok := knownEntity(c.world, string(r)); ok {
			labels = e.Labels
		}
		c.known[r] = labels
	}
	return labels
}

func (c *checker) mention(m Mention) {
	where := fmt.Sprintf("mention of %q", m.Node)
	labels := c.labels(m.Node)
	if labels == nil {
		c.addf("%s: no such node", where)
	}
	if m.Count < 0 || m.Count == 0 && !slices.Contains(labels, LabelTopic) {
		c.addf("%s: count is %d", where, m.Count)
	}
	seen := map[string]bool{}
	for _, s := range m.Surfaces {
		if s == "" || seen[s] {
			c.addf("%s: surface %+q is empty or stands twice", where, s)
		}
		seen[s] = true
	}
	c.text(where, m.Surfaces...)
	c.sentence(where, m.Sentence, m.Span)
}

// sentence checks that the offsets cut exactly the sentence out of the article.
func (c *checker) sentence(where, sentence string, s Span) {
	if s.Start < 0 || s.End < s.Start || s.End > len(c.full) {
		c.addf("%s: span %d-%d lies outside of the text", where, s.Start, s.End)
		return
	}
	if c.full[s.Start:s.End] != sentence {
		c.addf("%s: bytes %d-%d are not the sentence %.40q", where, s.Start, s.End, sentence)
	}
}

func (c *checker) claim(claim Claim) {
	where := fmt.Sprintf("claim %d", claim.N)
	if claim.Rule == "" {
		c.addf("%s: no rule", where)
	}
	if !slices.Contains([]Status{Asserted, Planned, Alleged, Denied}, claim.Status) {
		c.addf("%s: status %q", where, claim.Status)
	}
	if claim.Date != "" && !validDate(claim.Date) {
		c.addf("%s: date %q is no day, month or year", where, claim.Date)
	}
	c.text(where, claim.NameAr, claim.NameEn, claim.Fold, claim.Kind, claim.Ordinal, claim.State, claim.Title, claim.Class, claim.Rule)
	c.text(where, claim.Topics...)
	c.sentence(where, claim.Sentence, claim.Span)
	if strings.Contains(claim.Class, "|") {
		c.addf("%s: class %q", where, claim.Class)
	}
	if c.nodes[claim.N] == claim.Type {
		c.nodeClaim(where, claim)
	} else {
		c.relationClaim(where, claim)
	}
}

func (c *checker) nodeClaim(where string, claim Claim) {
	if !c.mentioned[LocalRef(claim.N)] {
		c.addf("%s: the node is not mentioned", where)
	}
	if claim.Subject != "" || claim.Object != "" {
		c.addf("%s: a node claim has no subject and object", where)
	}
	for _, p := range claim.Participants {
		c.end(where+": participant", p, actors)
	}
	c.optional(where+": place", claim.Place, []string{LabelPlace, LabelState})
	c.optional(where+": nation", claim.Nation, []string{LabelState})
}

func (c *checker) relationClaim(where string, claim Claim) {
	r, ok := RelationOf(claim.Type)
	if !ok || !r.Claimable() {
		c.addf("%s: no claim can have the type %q", where, claim.Type)
		return
	}
	c.end(where+": subject", claim.Subject, r.Subjects)
	c.end(where+": object", claim.Object, r.Objects)
	if claim.Subject == claim.Object {
		c.addf("%s: subject and object are both %q", where, claim.Subject)
	}
	if claim.Class != "" && claim.Type != HoldsOffice {
		c.addf("%s: %s has no class of office", where, claim.Type)
	}
}

// end checks a node that the claim needs in the graph: it must be mentioned, because only mentions make nodes exist.
func (c *checker) end(where string, r Ref, allowed []string) {
	if r == "" {
		c.addf("%s is missing", where)
		return
	}
	c.optional(where, r, allowed)
	if !c.mentioned[r] {
		c.addf("%s: %q is not mentioned", where, r)
	}
}

func (c *checker) optional(where string, r Ref, allowed []string) {
	if r == "" {
		return
	}
	labels := c.labels(r)
	if labels == nil {
		c.addf("%s: no node %q", where, r)
	} else if !overlap(labels, allowed) {
		c.addf("%s: %q is %s, not %s", where, r, strings.Join(labels, " and "), strings.Join(allowed, " or "))
	}
}

func overlap(a, b []string) bool {
	return slices.ContainsFunc(a, func(s string) bool { return slices.Contains(b, s) })
}
