package extract

import (
	"slices"
	"strings"
	"unicode/utf8"

	"mithaq/extract/lang"
)

// companion is how far behind a trigger the noun may stand that makes it an act.
const companion = 6

// accompanied tells whether the clause has the word that a frame wants with its trigger, and not one that it excludes: "lifted ...
// the sanctions", "recalled ... its ambassador".
func (d *document) accompanied(s *sentence, c *clause, k int, f *lang.Frame) bool {
	if no := f.Flag("without"); no != "" && d.follows(s, k, strings.Split(no, ",")) {
		return false
	}
	want := f.Flag("with")
	return want == "" || d.follows(s, k, strings.Split(want, ","))
}

// follows tells whether a word or title of one of the classes stands near behind chunk k.
func (d *document) follows(s *sentence, k int, classes []string) bool {
	for j := k + 1; j < min(len(s.chunks), k+1+companion); j++ {
		ch := s.chunks[j]
		if ch.kind == chunkVerb || ch.fn("comp") || ch.isPunct(".") {
			return false
		}
		if d.ofClass(ch, classes) {
			return true
		}
	}
	return false
}

// posted returns the states to which the envoys named behind the trigger are sent, where a frame wants it: "recalled its ambassador
// to Spain". The envoy must be one's own.
func (d *document) posted(s *sentence, c *clause, k int, f *lang.Frame) ([]*entity, int) {
	for j := k + 1; j < min(c.to, k+1+companion); j++ {
		t := s.chunks[j].title
		if t == nil || s.chunks[j].after == nil || !d.ofClass(s.chunks[j], strings.Split(f.Flag("with"), ",")) {
			continue
		}
		if len(t.foreign) > 0 {
			return t.foreign, j
		}
		if len(t.states) > 0 {
			return t.states[:1], j
		}
	}
	return nil, k
}

// byDoer reads who did what is told in the passive or by a noun, behind a preposition that says so alone: "was killed at the hand of",
// "by the bullets of".
// What would be the subject is then the object.
func (d *document) byDoer(s *sentence, c *clause, k int, w *lang.Word, f *lang.Frame, a *deed) bool {
	var preps []string
	for _, p := range d.eng.doers {
		if utf8.RuneCountInString(p) > 2 {
			preps = append(preps, p)
		}
	}
	doer, end := d.marked(s, c, k+1, preps, 6, nil)
	if doer == nil || w.POS == "agent" {
		return false
	}
	object := c.subj
	if k == c.verb && len(object) == 1 && w.Feat&(lang.Plural|lang.Singular) == lang.Plural {
		return false // those who were killed are not named
	}
	if k != c.verb {
		if object, _ = d.owner(s, c, k); object == nil || s.chunks[k+1].adj {
			object, _ = d.marked(s, c, k+1, f.Object, 5, f) // "threats against X by Y"
		}
	}
	if object == nil || same(object, doer) {
		return false
	}
	a.subj, a.objects, a.at = doer, object, end
	return true
}

// denied tells whether the noun at chunk k is said not to be: "not attending", "the absence of any invasion".
func denied(s *sentence, k int) bool {
	for j := k - 1; j >= max(0, k-3); j-- {
		switch ch := s.chunks[j]; {
		case ch.fn("neg"):
			return true
		case ch.fn("any"), ch.kind == chunkNoun && ch.marker == "" && ch.conj == "":
		default:
			return false
		}
	}
	return false
}

// possible tells whether the noun at chunk k is said to be possible or alleged only: "possible attacks on".
func possible(s *sentence, k int) bool {
	for j := k + 1; j < min(len(s.chunks), k+4); j++ {
		ch := s.chunks[j]
		if ch.judges("possible") {
			return ch.marker == ""
		}
		if ch.kind != chunkWord && !ch.adj || ch.marker != "" {
			return false
		}
	}
	return false
}

// headed tells whether a noun phrase that begins with ch may be the object of a frame that wants certain heads: "denied the
// accusations of ...".
func (d *document) headed(ch *chunk, f *lang.Frame) bool {
	if f == nil || f.Flag("head") == "" {
		return true
	}
	return d.ofClass(ch, strings.Split(f.Flag("head"), ","))
}

// ofClass tells whether a chunk is a word or a title of one of the classes.
func (d *document) ofClass(ch *chunk, classes []string) bool {
	for _, w := range ch.triggers() {
		if slices.Contains(classes, w.Class) {
			return true
		}
	}
	if ch.word != nil && (ch.kind == chunkEvent || ch.kind == chunkDeal) && slices.Contains(classes, ch.word.POS) {
		return true
	}
	return ch.title != nil && slices.Contains(classes, d.eng.world.class(ch.title.offices[0]))
}

// ofLabel keeps the subjects or objects, as the flag says, of the labels that a frame wants.
func ofLabel(list []*entity, f *lang.Frame, flag string) []*entity {
	labels := f.Flag(flag)
	if labels == "" {
		return list
	}
	want := strings.Split(labels, ",")
	return slices.DeleteFunc(slices.Clone(list), func(e *entity) bool { return !slices.Contains(want, e.label) })
}

// described returns the actor that a participle with the article describes: "the states supporting Iran".
func (d *document) described(s *sentence, c *clause, k int) []*entity {
	for j := k - 1; j >= 0 && j >= k-2; j-- {
		if a, _ := d.resolve(s.chunks[j], c); a != nil && !s.chunks[j].place {
			return a
		}
	}
	return nil
}

// wanted tells whether the noun of an act at chunk k is only planned; of some frames also what is asked for counts as planned.
func (d *document) wanted(s *sentence, c *clause, k int, f *lang.Frame) bool {
	for j := k - 1; j >= c.from; j-- {
		for _, w := range s.chunks[j].triggers() {
			switch {
			case w.Class == "plan":
				return true
			case w.Class == "ask" || w.Class == "demand" || w.Class == "wish" || w.Class == "try":
				return f.Has("wanted")
			case d.eng.unreal[w.Class]:
				return false
			}
		}
	}
	return false
}

// predicate tells whether the participle at chunk k is what a clause without a verb says of its subject: "Washington is committed to".
func predicate(s *sentence, c *clause, k int) bool {
	return c.verb < 0 && c.explicit && k > c.from && s.chunks[k].marker == "" && s.chunks[k].conj == "" && s.chunks[k-1].kind != chunkWord
}
