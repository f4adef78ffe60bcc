package graph

import "slices"

// sampleSize is how much evidence of a fact is looked at before all of it is read. Facts with less are read whole at once.
const sampleSize = 64

// traits are the dates, topics and titles of a fact's claims.
type traits struct {
	days, titles map[string]bool
	topics       map[string]bool
}

func newTraits() traits { return traits{map[string]bool{}, map[string]bool{}, map[string]bool{}} }

func (t traits) add(e *Evidence) {
	t.days[dayOf(e)] = true
	t.titles[e.Title] = true
	for _, topic := range e.Topics {
		t.topics[topic] = true
	}
}

// keeps reports whether a fact still has its dates, topics and title without the lost claims, given traits of some that stay.
func (t traits) keeps(f Fact, lost []*Evidence) bool {
	return !slices.ContainsFunc(lost, func(e *Evidence) bool {
		day := dayOf(e)
		return day != "" && (day == f.First || day == f.Last) && !t.days[day] ||
			e.Title != "" && e.Title == f.Title && !t.titles[e.Title] ||
			slices.ContainsFunc(e.Topics, func(topic string) bool { return !t.topics[topic] })
	})
}

// standing finds the facts of which a sample shows that nothing but the counts changes when they lose evidence.
func (r *run) standing(keys []string, deltas map[string]*delta, stored map[string]Fact) (map[string]bool, error) {
	sampler, ok := r.tx.(Sampler)
	if !ok {
		return nil, nil
	}
	have := map[string]traits{}
	var ask []string
	for _, key := range keys {
		if stored[key].Mentions-len(deltas[key].before) <= sampleSize {
			continue
		}
		have[key] = newTraits()
		for _, e := range deltas[key].after {
			have[key].add(e)
		}
		if !have[key].keeps(stored[key], deltas[key].lost) {
			ask = append(ask, key)
		}
	}
	if len(ask) > 0 {
		slices.Sort(ask)
		found, err := sampler.Sample(ask, sampleSize)
		if err != nil {
			return nil, err
		}
		for i := range found {
			if e := &found[i]; !r.decided(*e) {
				have[e.Fact].add(e)
			}
		}
	}
	out := map[string]bool{}
	for key, t := range have {
		out[key] = t.keeps(stored[key], deltas[key].lost)
	}
	return out, nil
}
