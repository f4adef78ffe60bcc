package extract

import (
	"strconv"

	"mithaq/extract/lang"
)

// numberedBody reads a body that the gazetteer knows with the number of its term inside the name: "the twentieth Central Committee of
// the party", in Arabic between the adjective and the genitive.
func (c *chunker) numberedBody(i int, head *lang.Word) (*entity, int) {
	if !c.w.bodies[head.Class].described {
		return nil, 0
	}
	for j := i + 1; j < len(c.items) && j <= i+3; j++ {
		it := &c.items[j]
		if it.prep != "" || it.conj != "" {
			return nil, 0
		}
		if it.def && it.numeral() {
			return c.bodyAround(i, j)
		}
	}
	return nil, 0
}

// bodyAround looks up the name that starts at item i without item j.
func (c *chunker) bodyAround(i, j int) (*entity, int) {
	from, cut, end := c.items[i].from, c.items[j].from, c.items[j].to
	tokens := append(append(c.d.tokens[:0:0], c.d.tokens[from:cut]...), c.d.tokens[end:c.items[len(c.items)-1].to]...)
	id, length := "", cut-from
	for _, stem := range []string{c.items[i].stem, c.w.articleLetters + c.items[i].stem} {
		c.lex.match(tokens, 0, stem, func(n int, s *sense) {
			if n > length && s.kind == senseName && isOrg(s.id) {
				id, length = s.id, n
			}
		})
	}
	for k := j + 1; id != "" && k < len(c.items); k++ {
		if c.items[k].to-from == length+end-cut {
			return c.d.known(id), k + 1 - i
		}
	}
	return nil, 0
}

// numeral tells whether an item is an ordinal or a number.
func (it *item) numeral() bool {
	w := it.word("mark")
	if w == nil {
		return false
	}
	_, err := strconv.Atoi(w.Class)
	return err == nil
}
