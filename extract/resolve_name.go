package extract

import (
	"slices"
	"strings"

	"mithaq/extract/gazetteer"
	"mithaq/extract/text"
)

// query is one text to resolve.
type query struct {
	*Resolver
	day    string
	words  []string // folded
	spelt  []string // as written
	plus   []bool   // a plus sign stands behind the word: it is a part of a few names
	cache  map[[2]int][]gazetteer.Name
	script string // the language that Arabic letters show: Persian has some of its own
	woman  bool   // the title is a feminine one
	budget int    // steps left for the parse
}

func (r *Resolver) query(s, day string) *query {
	q := &query{Resolver: r, day: day, script: "ar", cache: map[[2]int][]gazetteer.Name{}, budget: 20000}
	if strings.ContainsAny(s, strings.Join(r.words.plain["letter fa"], "")) {
		q.script = "fa"
	}
	for _, t := range r.fold.Tokens(s, nil) {
		switch {
		case t.Kind == text.Punct && s[t.Start:t.End] == "+" && len(q.plus) > 0:
			q.plus[len(q.plus)-1] = true
		case t.Kind != text.Punct && han(t.Norm):
			for _, w := range r.characters(t.Norm) {
				q.add(w, w)
			}
		case t.Kind != text.Punct:
			q.add(t.Norm, s[t.Start:t.End])
		}
	}
	return q
}

func (q *query) add(word, spelt string) {
	q.words = append(q.words, word)
	q.spelt = append(q.spelt, spelt)
	q.plus = append(q.plus, false)
}

func (q *query) key(i, j int) string { return strings.Join(q.words[i:j], " ") }

// hits returns the names that words i to j may be: as written, else with or without articles, else without what is written
// onto the first word.
func (q *query) hits(i, j int) []gazetteer.Name {
	if i == j {
		return nil // nothing in the text is a word
	}
	if hits, ok := q.cache[[2]int{i, j}]; ok {
		return hits
	}
	hits := q.signed(j, q.lookUp(i, j))
	q.cache[[2]int{i, j}] = hits
	return hits
}

// signed keeps the names that end in a plus sign if the text has it there, else the others; all if there is only one kind.
func (q *query) signed(j int, hits []gazetteer.Name) []gazetteer.Name {
	other := func(h gazetteer.Name) bool { return strings.HasSuffix(h.Text, "+") != q.plus[j-1] }
	if kept := slices.DeleteFunc(slices.Clone(hits), other); len(kept) > 0 {
		return kept
	}
	return hits
}

func (q *query) lookUp(i, j int) []gazetteer.Name {
	key := q.key(i, j)
	hits := q.variants(key)
	if q.letters(i, j) {
		return append(hits, q.variants(strings.ReplaceAll(key, " ", ""))...) // U.N.
	}
	if len(hits) > 0 {
		return hits
	}
	if !arabic(key) {
		if hits := q.prefixed(key); len(hits) > 0 {
			return hits
		}
		return q.inflected(i, j)
	}
	const most = 2 // a conjunction and a preposition
	keys := []string{key}
	for range most {
		var next []string
		for _, k := range keys {
			next = append(next, q.unclitic(k)...)
		}
		for _, k := range next {
			if hits := q.variants(k); len(hits) > 0 {
				return hits
			}
		}
		keys = next
	}
	return q.variants(q.parted(key))
}

// letters tells whether all words are single capital letters of an acronym written with dots.
func (q *query) letters(i, j int) bool {
	return j-i > 1 && !slices.ContainsFunc(q.spelt[i:j], func(s string) bool { return len(s) != 1 || s[0] < 'A' || s[0] > 'Z' })
}

// unclitic returns the words without one of what may be written onto the first of them.
func (q *query) unclitic(key string) []string {
	var out []string
	for _, joined := range q.Resolver.words.plain["joined ar"] {
		if rest, ok := strings.CutPrefix(key, joined); ok && len([]rune(rest)) > 2 {
			out = append(out, q.Resolver.words.article+rest)
		}
	}
	for _, clitic := range q.Resolver.words.plain["clitic ar"] {
		if rest, ok := strings.CutPrefix(key, clitic); ok && len([]rune(rest)) > 2 {
			out = append(out, rest)
		}
	}
	return out
}

// prefixed looks a Latin spelling of an Arabic name up with the other forms of the article before it.
func (q *query) prefixed(key string) []gazetteer.Name {
	bare := key
	forms := q.Resolver.words.plain["prefix en"]
	for _, f := range forms {
		bare = strings.TrimPrefix(bare, f+" ")
	}
	if bare == key && strings.Contains(key, " ") {
		return nil
	}
	for _, f := range forms {
		if hits := q.variants(f + " " + bare); len(hits) > 0 {
			return hits
		}
	}
	return nil
}

// parted writes words apart that are often written as one, like the two of a name with "abd".
func (q *query) parted(key string) string {
	fields := strings.Fields(key)
	for i, f := range fields {
		for first := range q.Resolver.words.lists["split ar"] {
			if rest, ok := strings.CutPrefix(f, first); ok && strings.HasPrefix(rest, q.index.article) && len([]rune(rest)) > 3 {
				fields[i] = first + " " + rest
			}
		}
	}
	return strings.Join(fields, " ")
}

// variants looks a key up as it is and, for Arabic, by its words without articles. Names found without articles count only where
// none is written so, and a single word of the language without the article is not taken for an organization or a topic that has it:
// those are ordinary nouns.
func (q *query) variants(key string) []gazetteer.Name {
	hits := q.index.get(q.index.full, key)
	if !arabic(key) {
		return q.byLanguage(hits, "en")
	}
	bare := withoutArticles(key, q.index.article)
	others := q.index.get(q.index.bare, bare)
	if bare != key {
		others = slices.Concat(q.index.get(q.index.full, bare), others)
	}
	noun := key == bare && !strings.Contains(key, " ")
	named := slices.ContainsFunc(hits, func(n gazetteer.Name) bool { return !isTitle(n) && n.Record.Kind != gazetteer.Topic })
	out := slices.Clone(hits)
	for _, n := range others {
		switch {
		case slices.Contains(out, n):
		case n.Role == gazetteer.RoleTitle:
			out = append(out, n)
		case !named && !(noun && n.Role == gazetteer.RoleName && (n.Record.Kind == gazetteer.Topic || n.Record.Kind == gazetteer.Organization && q.known(key))):
			out = append(out, n)
		}
	}
	return q.byLanguage(out, q.script)
}

// byLanguage puts the names of a language first.
func (q *query) byLanguage(hits []gazetteer.Name, lang string) []gazetteer.Name {
	hits = slices.Clone(hits)
	slices.SortStableFunc(hits, func(a, b gazetteer.Name) int {
		switch {
		case (a.Lang == lang) == (b.Lang == lang):
			return 0
		case a.Lang == lang:
			return -1
		}
		return 1
	})
	return hits
}

// name returns what words i to j mean as one name. With support, a title or a state stands beside them.
func (q *query) name(i, j int, support bool) finding {
	hits := q.hits(i, j)
	if len(hits) == 0 {
		return finding{}
	}
	if f, decided := q.weakName(i, j, hits, support); decided {
		return f
	}
	if j-i == 1 && !support {
		hits = q.careful(i, hits)
	}
	for _, rank := range ranks {
		var fit []gazetteer.Name
		for _, h := range hits {
			if rank(h) && !slices.ContainsFunc(fit, func(o gazetteer.Name) bool { return o.Record == h.Record }) {
				fit = append(fit, h)
			}
		}
		if len(fit) > 0 && fit[0].Role == gazetteer.RoleFamily && !support && slices.ContainsFunc(hits, isTitle) {
			return finding{} // "Pope": the title, not the family
		}
		switch {
		case len(fit) == 1 && fit[0].Role == gazetteer.RoleFamily && !support && q.ordinary(i, j):
			return nothing("a word, or a given name")
		case len(fit) == 1:
			return q.stands(fit[0])
		case len(fit) > 1:
			return q.oneOf(fit)
		}
	}
	return finding{}
}

func isTitle(n gazetteer.Name) bool { return n.Role == gazetteer.RoleTitle }

// ranks are the kinds of names from the strongest on.
var ranks = []func(gazetteer.Name) bool{
	func(n gazetteer.Name) bool { return n.Role == gazetteer.RoleName && n.Record.Kind == gazetteer.State },
	func(n gazetteer.Name) bool { return n.Role == gazetteer.RoleGovernment },
	func(n gazetteer.Name) bool { return n.Role == gazetteer.RoleNationality },
	func(n gazetteer.Name) bool { return n.Role == gazetteer.RoleName && n.Record.Kind == gazetteer.Person },
	func(n gazetteer.Name) bool {
		return n.Role == gazetteer.RoleName && n.Record.Kind == gazetteer.Organization
	},
	func(n gazetteer.Name) bool { return n.Role == gazetteer.RoleAcronym },
	func(n gazetteer.Name) bool { return n.Role == gazetteer.RoleName && n.Record.Kind == gazetteer.Place },
	func(n gazetteer.Name) bool { return n.Role == gazetteer.RoleFamily },
}

func whyName(n gazetteer.Name) string {
	switch n.Role {
	case gazetteer.RoleAcronym:
		return "acronym"
	case gazetteer.RoleGovernment:
		return "seat of the government, stands for the state"
	case gazetteer.RoleNationality:
		return "nationality"
	case gazetteer.RoleFamily:
		return "short name"
	}
	return "name"
}

// stands returns the record of a name; a capital stands for its state.
func (q *query) stands(n gazetteer.Name) finding {
	if n.Record.Kind == gazetteer.Place {
		if s := q.g.Record(n.Record.Place.State); s != nil && s.State != nil && s.State.Capital == n.Record.ID && s.State.Status != "observer" {
			return found(s.ID, "capital, stands for the state")
		}
	}
	return found(n.Record.ID, "%s in %q", whyName(n), n.Lang)
}

// oneOf chooses between several records of one rank: the person in the highest office on the day, the largest place.
func (q *query) oneOf(fit []gazetteer.Name) finding {
	switch fit[0].Record.Kind {
	case gazetteer.Person:
		return q.onePerson(fit)
	case gazetteer.Place:
		return q.onePlace(fit)
	}
	return nothing("several things: %s", idsOf(fit))
}

func idsOf(fit []gazetteer.Name) string {
	var ids []string
	for _, n := range fit {
		ids = append(ids, n.Record.ID)
	}
	slices.Sort(ids)
	if len(ids) > 5 {
		ids = append(ids[:5], "...")
	}
	return strings.Join(ids, ", ")
}

// onePerson takes the only one in a leading office on the day; else the only one who ever led a state or government.
func (q *query) onePerson(fit []gazetteer.Name) finding {
	for _, test := range []struct {
		why string
		ok  func(t gazetteer.Term, class string) bool
	}{
		{"the one in office", func(t gazetteer.Term, class string) bool {
			return topClass(class) && t.From != "" && t.From <= q.day && (t.To == "" || q.day < t.To)
		}},
		{"the one who led a state or government", func(_ gazetteer.Term, class string) bool {
			return class == "head_of_state" || class == "head_of_government"
		}},
	} {
		var in []gazetteer.Name
		for _, n := range fit {
			if slices.ContainsFunc(n.Record.Leader.Terms, func(t gazetteer.Term) bool { return test.ok(t, q.world.class(t.Office)) }) {
				in = append(in, n)
			}
		}
		switch {
		case len(in) == 1:
			return found(in[0].Record.ID, "%s; %s", whyName(in[0]), test.why)
		case len(in) > 1:
			return nothing("several people: %s", idsOf(in))
		}
	}
	return nothing("several people: %s", idsOf(fit))
}

// onePlace takes a capital for its state, else the place with the most people.
func (q *query) onePlace(fit []gazetteer.Name) finding {
	for _, n := range fit {
		if f := q.stands(n); f.id != n.Record.ID {
			return f
		}
	}
	size := map[string]int{"100k": 1, "300k": 2, "1m": 3, "5m": 4}
	slices.SortStableFunc(fit, func(a, b gazetteer.Name) int { return size[b.Record.Place.Pop] - size[a.Record.Place.Pop] })
	if size[fit[0].Record.Place.Pop] > size[fit[1].Record.Place.Pop] {
		return found(fit[0].Record.ID, "the largest place of that name")
	}
	return nothing("several places: %s", idsOf(fit))
}
