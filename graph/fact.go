package graph

import (
	"errors"
	"maps"
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"
)

// delta is what happens to one fact.
type delta struct {
	fact          Fact        // Key, Type, Subject, Object, Status and Class; the rest is computed
	before, after []*Evidence // of the rewritten articles, what supported the fact and what supports it now; none if only the reference changes
	lost, more    []*Evidence // what before has and after has not, and the reverse
	referred      bool        // what the world says of it may have changed
}

// deriveFacts computes the facts whose evidence or reference changes.
func (r *run) deriveFacts() error {
	deltas := r.deltas()
	if err := r.addReferences(deltas); err != nil {
		return err
	}
	maps.DeleteFunc(deltas, func(_ string, d *delta) bool { return d.stays() })
	keys := slices.Sorted(maps.Keys(deltas))
	if len(keys) == 0 {
		return nil
	}
	found, err := r.tx.Facts(keys)
	if err != nil {
		return err
	}
	stored := make(map[string]Fact, len(found))
	for _, f := range found {
		stored[f.Key] = f
	}
	derived, err := r.aggregate(deltas, stored)
	if err != nil {
		return err
	}
	for _, key := range keys {
		r.putFact(derived[key], stored)
	}
	return nil
}

func (r *run) putFact(f Fact, stored map[string]Fact) {
	was, ok := stored[f.Key]
	switch {
	case f.Support == 0 && !f.Reference:
		if ok {
			r.changes.DeleteFacts = append(r.changes.DeleteFacts, was)
			r.report.FactsRemoved++
		}
	case !ok:
		r.changes.PutFacts = append(r.changes.PutFacts, f)
		r.report.FactsAdded++
	case !reflect.DeepEqual(was, f):
		r.changes.PutFacts = append(r.changes.PutFacts, f)
	}
}

// deltas gathers the relation claims of the rewritten articles by the fact that they support.
func (r *run) deltas() map[string]*delta {
	all := map[string]*delta{}
	each := func(list []Evidence, note func(*delta, *Evidence)) {
		for i := range list {
			if e := &list[i]; e.Fact != "" {
				note(deltaOf(all, e.Fact), e)
			}
		}
	}
	before := func(d *delta, e *Evidence) { d.before = append(d.before, e) }
	each(r.oldEvidence, before)
	for _, list := range r.moved {
		each(list, before)
	}
	for _, list := range r.evidence {
		each(list, func(d *delta, e *Evidence) { d.after = append(d.after, e) })
	}
	return all
}

// stays finds what a fact loses and gains, and reports whether that is nothing: most claims of articles that are moved or read again.
func (d *delta) stays() bool {
	d.lost, d.more = difference(d.before, d.after)
	return len(d.lost) == 0 && len(d.more) == 0 && !d.referred
}

func deltaOf(all map[string]*delta, key string) *delta {
	d, ok := all[key]
	if !ok {
		d = &delta{fact: factFromKey(key)}
		all[key] = d
	}
	return d
}

// factFromKey takes a key apart: no id and no class holds a bar.
func factFromKey(key string) Fact {
	part := append(strings.Split(key, "|"), "", "", "", "")
	return Fact{Key: key, Type: part[0], Subject: part[1], Object: part[2], Status: Status(part[3]), Class: part[4]}
}

// aggregate computes the facts of all deltas. A fact that gains evidence is added up from its stored row, so that a hot fact
// costs no more than a new one. A fact that loses some is taken down likewise where a sample shows that nothing else of
// it changes; else all of its evidence is read again.
func (r *run) aggregate(deltas map[string]*delta, stored map[string]Fact) (map[string]Fact, error) {
	out := make(map[string]Fact, len(deltas))
	shifts := map[string]*delta{}
	var whole, losing []string
	for key, d := range deltas {
		was := stored[key]
		switch {
		case was.Mentions == len(d.before): // nothing else supports it
			out[key] = r.refer(sum(d.fact, d.after))
		case r.referenceDiffers(was):
			whole = append(whole, key)
		case len(d.lost) == 0:
			shifts[key] = d
		default:
			losing = append(losing, key)
		}
	}
	standing, err := r.standing(losing, deltas, stored)
	if err != nil {
		return nil, err
	}
	for _, key := range losing {
		if standing[key] {
			shifts[key] = deltas[key]
		} else {
			whole = append(whole, key)
		}
	}
	return out, errors.Join(r.shiftAll(out, shifts, stored), r.sumAll(out, whole, deltas))
}

// shiftAll adds to out the facts that only shift.
func (r *run) shiftAll(out map[string]Fact, shifts map[string]*delta, stored map[string]Fact) error {
	elsewhere, err := r.supportElsewhere(shifts)
	for key, d := range shifts {
		out[key] = r.refer(shift(stored[key], d, elsewhere))
	}
	return err
}

// sumAll adds to out the facts of which all evidence must be read.
func (r *run) sumAll(out map[string]Fact, keys []string, deltas map[string]*delta) error {
	rest, err := r.restOf(keys)
	for _, key := range keys {
		out[key] = r.refer(sum(deltas[key].fact, append(rest[key], deltas[key].after...)))
	}
	return err
}

// counted is all of a claim that a fact is made of.
type counted struct{ hash, day, topics, title string }

func countedOf(e *Evidence) counted {
	return counted{e.Hash, dayOf(e), strings.Join(e.Topics, "\x00"), e.Title}
}

// difference returns what before has and after has not, and the reverse.
func difference(before, after []*Evidence) (lost, more []*Evidence) {
	if len(before) == 0 {
		return nil, after
	}
	count := map[counted]int{}
	for _, e := range after {
		count[countedOf(e)]++
	}
	for _, e := range before {
		if c := countedOf(e); count[c] > 0 {
			count[c]--
		} else {
			lost = append(lost, e)
		}
	}
	for _, e := range after {
		if c := countedOf(e); count[c] > 0 {
			count[c]--
			more = append(more, e)
		}
	}
	return lost, more
}

type support struct{ fact, hash string }

// supportElsewhere finds which facts a stored article supports that has the text of one that comes or goes.
func (r *run) supportElsewhere(shifts map[string]*delta) (map[support]bool, error) {
	hashes := map[string]bool{}
	for _, d := range shifts {
		maps.Copy(hashes, hashesOf(d.more))
		maps.Copy(hashes, hashesOf(d.lost))
	}
	wanted := slices.Sorted(maps.Keys(hashes))
	if err := r.readTexts(wanted); err != nil {
		return nil, err
	}
	var twins []string
	for _, hash := range wanted {
		for _, id := range r.texts[hash] {
			if !r.rewritten(id) {
				twins = append(twins, id)
			}
		}
	}
	if len(twins) == 0 {
		return nil, nil
	}
	slices.Sort(twins)
	found, err := r.tx.EvidenceOf(twins)
	all := map[support]bool{}
	for _, e := range found {
		if !r.decided(e) {
			all[support{e.Fact, e.Hash}] = true
		}
	}
	return all, err
}

// shift brings a stored fact from what supported it before to what supports it after.
func shift(f Fact, d *delta, elsewhere map[support]bool) Fact {
	before, after := hashesOf(d.before), hashesOf(d.after)
	for hash := range after {
		if !before[hash] && !elsewhere[support{f.Key, hash}] {
			f.Support++
		}
	}
	for hash := range before {
		if !after[hash] && !elsewhere[support{f.Key, hash}] {
			f.Support--
		}
	}
	f.Mentions += len(d.after) - len(d.before)
	for _, e := range d.more {
		f = f.merge(e)
	}
	return f
}

// restOf reads the evidence of facts that the transaction does not decide about.
func (r *run) restOf(keys []string) (map[string][]*Evidence, error) {
	if len(keys) == 0 {
		return nil, nil
	}
	slices.Sort(keys)
	found, err := r.tx.Supporting(keys)
	rest := map[string][]*Evidence{}
	for i := range found {
		if e := &found[i]; !r.decided(*e) {
			rest[e.Fact] = append(rest[e.Fact], e)
		}
	}
	return rest, err
}

func hashesOf(all []*Evidence) map[string]bool {
	set := map[string]bool{}
	for _, e := range all {
		set[e.Hash] = true
	}
	return set
}

func sum(f Fact, all []*Evidence) Fact {
	f.Support, f.Mentions = len(hashesOf(all)), len(all)
	for _, e := range all {
		f = f.merge(e)
	}
	return f
}

// merge adds what does not count: dates, topics, title. The order of merging makes no difference.
func (f Fact) merge(e *Evidence) Fact {
	if day := dayOf(e); day != "" {
		if f.First == "" || day < f.First {
			f.First = day
		}
		f.Last = max(f.Last, day)
	}
	if len(e.Topics) > 0 {
		f.Topics = sortedSet(slices.Concat(f.Topics, e.Topics))
	}
	f.Title = shorter(f.Title, e.Title)
	return f
}

// shorter picks the title that says it most plainly: the shortest, then the smallest; no title if both are empty.
func shorter(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	if x, y := utf8.RuneCountInString(a), utf8.RuneCountInString(b); x != y {
		if x < y {
			return a
		}
		return b
	}
	return min(a, b)
}
