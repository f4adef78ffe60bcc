package gazetteer

import (
	"cmp"
	"fmt"
	"strings"
)

// Problem is something wrong with the data at one place.
type Problem struct {
	Src  Source
	Text string
}

func (p Problem) String() string { return p.Src.String() + ": " + p.Text }

// Problems is everything that is wrong with the data.
type Problems []Problem

func (ps Problems) Error() string {
	var b strings.Builder
	for i, p := range ps {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(p.String())
	}
	return b.String()
}

func (ps *Problems) addf(src Source, format string, args ...any) {
	*ps = append(*ps, Problem{src, fmt.Sprintf(format, args...)})
}

func compareProblems(a, b Problem) int {
	return cmp.Or(cmp.Compare(a.Src.File, b.Src.File), cmp.Compare(a.Src.Line, b.Src.Line))
}
