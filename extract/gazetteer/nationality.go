package gazetteer

import "strings"

// Nationality is how a language makes the other forms of a masculine nationality: every word that ends in Ending takes
// each suffix of a group. A word without the ending stays as it is. Article is what the language attaches to a definite
// name; whether a name is listed with or without it makes no difference.
type Nationality struct {
	Lang     string
	Article  string
	Ending   string
	Feminine []string
	Plural   []string
}

func parseNationality(d *decoder, e *entry) {
	n := &Nationality{}
	d.object(func(key string) {
		switch key {
		case "lang":
			n.Lang = d.str()
		case "article":
			n.Article = d.str()
		case "ending":
			n.Ending = d.str()
		case "feminine":
			n.Feminine = d.strings()
		case "plural":
			n.Plural = d.strings()
		default:
			d.unknown(key)
		}
	})
	e.rule = n
}

// form returns masculine with the suffix on every word that has the ending, or "" if none has.
func (n Nationality) form(masculine, suffix string) string {
	words := strings.Fields(masculine)
	found := false
	for i, w := range words {
		if strings.HasSuffix(w, n.Ending) && len(w) > len(n.Ending) {
			words[i], found = w+suffix, true
		}
	}
	if !found {
		return ""
	}
	return strings.Join(words, " ")
}

// rule returns the rule of a language, if it has one.
func (g *Gazetteer) rule(lang string) (Nationality, bool) {
	for _, r := range g.rules {
		if r.Lang == lang {
			return r, true
		}
	}
	return Nationality{}, false
}
