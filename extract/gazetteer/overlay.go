package gazetteer

import "slices"

// with returns a copy of r with the lists of add behind its own. Single fields of add replace those of r.
func (r *Record) with(add *Record) *Record {
	out := *r
	out.Texts = join(r.Texts, add.Texts)
	out.Source = append(slices.Clip(r.Source), add.Source...)
	if add.Wikidata != "" {
		out.Wikidata = add.Wikidata
	}
	switch r.Kind {
	case State:
		s := *r.State
		s.Nationality = join(s.Nationality, add.State.Nationality)
		s.People = join(s.People, add.State.People)
		s.Government = join(s.Government, add.State.Government)
		out.State = &s
	case Organization:
		o := *r.Org
		o.Acronyms = join(o.Acronyms, add.Org.Acronyms)
		o.Members = append(slices.Clip(o.Members), add.Org.Members...)
		out.Org = &o
	case Person:
		l := *r.Leader
		l.Family = join(l.Family, add.Leader.Family)
		l.Terms = append(slices.Clip(l.Terms), add.Leader.Terms...)
		out.Leader = &l
	case Office:
		o := *r.Office
		o.Feminine = join(o.Feminine, add.Office.Feminine)
		o.Plural = join(o.Plural, add.Office.Plural)
		out.Office = &o
	case Topic:
		out.Topic = &TopicInfo{join(r.Topic.Triggers, add.Topic.Triggers)}
	}
	return &out
}

// join puts the texts of b behind those of a, language by language.
func join(a, b []Texts) []Texts {
	out := slices.Clone(a)
	for _, t := range b {
		i := slices.IndexFunc(out, func(o Texts) bool { return o.Lang == t.Lang })
		if i < 0 {
			out = append(out, t)
			continue
		}
		out[i].List = append(slices.Clip(out[i].List), t.List...)
	}
	return out
}
