package extract

import (
	"slices"
	"strings"
	"unicode/utf8"

	"mithaq/extract/article"
	"mithaq/extract/dates"
	"mithaq/extract/text"
	"mithaq/graph"
)

// document is one article on its way through the stages.
type document struct {
	eng      *Engine
	art      article.Article
	full     string
	day      string // date of publication: day, month or year
	tokens   []text.Token
	sents    []*sentence
	words    []chunk // room for chunks of single words
	entities []*entity
	byKey    map[string]*entity
	names    map[string][]docName // words by which people of this article are called after their full name
	facts    []*fact
	factKeys map[string]*fact
	bodies   []bodyName            // of the gazetteer, as the article writes them
	lastOrg  *entity               // the body of states named last
	joint    map[*entity][]*entity // the states of a committee that is named after several
	alias    map[string]*entity    // short forms in brackets behind the name of an organization
	seen     map[string]bool       // states that the article names
	stated   map[string]int        // how often the first reading found each
	home     string                // the state that the article speaks of most: what a title without a state refers to
	talk     discourse
	dropped  map[string]int
}

// sentence is a stretch of tokens with what the stages made of it.
type sentence struct {
	n        int
	from, to int // tokens
	items    []item
	chunks   []*chunk
	clauses  []*clause
	dates    []dates.Mention // tokens counted from the first of the sentence
	title    bool            // the headline
}

// entity is one thing of the article: known to the gazetteer, or only to the article.
type entity struct {
	n        int
	label    string
	id       string // of the gazetteer; empty if unknown there
	nameAr   string
	nameEn   string
	fold     string
	kind     string
	nation   string // state of a person, organization or place
	count    int
	surfaces []string
	sent     *sentence // of the first mention
	titles   []string  // classes of offices given to a person
	act      *happening
}

// bodyName is a folded name of an organization of the gazetteer.
type bodyName struct{ full, id string }

// docName leads from the first word of a short name to the person.
type docName struct {
	words []string
	ent   *entity
}

// cut returns the text of tokens[from:to] as written.
func (d *document) cut(from, to int) string {
	return d.full[d.tokens[from].Start:d.tokens[to-1].End]
}

// cutAfter returns the text of tokens[from:to] without the clitics of r.
func (d *document) cutAfter(from, to int, r *reading) string {
	t := d.tokens[from]
	conj := r.conj
	if r.loose {
		conj = ""
	}
	prep := r.prep
	if r.loosePrep {
		prep = ""
	}
	n := utf8.RuneCountInString(conj) + utf8.RuneCountInString(prep)
	start := d.eng.fold.Cut(d.full, t, n)
	s := d.full[start:d.tokens[to-1].End]
	for _, j := range d.eng.pack.Clitics.Joined {
		if prep == j.First && strings.HasPrefix(strings.TrimPrefix(t.Norm, conj), j.Letters) && (r.def || strings.HasPrefix(r.stem, j.Then)) {
			rest := d.eng.fold.Cut(d.full, t, n+utf8.RuneCountInString(j.Letters)-utf8.RuneCountInString(j.First))
			return j.Then + d.full[rest:d.tokens[to-1].End]
		}
		if prep == j.First && j.First+prep == j.Letters && strings.HasPrefix(r.stem, prep) && from+1 < to && strings.HasPrefix(d.tokens[from+1].Norm, j.Then) {
			return j.Then + s // the article merged into a word that begins with its letter; the adjective still has it
		}
	}
	return s
}

// span returns the bytes of a sentence.
func (d *document) span(s *sentence) graph.Span {
	return graph.Span{Start: d.tokens[s.from].Start, End: d.tokens[s.to-1].End}
}

func (d *document) sentenceText(s *sentence) string {
	sp := d.span(s)
	return d.full[sp.Start:sp.End]
}

// known returns the entity of a gazetteer record, made at its first mention.
func (d *document) known(id string) *entity {
	if e := d.byKey[id]; e != nil {
		return e
	}
	w := d.eng.world
	e := &entity{label: w.label(id), id: id, kind: w.kind(id), nation: w.nation(id), n: len(d.entities)}
	e.nameAr, e.nameEn = w.names(id)
	d.entities = append(d.entities, e)
	d.byKey[id] = e
	return e
}

// local returns the entity of a label that only this article knows, by its folded name.
func (d *document) local(label, fold, name string) *entity {
	key := label + "|" + fold
	if e := d.byKey[key]; e != nil {
		return e
	}
	if e := d.misspelt(label, fold); e != nil {
		d.byKey[key] = e
		return e
	}
	e := &entity{label: label, fold: fold, nameAr: name, n: len(d.entities)}
	d.entities = append(d.entities, e)
	d.byKey[key] = e
	return e
}

// mention counts a mention of e, written as surface in s.
func (e *entity) mention(surface string, s *sentence) {
	e.count++
	if e.sent == nil {
		e.sent = s
	}
	e.writtenAs(surface)
}

// writtenAs adds surfaces unless they are known.
func (e *entity) writtenAs(surfaces ...string) {
	for _, x := range surfaces {
		if x != "" && !slices.Contains(e.surfaces, x) {
			e.surfaces = append(e.surfaces, x)
		}
	}
}

func (d *document) drop(why string) { d.dropped[why]++ }
