package lang

import "strings"

// Frame says how a class of words becomes a relation.
type Frame struct {
	Class    string
	Relation string
	Object   []string // where the object stands: "bare", or prepositions as written, in order of preference
	Flags    []string
	Src      Source
}

// Has tells whether the frame carries a flag.
func (f *Frame) Has(flag string) bool {
	for _, x := range f.Flags {
		if x == flag {
			return true
		}
	}
	return false
}

// Flag returns the value of a flag of the form name=value.
func (f *Frame) Flag(name string) string {
	for _, x := range f.Flags {
		if v, ok := strings.CutPrefix(x, name+"="); ok {
			return v
		}
	}
	return ""
}

// frameFlags are the flags of frames: true for those that take a value. README.md tells what they do.
var frameFlags = map[string]bool{
	"pair": false, "states": false, "mutual": false, "furthered": true, "place": false, "duty": false, "planned": false, "wanted": false,
	"doer": false, "negated": false, "genitive-object": false, "own": false, "said": false, "silent": false, "group": false,
	"with": true, "without": true, "head": true, "subject": true, "object": true, "by": true, "event": true, "judge": true,
}

// flags reports the flags of a frame that the engine does not know.
func (l *loader) flags(f Frame) {
	for _, x := range f.Flags {
		name, value, _ := strings.Cut(x, "=")
		if takes, known := frameFlags[name]; !known || takes != (value != "") {
			l.problems.Addf(f.Src.File, f.Src.Line, "flag %q is unknown or lacks its value", x)
		}
	}
}

// relation reads a relation file: frames, words of its classes, examples and counter-examples.
//
//	frame | CLASS | object places | flags
//	verb  | CLASS | past | present | verbal noun | agent | patient
//	noun  | CLASS | singular | plural
//	yes   | sentence | TYPE(subject, object) status ; ...
//	no    | sentence | TYPE(subject, object) ; ...
//	todo  | sentence | TYPE(subject, object) status ; ...   what a yes line will say once the engine can do it
//	todo-no | sentence | TYPE(subject, object) ; ...         the same of a no line
func (l *loader) relation(name string) {
	relation := strings.TrimSuffix(strings.TrimPrefix(name, "relations/"), ".txt")
	for _, r := range l.rows(name) {
		f := r.fields
		switch {
		case f[0] == "frame" && (len(f) == 3 || len(f) == 4):
			fr := Frame{Class: f[1], Relation: relation, Src: r.source()}
			for o := range strings.FieldsSeq(f[2]) {
				if o != "bare" {
					o = l.fold.Words(strings.ReplaceAll(o, "_", " "))
				}
				fr.Object = append(fr.Object, o)
			}
			if len(f) == 4 {
				fr.Flags = strings.Fields(f[3])
			}
			l.flags(fr)
			l.pack.Frames = append(l.pack.Frames, fr)
		case f[0] == "verb" && len(f) >= 3:
			fields := append([]string{f[1]}, f[2:]...)
			for len(fields) < 6 {
				fields = append(fields, "")
			}
			l.verb(r, fields)
		case f[0] == "noun" && (len(f) == 3 || len(f) == 4):
			for _, s := range l.alternatives(f[2]) {
				l.noun(Word{POS: "masdar", Class: f[1], Lemma: s, Src: r.source()}, s)
			}
			if len(f) == 4 {
				for _, s := range l.alternatives(f[3]) {
					l.add(Word{Form: s, POS: "masdar", Class: f[1], Feat: Plural, Lemma: s, Src: r.source()})
				}
			}
		case caseKind(f[0]) && len(f) == 3:
			c := Case{File: r.file, Line: r.line, Text: f[1]}
			c.Without, c.Todo = strings.HasSuffix(f[0], "no"), strings.HasPrefix(f[0], "todo")
			for x := range strings.SplitSeq(f[2], ";") {
				c.Facts = append(c.Facts, strings.TrimSpace(x))
			}
			l.pack.Cases = append(l.pack.Cases, c)
		default:
			l.problems.Addf(r.file, r.line, "want frame, verb, noun, yes, no or todo with its fields")
		}
	}
}

func caseKind(s string) bool { return s == "yes" || s == "no" || s == "todo" || s == "todo-no" }
