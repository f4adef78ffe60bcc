package graph

import (
	"maps"
	"slices"
)

// addReferences adds the facts for which what the world says may have changed: those of entities that appear or go, and,
// after a change of program, those of every entity that a changed article mentions.
func (r *run) addReferences(deltas map[string]*delta) error {
	if err := r.lookUp(slices.Collect(maps.Keys(r.touched))); err != nil {
		return err
	}
	var sweep, lose []string
	for id := range r.touched {
		_, existed := r.stored[id]
		if !isDerived(id) && (r.recast || !existed) {
			sweep = append(sweep, id)
			if r.recast && existed {
				lose = append(lose, id)
			}
		}
	}
	if err := r.gainReferences(deltas, sweep); err != nil {
		return err
	}
	for id := range r.gone {
		if !isDerived(id) {
			lose = append(lose, id)
		}
	}
	if len(lose) == 0 {
		return nil
	}
	found, err := r.tx.References(sortedSet(lose))
	for _, f := range found {
		deltaOf(deltas, f.Key).referred = true
	}
	return err
}

func (r *run) gainReferences(deltas map[string]*delta, ids []string) error {
	var all []string
	for _, id := range ids {
		all = append(all, r.world.Related(id)...)
	}
	if err := r.lookUp(all); err != nil {
		return err
	}
	for _, id := range ids {
		for _, other := range r.world.Related(id) {
			if _, ok := r.stored[other]; !r.touched[other] && (!ok || r.gone[other]) {
				continue
			}
			for key := range r.references(id, other) {
				deltaOf(deltas, key).referred = true
			}
		}
	}
	return nil
}

// references returns what the world says of two entities, by key; several terms of one office become one fact.
func (r *run) references(a, b string) map[string]Fact {
	all := map[string]Fact{}
	for _, f := range r.world.Reference(a, b) {
		key, subject, object := KeyOf(f.Type, f.Subject, f.Object, Asserted, f.Class)
		term := Fact{Key: key, Type: f.Type, Subject: subject, Object: object, Status: Asserted, Class: f.Class,
			From: f.From, To: f.To, Title: f.Title, Reference: true}
		if f.From != "" || f.To != "" {
			term.Terms = []string{f.From + "/" + f.To}
		}
		if was, ok := all[key]; ok {
			term = joinTerms(was, term)
		}
		all[key] = term
	}
	return all
}

func joinTerms(a, b Fact) Fact {
	a.Terms = sortedSet(slices.Concat(a.Terms, b.Terms))
	if a.From == "" || b.From != "" && b.From < a.From {
		a.From = b.From
	}
	if a.To == "" || b.To == "" {
		a.To = ""
	} else {
		a.To = max(a.To, b.To)
	}
	a.Title = shorter(a.Title, b.Title)
	return a
}

// reference returns what the world says of a fact between two entities that exist.
func (r *run) reference(f Fact) (ref Fact, ok bool) {
	if f.Status != Asserted || r.gone[f.Subject] || r.gone[f.Object] || isDerived(f.Subject) || isDerived(f.Object) {
		return Fact{}, false
	}
	ref, ok = r.references(f.Subject, f.Object)[f.Key]
	return ref, ok
}

// refer gives a fact what the world says of it.
func (r *run) refer(f Fact) Fact {
	ref, _ := r.reference(f)
	f.Reference, f.From, f.To, f.Terms = ref.Reference, ref.From, ref.To, ref.Terms
	f.Title = shorter(f.Title, ref.Title)
	return f
}

// referenceDiffers reports whether the stored row cannot be added to, because the world speaks otherwise now: the title
// of a stored fact may be the world's.
func (r *run) referenceDiffers(stored Fact) bool {
	ref, _ := r.reference(stored)
	return r.recast && (stored.Reference || ref.Reference) ||
		stored.Reference != ref.Reference || stored.From != ref.From || stored.To != ref.To || !slices.Equal(stored.Terms, ref.Terms)
}

// lookUp reads entities into r.stored.
func (r *run) lookUp(ids []string) error {
	var missing []string
	for _, id := range ids {
		if !r.asked[id] {
			r.asked[id] = true
			missing = append(missing, id)
		}
	}
	if len(missing) == 0 {
		return nil
	}
	slices.Sort(missing)
	found, err := r.tx.Entities(missing)
	for _, e := range found {
		r.stored[e.ID] = e
	}
	return err
}
