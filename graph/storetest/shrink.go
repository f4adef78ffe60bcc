package storetest

import (
	"slices"
	"time"
)

// shrink returns fewer steps that still fail, at best the fewest: it cuts off what comes after the failing one, then leaves out
// longer and shorter runs of steps, then single articles and lines within steps. It stops at the deadline.
func shrink(steps []Step, deadline time.Time, fails func([]Step) (at int, failed bool)) []Step {
	try := func(fewer []Step) bool {
		if time.Now().After(deadline) {
			return false
		}
		at, failed := fails(fewer)
		if failed {
			steps = fewer[:min(at+1, len(fewer))]
		}
		return failed
	}
	try(slices.Clone(steps))
	for size := len(steps) / 2; size > 0; size /= 2 {
		for from := len(steps) - size; from >= 0; from -= size {
			if from+size <= len(steps) {
				try(slices.Delete(slices.Clone(steps), from, from+size))
			}
		}
	}
	for i := len(steps) - 1; i >= 0; i-- {
		for part := 0; i < len(steps) && part < steps[i].size(); {
			fewer := slices.Clone(steps)
			fewer[i] = fewer[i].without(part)
			if !try(fewer) {
				part++
			}
		}
	}
	return steps
}

// size is how many articles or lines a step names.
func (s Step) size() int { return len(s.Load) + len(s.Remove) + len(s.Correct) }

// without leaves one of them out.
func (s Step) without(i int) Step {
	switch s.Do {
	case doLoad:
		s.Load = slices.Delete(slices.Clone(s.Load), i, i+1)
	case doRemove:
		s.Remove = slices.Delete(slices.Clone(s.Remove), i, i+1)
	case doCorrect:
		s.Correct = slices.Delete(slices.Clone(s.Correct), i, i+1)
	}
	return s
}
