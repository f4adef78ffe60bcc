package extract

import (
	_ "embed"
	"strings"

	"mithaq/extract/lang"
	"mithaq/extract/text"
)

//go:embed rules.txt
var rulesFile string

// Rules finds the place of a rule that a claim names. Ids of rules do not change when lines are added above them:
//
//	ar.MET.meet     the frame of a class of words in a relation file of a language
//	title, deal.mou a rule of the engine: its line in rules.txt
type Rules map[string]RulePlace

// RulePlace is a line of a file of the project.
type RulePlace struct {
	File string
	Line int
}

// NewRules returns the rules of the built-in language packs and of the engine.
func NewRules() (Rules, error) {
	languages, err := lang.Languages()
	if err != nil {
		return nil, err
	}
	r := engineRules()
	for _, l := range languages {
		pack, err := lang.Builtin(l)
		if err != nil {
			return nil, err
		}
		r.add(pack)
	}
	return r, nil
}

func engineRules() Rules {
	r := Rules{}
	for n, f := range text.Rows(rulesFile) {
		r[f[0]] = RulePlace{"extract/rules.txt", n}
	}
	return r
}

func (r Rules) add(pack *lang.Pack) {
	for i := range pack.Frames {
		f := &pack.Frames[i]
		if _, ok := r[frameRule(f)]; !ok {
			r[frameRule(f)] = RulePlace{"extract/lang/" + f.Src.File, f.Src.Line}
		}
	}
}

// Source returns the file and line of a rule.
func (r Rules) Source(id string) (file string, line int, ok bool) {
	p, ok := r[id]
	if !ok {
		base, _, _ := strings.Cut(id, ".")
		p, ok = r[base]
	}
	return p.File, p.Line, ok
}

// frameRule is the id of the rule that a frame is; of frames of one class, those for objects of one label carry it.
func frameRule(f *lang.Frame) string {
	language, _, _ := strings.Cut(f.Src.File, "/")
	id := language + "." + f.Relation + "." + f.Class
	if object := f.Flag("object"); object != "" {
		id += "." + object
	}
	return id
}
