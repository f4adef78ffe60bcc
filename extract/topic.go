package extract

import (
	"slices"
	"strings"

	"mithaq/graph"
)

// topicsIn returns the topics that the words of tokens [from, to) tell, in the order of the words.
func (d *document) topicsIn(from, to int) []string {
	var out []string
	l := d.eng.topics
	var buf []reading
	for i := from; i < to; {
		n := 1
		var best []*sense
		buf = l.readings(d.tokens[i].Norm, buf[:0])
		for _, r := range buf {
			l.match(d.tokens[:to], i, r.stem, func(k int, s *sense) {
				if k > n || len(best) == 0 {
					n, best = k, best[:0]
				}
				if k == n {
					best = append(best, s)
				}
			})
		}
		for _, s := range best {
			if t := strings.TrimPrefix(s.id, "topic/"); !slices.Contains(out, t) {
				out = append(out, t)
			}
		}
		i += n
	}
	return out
}

// topicsOf returns what the clause of a fact is about.
func (d *document) topicsOf(f *fact) []string {
	if f.sent == nil || f.to <= f.from {
		return nil
	}
	return d.topicsIn(f.from, f.to)
}

// addTopics notes what a mention of an event or agreement says it is about.
func (d *document) addTopics(h *happening, from, to int) {
	for _, t := range d.topicsIn(from, to) {
		if !slices.Contains(h.topics, t) {
			h.topics = append(h.topics, t)
		}
	}
}

// inheritTopics adds those of the agreements that an event led to: a signing is about what is signed.
func (d *document) inheritTopics(event, deal *entity) {
	if event == nil || deal == nil || event.label != graph.LabelEvent {
		return
	}
	for _, t := range deal.act.topics {
		if !slices.Contains(event.act.topics, t) {
			event.act.topics = append(event.act.topics, t)
		}
	}
}
