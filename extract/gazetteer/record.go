package gazetteer

import (
	"cmp"
	"fmt"
)

// Kind tells what a record is about.
type Kind uint8

// The kinds of records.
const (
	State Kind = iota
	Organization
	Person
	Place
	Office // titles, portfolios, honorifics and modifiers: offices.jsonl
	Topic
	kindCount
)

func (k Kind) String() string {
	if k < kindCount {
		return [...]string{"state", "organization", "person", "place", "office", "topic"}[k]
	}
	return fmt.Sprintf("kind(%d)", uint8(k))
}

// Record is one thing of the world. Exactly one of the typed parts is set, the one of its kind.
type Record struct {
	ID       string
	Kind     Kind
	Wikidata string
	Source   []string
	Checked  bool
	Src      Source
	Texts    []Texts // the names, by language as the file has them

	State  *StateInfo
	Org    *OrgInfo
	Leader *LeaderInfo
	Place  *PlaceInfo
	Office *OfficeInfo
	Topic  *TopicInfo
}

// Texts are texts of one language; the first is the canonical one.
type Texts struct {
	Lang string
	List []string
}

// Source is the place of a record in the data.
type Source struct {
	File string
	Line int
}

func (s Source) String() string { return fmt.Sprintf("%s:%d", s.File, s.Line) }

// Names returns the names of the record in a language, the canonical one first.
func (r *Record) Names(lang string) []string { return in(r.Texts, lang) }

// Canonical returns the canonical name in a language, or "".
func (r *Record) Canonical(lang string) string {
	if n := r.Names(lang); len(n) > 0 {
		return n[0]
	}
	return ""
}

func in(list []Texts, lang string) []string {
	for _, t := range list {
		if t.Lang == lang {
			return t.List
		}
	}
	return nil
}

func byID(a, b *Record) int { return cmp.Compare(a.ID, b.ID) }

// StateInfo is what only states have.
type StateInfo struct {
	ISO2        string
	Status      string
	Region      string
	Capital     string  // place id
	From, To    string  // of historic states
	Nationality []Texts // masculine adjectives; the other forms follow by the rules of nationality.jsonl
	People      []Texts // plurals that no rule gives
	Government  []Texts // names that stand for the state: its capital, a palace
}

// OrgInfo is what only organizations have.
type OrgInfo struct {
	Kind     string
	Acronyms []Texts
	State    string // of a national body
	Parent   string
	Seat     string
	Members  []Member
}

// Member is a state or organization that belongs, or belonged, to an organization; [From, To).
type Member struct{ ID, From, To string }

// LeaderInfo is what only people have.
type LeaderInfo struct {
	Family []Texts // the short names that news uses after the full one
	Gender string  // "m", "f" or unknown
	Terms  []Term
}

// Term is a time in an office: the half-open days [From, To). An empty To is unknown or not over yet.
type Term struct {
	Office   string // office id, or office:portfolio
	Of       string // state or organization id
	Title    []Texts
	From, To string
	Disputed bool
}

// PlaceInfo is what only places have.
type PlaceInfo struct {
	Type     string
	State    string
	Lat, Lon float64
	Pop      string // population class
}

// OfficeInfo is what only titles have.
type OfficeInfo struct {
	Class    string
	Gives    string  // portfolio: the class of its minister
	Needs    string  // "state", "org", "either" or nothing
	State    string  // whose office it is where the text does not say
	Single   bool    // one holder at a time
	Pattern  []Texts // how a portfolio joins: "{} minister"
	Feminine []Texts
	Plural   []Texts
}

// TopicInfo is what only topics have.
type TopicInfo struct{ Triggers []Texts }
