package gazetteer

import "strings"

// ambiguous finds names that lead to two records of one kind and are not declared weak. Families, topics' triggers and
// titles are no names in this sense: a family name stands for the person named before, and many words show two topics.
func (l *linter) ambiguous() {
	for kind, list := range l.g.kinds {
		seen := map[weakKey]Name{}
		for _, r := range list {
			l.g.namesOf(r, func(n Name) bool {
				if !identifies(Kind(kind), n) {
					return true
				}
				k := weakKey{n.Lang, l.g.folder.Words(n.Text)}
				first, ok := seen[k]
				if !ok {
					seen[k] = n
					return true
				}
				if first.Record != r && !l.declared(k, first.Record.ID, r.ID) && !succeeds(first.Record, r) {
					l.ps.addf(r.Src, "%s: %q (%s) is also a name of %s (%v): make it a weak name with both readings",
						r.ID, n.Text, n.Lang, first.Record.ID, first.Record.Src)
				}
				return true
			})
		}
	}
}

func identifies(kind Kind, n Name) bool {
	switch kind {
	case Office:
		return n.Form == Masculine && !strings.Contains(n.Record.ID, "/")
	case Topic:
		return n.Role == RoleName
	}
	return n.Role != RoleFamily && (n.Form == Masculine || n.Role != RoleNationality)
}

// lost finds names that a weak entry hides: the record is none of its readings.
func (l *linter) lost() {
	for n := range l.g.Names {
		if n.Role > RoleNationality || n.Form != Masculine || n.Record.Kind == Topic || n.Record.Kind == Office {
			continue
		}
		w := l.g.Weak(n.Lang, l.g.folder.Words(n.Text))
		if w != nil && !w.covers(l.g, n.Record.ID) {
			l.ps.addf(w.Src, "weak name %q hides %q of %s (%v): add a reading", w.Name, n.Text, n.Record.ID, n.Record.Src)
		}
	}
}

// declared tells whether the weak name has both records among its readings.
func (l *linter) declared(k weakKey, a, b string) bool {
	w := l.g.Weak(k.lang, k.folded)
	return w != nil && w.covers(l.g, a) && w.covers(l.g, b)
}

// succeeds tells whether one of two states is historic: it never competes with its successor for a name on a day.
func succeeds(a, b *Record) bool {
	return a.State != nil && b.State != nil && (a.State.To != "") != (b.State.To != "")
}

// holders finds two people who hold a single office on the same day for certain.
func (l *linter) holders() {
	for of, list := range l.g.terms().of {
		byOffice := map[string][]Holder{}
		for _, h := range list {
			if l.g.Single(h.Term.Office) && !h.Term.Disputed {
				byOffice[h.Term.Office] = append(byOffice[h.Term.Office], h)
			}
		}
		for office, terms := range byOffice {
			l.overlap(office, of, terms)
		}
	}
}

func (l *linter) overlap(office, of string, terms []Holder) {
	for i, a := range terms {
		for _, b := range terms[i+1:] {
			if a.Person == b.Person || a.To == "" || b.Term.From == "" {
				continue
			}
			if last(b.Term.From) < first(a.To) && (b.To == "" || last(a.Term.From) < first(b.To)) {
				l.ps.addf(b.Person.Src, "%s: %s of %s from %s, but %s holds it until %s (%v)", b.Person.ID, office, of,
					b.Term.From, a.Person.ID, a.To, a.Person.Src)
			}
		}
	}
}
