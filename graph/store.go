package graph

import "context"

// World is what the program knows without reading an article: the gazetteer, seen from the graph.
type World interface {
	// Entity returns the node of a known id; ok is false if the world does not know it.
	Entity(id string) (e Entity, ok bool)
	// Related returns the ids that share a reference fact with id, sorted. What it lists for a it lists for b the other way
	// round, also where an id is made by rule: else the graph would hang on which of the two came first.
	Related(id string) []string
	// Reference returns the reference facts between two known ids in either direction:
	// Type, Subject, Object, Class, Title, From, To are set.
	Reference(a, b string) []Fact
}

// Entity is a node that users see: everything but Article and Evidence.
type Entity struct {
	ID      string
	Labels  []string // sorted, without "Entity": ["Leader","Person"]
	Name    string
	NameAr  string
	NameEn  string
	Aliases []string       // sorted
	Props   map[string]any // kind, acronym, wikidata, lat, lon, date, ordinal, status, topics ([]string) ...: only string, float64, bool, []string
}

// Fact is one relationship between entities.
type Fact struct {
	Key       string
	Type      string // the act, also when Status is not asserted
	Subject   string
	Object    string
	Status    Status
	Class     string // HOLDS_OFFICE: class of the office
	Support   int    // distinct texts
	Mentions  int    // claims
	First     string
	Last      string
	Topics    []string
	Title     string
	From, To  string   // reference facts: first day and last day over all terms; empty if open or unknown
	Terms     []string // reference facts: every term as "FROM/TO", sorted: a leader may come back into an office
	Reference bool     // the world knows it too
}

// Evidence is a stored claim with what it supports.
type Evidence struct {
	Article   string
	Hash      string // names the article's text: see Article.Wire
	Published string
	Claim
	Node string // node claims: the derived node's id
	Fact string // relation claims: the fact's key; empty if both ends turned out to be one node

	// Node claims only. Count and Surfaces are those of the article's mention, kept apart here because the
	// MENTIONS link of a derived node sums the mentions of all local nodes that meet in it, and they may part again.
	Count    int
	Surfaces []string
	Actors   []string // participants in a form that can be compared across articles, sorted; of a person the posts
	Site     string   // the place in such a form
	Moment   string   // of an event or agreement: when it was, and how sure that is
	Sound    string   // of a person: the name as it sounds
	Blocks   []string // see [Blocks]
}

// Link is a relationship that starts at an article: MENTIONS (Count, Surfaces, Sentence span), REPORTS, SAME_TEXT.
type Link struct {
	Type     string
	Article  string
	Node     string // entity id, or the other article for SAME_TEXT
	Count    int
	Surfaces []string
	Span
}

// Changes is what a transaction writes, each list sorted by its key. Puts replace whole records.
type Changes struct {
	DeleteLinks    []Link   // identified by Type, Article, Node
	DeleteFacts    []Fact   // identified by Key (Type and Status tell the relationship type)
	DeleteEvidence []string // evidence ids
	DeleteEntities []string
	DeleteArticles []string

	PutArticles []Article
	PutEntities []Entity
	PutEvidence []Evidence
	// MoveEvidence is stored claims, none of them in PutEvidence, of which Node, Fact and Hash change and nothing else is told: a derived node or a text got another name.
	MoveEvidence []Evidence
	PutFacts     []Fact
	PutLinks     []Link
}

// Tx is one transaction of a store under its write lock. Every read is by key, is answered from indexes, sees
// what the transaction wrote, and returns rows sorted by key; unknown keys are left out.
type Tx interface {
	Articles(ids []string) ([]Article, error)
	ArticlesByKey(keys []string) ([]Article, error)   // with one of these [TextKeys]
	ArticlesByWire(wires []string) ([]Article, error) // of these texts
	EvidenceOf(articles []string) ([]Evidence, error)
	Bound(articles []string) ([]Evidence, error) // of these articles the evidence that is [Evidence.Bound], as far as [Evidence.Bare] keeps it
	LinksOf(articles []string) ([]Link, error)   // MENTIONS, REPORTS, SAME_TEXT from these articles
	// Blocked returns node evidence with a block that one of these holds, as far as [Evidence.Trait] keeps it. What stands in the
	// articles in except may be left out; see also [Condenser].
	Blocked(within []Reach, except []string) ([]Evidence, error)
	Traits(nodes []string) ([]Evidence, error)     // node evidence of derived nodes, as far as [Evidence.Trait] keeps it
	Supporting(facts []string) ([]Evidence, error) // relation evidence of facts
	Facts(keys []string) ([]Fact, error)
	Entities(ids []string) ([]Entity, error)
	// MentionedElsewhere returns those ids that an article outside of except mentions.
	MentionedElsewhere(ids, except []string) ([]string, error)
	// InOffice returns those ids that are the subject of an asserted HOLDS_OFFICE fact other than the facts with the keys in except.
	InOffice(ids, except []string) ([]string, error)
	// References returns the facts with Reference set that have one of the ids as an end. It is called for entities that
	// nothing mentions any more, and for entities of articles whose program changed: never for hot nodes while articles are added.
	References(ids []string) ([]Fact, error)
	// Write carries out the changes in the order of the fields; it is called once, last.
	Write(Changes) error
}

// Sampler is what a [Tx] may offer as well: with it a claim can be taken from a fact with many without reading all of them.
type Sampler interface {
	// Sample returns relation evidence of facts, for each fact any, but at most limit.
	Sample(facts []string, limit int) ([]Evidence, error)
}

// Report counts what a transaction did.
type Report struct {
	New, Changed, Unchanged, Older, Removed int // articles
	FactsAdded, FactsRemoved                int
	Missing                                 []string // Remove: ids that the store does not hold
}

// Table is the answer to a question: named columns, and rows of string, int64, float64, bool, nil or []string.
type Table struct {
	Columns []string
	Rows    [][]any
}

// StoreStatus describes a store.
type StoreStatus struct {
	Backend  string // "sqlite" or "neo4j", with version
	Location string // path or address, never a password
	Schema   int
	Program  string         // fingerprint of the program that wrote last
	Labels   map[string]int // count per node label
	Types    map[string]int // count per relationship type
}

// Store keeps a graph. All writes are whole: an error means that nothing of the batch was written.
type Store interface {
	// Upsert writes a batch of articles in one transaction.
	Upsert(ctx context.Context, batch []Extraction) (Report, error)
	// Remove takes articles back, by id, record id or URL.
	Remove(ctx context.Context, ids []string) (Report, error)
	// Ask runs a named question; see package queries.
	Ask(ctx context.Context, name string, params map[string]any) (Table, error)
	// Export yields the whole graph in canonical order, as [Line]s.
	Export(ctx context.Context, yield func(Line) error) error
	// EachArticle yields the stored articles with text in order of id: what refresh reads. A non-empty program skips those made by it.
	EachArticle(ctx context.Context, skipProgram string, yield func(Article) error) error
	// Versions says which versions of articles the store holds, sorted by id; ids that it does not hold are left out.
	Versions(ctx context.Context, ids []string) ([]Version, error)
	// Notes returns what was kept under keys with Remember. Notes are no part of the graph: no export and no count shows them.
	Notes(ctx context.Context, keys []string) (map[string]string, error)
	// Remember keeps a text under each key until it is replaced; an empty text forgets it.
	Remember(ctx context.Context, notes map[string]string) error
	// Explain returns the evidence behind a fact key or a node id with its articles (without text), sorted by date, article, number.
	Explain(ctx context.Context, key string) (Explanation, error)
	Status(ctx context.Context) (StoreStatus, error)
	Close() error
}

// Explanation is everything that stands behind a node or fact.
type Explanation struct {
	Entity   *Entity
	Fact     *Fact
	Evidence []Evidence
	Links    []Link    // MENTIONS of a node
	Articles []Article // of the evidence and links, sorted by id, with text
}

// Line is one element of an export: exactly one field is set. See text.go for its canonical text and JSON forms.
type Line struct {
	Article  *Article
	Entity   *Entity
	Evidence *Evidence
	Fact     *Fact
	Link     *Link
}
