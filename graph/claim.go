package graph

import "strconv"

// Article is a source text and where it came from.
type Article struct {
	ID        string // canonical URL, else source and record id, else text hash
	Record    string // the id that the input gave
	Title     string
	Text      string
	Source    string
	URL       string
	Lang      string
	Published string // day, month, year or RFC 3339 time; empty if unknown
	Hash      string // SHA-256 (hex) of the normalised title and text
	Sketch    string // what the text begins with, in a form that tells whether two articles have one text: see [OneText]
	Wire      string // names the articles of one text: the Hash of the one with the smallest id. The store computes it
	Program   string // fingerprint of rules, gazetteer and overlay that made the claims
	LoadedAt  string // RFC 3339, never exported
	Corrected string // the corrections of users that acted in it, one a line: "overlay.jsonl:3 fix"
}

// Full returns the text in which the offsets of claims count bytes.
func (a Article) Full() string { return a.Title + "\n" + a.Text }

// Ref names an end of a claim: the id of a node that the world knows ("RUS", "person/vladimir-putin"),
// or "#3", the node that claim 3 of the same article describes.
type Ref string

// LocalRef returns the reference to claim n of the same article.
func LocalRef(n int) Ref { return Ref("#" + strconv.Itoa(n)) }

// Local returns the number of the claim that r points to, if it is a local reference.
func (r Ref) Local() (int, bool) {
	if len(r) < 2 || r[0] != '#' {
		return 0, false
	}
	n, err := strconv.Atoi(string(r[1:]))
	return n, err == nil
}

// Span is where a sentence stands: bytes in [Article.Full].
type Span struct{ Start, End int }

// Mention says that the article names a node, known or local.
type Mention struct {
	Node     Ref
	Count    int
	Surfaces []string // distinct, as written, in order of appearance
	Sentence string   // the sentence of the first mention
	Span

	Nation Ref    // the state that a known person, organization or place belongs to, or that a state organ stands for
	Sound  string // of a person whom the world does not know: the consonants of each word of the name
	Dating Dating // of an event or agreement: how the text gives its day
	Lead   bool   // the headline or one of the first sentences tells of it
}

// Dating says how sure a day is that an article gives an event.
type Dating string

// The ways to give a day. An empty one is as good as ByCalendar.
const (
	ByCalendar Dating = "calendar" // "on 3 November", "on Monday"
	Relative   Dating = "relative" // "yesterday": a day off where the dateline is late
	Nearby     Dating = "nearby"   // taken from another sentence
)

// Claim is one thing that an article says: that an event, agreement, person, organization or place which
// the world does not know exists (a node claim), or that a relation holds (a relation claim).
type Claim struct {
	N    int    // running number in the article, from 1
	Type string // a node label for node claims, else a relation type

	// Node claims only.
	NameAr, NameEn string
	Fold           string // normalised full name of a person, organization or place; empty if only part is known
	Kind           string
	Ordinal        string // "30" for the 30th meeting
	Place          Ref
	Participants   []Ref  // of an event; the parties of an agreement
	State          string // happened, ongoing ... of events; signed, in_force ... of agreements
	Nation         Ref    // the state of a person, organization or place, if the text gives it

	// Relation claims only.
	Subject, Object Ref
	Title           string // HOLDS_OFFICE: as written, without the country word
	Class           string // HOLDS_OFFICE: class of the office

	Status   Status
	Date     string // of the act or event: day, month or year; empty if the text gives none
	Topics   []string
	Sentence string
	Span
	Rule    string   // stable rule id
	Overlay []string // what corrections of users do to the claim: see CorrectedBy, JoinedWith and ApartWith
}

// Extraction is all that one article claims.
type Extraction struct {
	Article  Article
	Mentions []Mention
	Claims   []Claim
}

// Status says how sure the article is of a claim.
type Status string

// The four statuses. Only asserted facts carry their own relationship type.
const (
	Asserted Status = "asserted"
	Planned  Status = "planned"
	Alleged  Status = "alleged"
	Denied   Status = "denied"
)
