package gazetteer

// entry is one line of a file: a record, a weak name or a rule, and what an overlay wants done with it.
type entry struct {
	rec  *Record
	weak *Weak
	rule *Nationality
	hide bool // overlay: take the record away
	add  bool // overlay: add the names to the record that is there
}

// parser turns lines of one kind of file into entries.
type parser func(d *decoder, e *entry)

// parsers are the kinds of files by the word their names begin with.
var parsers = map[string]parser{
	"states":      parseState,
	"orgs":        parseOrg,
	"leaders":     parseLeader,
	"places":      parsePlace,
	"offices":     parseOffice,
	"topics":      parseTopic,
	"weak":        parseWeak,
	"nationality": parseNationality,
}

// common reads a field that every record has and tells whether key is one.
func common(d *decoder, e *entry, key string) bool {
	r := e.rec
	switch key {
	case "id":
		r.ID = d.str()
	case "wikidata":
		r.Wikidata = d.str()
	case "names":
		r.Texts = d.texts()
	case "source":
		r.Source = d.strings()
	case "checked":
		r.Checked = d.boolean()
	case "hide":
		e.hide = d.boolean()
	case "add":
		e.add = d.boolean()
	default:
		return false
	}
	return true
}

// record reads the fields of a record; field reads those of its kind and tells whether key is one.
func record(d *decoder, e *entry, k Kind, field func(key string) bool) {
	e.rec = &Record{Kind: k}
	d.object(func(key string) {
		if !common(d, e, key) && !field(key) {
			d.unknown(key)
		}
	})
}

func parseState(d *decoder, e *entry) {
	s := &StateInfo{}
	record(d, e, State, func(key string) bool {
		switch key {
		case "iso2":
			s.ISO2 = d.str()
		case "nationality":
			s.Nationality = d.texts()
		case "people":
			s.People = d.texts()
		case "capital":
			s.Capital = d.str()
		case "government":
			s.Government = d.texts()
		case "status":
			s.Status = d.str()
		case "region":
			s.Region = d.str()
		case "from":
			s.From = d.str()
		case "to":
			s.To = d.str()
		default:
			return false
		}
		return true
	})
	e.rec.State = s
}

func parseOrg(d *decoder, e *entry) {
	o := &OrgInfo{}
	record(d, e, Organization, func(key string) bool {
		switch key {
		case "kind":
			o.Kind = d.str()
		case "acronyms":
			o.Acronyms = d.texts()
		case "state":
			o.State = d.str()
		case "parent":
			o.Parent = d.str()
		case "seat":
			o.Seat = d.str()
		case "members":
			d.list(func() { o.Members = append(o.Members, parseMember(d)) })
		default:
			return false
		}
		return true
	})
	e.rec.Org = o
}

func parseMember(d *decoder) Member {
	var m Member
	d.object(func(key string) {
		switch key {
		case "id":
			m.ID = d.str()
		case "from":
			m.From = d.str()
		case "to":
			m.To = d.str()
		default:
			d.unknown(key)
		}
	})
	return m
}

func parseLeader(d *decoder, e *entry) {
	l := &LeaderInfo{}
	record(d, e, Person, func(key string) bool {
		switch key {
		case "family":
			l.Family = d.texts()
		case "gender":
			l.Gender = d.str()
		case "offices":
			l.Terms = make([]Term, 0, 2)
			d.list(func() { l.Terms = append(l.Terms, parseTerm(d)) })
		default:
			return false
		}
		return true
	})
	e.rec.Leader = l
}

func parseTerm(d *decoder) Term {
	var t Term
	d.object(func(key string) {
		switch key {
		case "office":
			t.Office = d.str()
		case "of":
			t.Of = d.str()
		case "title":
			t.Title = d.title()
		case "from":
			t.From = d.str()
		case "to":
			t.To = d.str()
		case "disputed":
			t.Disputed = d.boolean()
		default:
			d.unknown(key)
		}
	})
	return t
}

func parsePlace(d *decoder, e *entry) {
	p := &PlaceInfo{}
	record(d, e, Place, func(key string) bool {
		switch key {
		case "type":
			p.Type = d.str()
		case "state":
			p.State = d.str()
		case "lat":
			p.Lat = d.number()
		case "lon":
			p.Lon = d.number()
		case "pop":
			p.Pop = d.str()
		default:
			return false
		}
		return true
	})
	e.rec.Place = p
}

func parseOffice(d *decoder, e *entry) {
	o := &OfficeInfo{}
	record(d, e, Office, func(key string) bool {
		switch key {
		case "class":
			o.Class = d.str()
		case "gives":
			o.Gives = d.str()
		case "single":
			o.Single = d.boolean()
		case "needs":
			o.Needs = d.str()
		case "state":
			o.State = d.str()
		case "pattern":
			o.Pattern = d.title()
		case "feminine":
			o.Feminine = d.texts()
		case "plural":
			o.Plural = d.texts()
		default:
			return false
		}
		return true
	})
	e.rec.Office = o
}

func parseTopic(d *decoder, e *entry) {
	t := &TopicInfo{}
	record(d, e, Topic, func(key string) bool {
		if key != "triggers" {
			return false
		}
		t.Triggers = d.texts()
		return true
	})
	e.rec.Topic = t
}
