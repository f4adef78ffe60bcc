package graph

import "slices"

// treaties are kinds of agreements that a report may call by each other's name.
var treaties = []string{"agreement", "treaty", "mou", "contract", "declaration"}

// signingReach is how many days apart two reports may put one agreement: it is agreed, initialled and signed.
const signingReach = 10

// agreementsDiffer tells what cannot be one agreement: two kinds, two days, other parties, another subject.
func agreementsDiffer(a, b *looks) bool {
	kinds := a.kind == b.kind || slices.Contains(treaties, a.kind) && slices.Contains(treaties, b.kind) && (a.kind == "agreement" || b.kind == "agreement")
	return !kinds || a.when.mark == onDay && b.when.mark == onDay && max(a.when.day-b.when.day, b.when.day-a.when.day) > signingReach ||
		len(a.topics) > 0 && len(b.topics) > 0 && !overlap(a.topics, b.topics) || otherSigners(a, b)
}

// otherSigners tells whether each of two agreements has a state that the other has not. A body may stand for some of the states.
func otherSigners(a, b *looks) bool {
	return len(a.parties) > 1 && len(b.parties) > 1 && onlyHas(a, b) && onlyHas(b, a)
}

func onlyHas(a, b *looks) bool {
	return slices.ContainsFunc(a.parties, func(p string) bool {
		return labelOfID(p) == LabelState && !slices.Contains(b.parties, p)
	})
}

// agrees compares two agreements that do not differ.
func (t *looks) agrees(o *looks) int {
	if t.when.month() == "" || t.when.month() != o.when.month() || common(t.parties, o.parties) == 0 {
		return 0
	}
	near := max(nearness(t.when, o.when, 0), thatMonth)
	about := min(common(t.topics, o.topics), 3)
	equal := slices.Equal(t.parties, o.parties)
	switch {
	case common(t.parties, o.parties) > 1 && (about > 0 || equal && len(t.parties) > 2):
	case about > 0 && (len(t.parties) > 1 || len(o.parties) > 1):
		equal = false
	case equal && near >= thatDay && len(t.parties) > 1 && len(t.topics) == 0 && len(o.topics) == 0:
	case equal && near >= thoseDays && len(t.parties) == 2 && t.kind == o.kind && (len(t.topics) == 0 || len(o.topics) == 0):
	default:
		return 0
	}
	return 30*truth(equal) + 10*near/2 + 2*truth(t.kind == o.kind) + about
}
