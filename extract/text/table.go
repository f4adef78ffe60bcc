package text

import (
	"iter"
	"strings"
)

// Rows yields the rows of a table of this project's data, each with the number of its line: cells stand between bars and
// are trimmed; blank lines and lines that begin with # are left out.
func Rows(table string) iter.Seq2[int, []string] {
	return func(yield func(int, []string) bool) {
		n := 0
		for line := range strings.Lines(table) {
			n++
			line = strings.TrimSpace(line)
			if line == "" || line[0] == '#' {
				continue
			}
			cells := strings.Split(line, "|")
			for i := range cells {
				cells[i] = strings.TrimSpace(cells[i])
			}
			if !yield(n, cells) {
				return
			}
		}
	}
}
