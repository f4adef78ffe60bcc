package graph

import (
	"maps"
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"
)

// isDerived reports whether an id has the form of those that this package makes. The world has no ids of this form.
func isDerived(id string) bool {
	_, rest, ok := strings.Cut(id, "/")
	return ok && len(rest) == 2*idBytes && strings.Trim(rest, "0123456789abcdef") == ""
}

// knownEntity returns the node of an id that an article refers to: what the world knows, else, for an id that a rule made
// or an older gazetteer knew, a node named by its id.
func knownEntity(w World, id string) (Entity, bool) {
	if strings.Contains(id, "|") || !validID(id) || isDerived(id) {
		return Entity{}, false
	}
	if e, ok := w.Entity(id); ok {
		e.Labels = sortedSet(e.Labels)
		e.Aliases = sortedSet(e.Aliases)
		if e.Name == "" {
			e.Name = id
		}
		if len(e.Props) == 0 {
			e.Props = nil
		}
		return e, len(e.Labels) > 0
	}
	label := labelOfID(id)
	return Entity{ID: id, Labels: []string{label}, Name: id}, label != ""
}

// labelOfID tells the label of an unknown id from its form, or returns "". Events and agreements have no ids of their own.
func labelOfID(id string) string {
	if (len(id) == 3 || len(id) == 4) && strings.Trim(id, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == "" {
		return LabelState
	}
	prefix, rest, _ := strings.Cut(id, "/")
	for _, k := range kinds {
		if k.Prefix == prefix && prefix != "" && rest != "" && k.Label != LabelEvent && k.Label != LabelAgreement {
			return k.Label
		}
	}
	return ""
}

// derivedEntity builds a derived node from its members, which are in the order of their ids.
//
// Where members differ, each property has one rule that no order of loading can change: the longest name (it says most),
// the most precise date, the state of the latest published article (plans become deeds), and for all else the value that
// most members give. Ties go to the member with the smallest id, topics are the union.
func derivedEntity(id string, members []Evidence) Entity {
	e := Entity{
		ID:     id,
		Labels: []string{members[0].Type},
		NameAr: longest(members, func(m Evidence) string { return m.NameAr }),
		NameEn: longest(members, func(m Evidence) string { return m.NameEn }),
		Props:  map[string]any{},
	}
	set := func(name, value string) {
		if value != "" {
			e.Props[name] = value
		}
	}
	set("kind", mostFrequent(members, kindOf))
	set("ordinal", mostFrequent(members, ordinalOf))
	set("nation", mostFrequent(members, nationOf))
	set("date", bestDate(members))
	set("status", latestState(members))
	var topics []string
	for _, m := range members {
		topics = append(topics, m.Topics...)
	}
	if topics = sortedSet(topics); topics != nil {
		e.Props["topics"] = topics
	}
	if len(e.Props) == 0 {
		e.Props = nil
	}
	e.Name = firstOf(e.NameAr, e.NameEn, mostFrequent(members, kindOf), members[0].Type)
	return e
}

func longest(members []Evidence, value func(Evidence) string) string {
	var best string
	for _, m := range members {
		if v := value(m); utf8.RuneCountInString(v) > utf8.RuneCountInString(best) {
			best = v
		}
	}
	return best
}

func mostFrequent(members []Evidence, value func(Evidence) string) string {
	var best string
	count := map[string]int{}
	for _, m := range members {
		if v := value(m); v != "" {
			count[v]++
		}
	}
	for _, m := range members {
		if v := value(m); count[v] > count[best] {
			best = v
		}
	}
	return best
}

func bestDate(members []Evidence) string {
	precision := 0
	for _, m := range members {
		precision = max(precision, len(m.Date))
	}
	return mostFrequent(members, func(m Evidence) string {
		if len(m.Date) < precision {
			return ""
		}
		return m.Date
	})
}

func latestState(members []Evidence) string {
	var best Evidence
	for _, m := range members {
		if m.State != "" && (best.State == "" || instant(m.Published).After(instant(best.Published))) {
			best = m
		}
	}
	return best.State
}

// withLeader returns the entity with or without the second label of people who hold an office.
func withLeader(e Entity, leads bool) Entity {
	if leads && slices.Contains(e.Labels, LabelPerson) && !slices.Contains(e.Labels, LabelLeader) {
		e.Labels = sortedSet(append(slices.Clone(e.Labels), LabelLeader))
	}
	return e
}

func firstOf(all ...string) string {
	for _, s := range all {
		if s != "" {
			return s
		}
	}
	return ""
}

// sortedSet returns the distinct non-empty strings in order, nil if there is none; a slice that is so already is returned as it is.
func sortedSet[S ~string](all []S) []S {
	if isSet(all) {
		return all
	}
	set := make([]S, 0, len(all))
	for _, s := range all {
		if s != "" {
			set = append(set, s)
		}
	}
	if len(set) == 0 {
		return nil
	}
	slices.Sort(set)
	return slices.Compact(set)
}

func isSet[S ~string](all []S) bool {
	for i, s := range all {
		if s == "" || i > 0 && s <= all[i-1] {
			return false
		}
	}
	return len(all) > 0
}

// deriveEntities writes the entities that appear or change.
func (r *run) deriveEntities() error {
	leads := map[string]bool{}
	for _, f := range r.changes.PutFacts {
		if f.Relationship() == HoldsOffice {
			leads[f.Subject] = true
		}
	}
	subjects := slices.Collect(maps.Keys(leads))
	var lost []string // keys of offices that go
	for _, f := range r.changes.DeleteFacts {
		if f.Relationship() == HoldsOffice && !r.gone[f.Subject] {
			lost = append(lost, f.Key)
			subjects = append(subjects, f.Subject)
		}
	}
	if err := r.lookUp(subjects); err != nil {
		return err
	}
	var all []Entity
	for _, id := range sortedSet(slices.Concat(slices.Collect(maps.Keys(r.touched)), subjects)) {
		if e, ok := r.entity(id); ok {
			all = append(all, e)
		}
	}
	if err := r.findLeaders(all, lost, leads); err != nil {
		return err
	}
	for _, e := range all {
		e = withLeader(e, leads[e.ID])
		if was, ok := r.stored[e.ID]; !ok || !reflect.DeepEqual(was, e) {
			r.changes.PutEntities = append(r.changes.PutEntities, e)
		}
	}
	return nil
}

// findLeaders adds to leads the people who hold an office that is stored and stays.
func (r *run) findLeaders(all []Entity, lost []string, leads map[string]bool) error {
	var people []string
	for _, e := range all {
		if slices.Contains(e.Labels, LabelPerson) && !leads[e.ID] {
			people = append(people, e.ID)
		}
	}
	if len(people) == 0 {
		return nil
	}
	slices.Sort(lost)
	found, err := r.tx.InOffice(people, lost)
	for _, id := range found {
		leads[id] = true
	}
	return err
}

// entity returns an entity as it follows from the world or its members, Leader left to its offices. A derived node
// that was not computed anew stays as it is stored, but for that label.
func (r *run) entity(id string) (Entity, bool) {
	if members, ok := r.nodes[id]; ok {
		return derivedEntity(id, members), true
	}
	if !isDerived(id) {
		return knownEntity(r.world, id)
	}
	e, ok := r.stored[id]
	e.Labels = slices.DeleteFunc(slices.Clone(e.Labels), func(l string) bool { return l == LabelLeader })
	return e, ok
}
