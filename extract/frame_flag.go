package extract

import (
	"slices"
	"strings"

	"mithaq/extract/lang"
)

// companion is how far behind a trigger the noun may stand that makes it an act.
const companion = 6

// accompanied tells whether the clause has the word that a frame wants with its trigger: "lifted ... the sanctions", "recalled ...
// its ambassador".
func (d *document) accompanied(s *sentence, c *clause, k int, f *lang.Frame) bool {
	want := f.Flag("with")
	if want == "" {
		return true
	}
	classes := strings.Split(want, ",")
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
