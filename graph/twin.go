package graph

import (
	"maps"
	"slices"
	"strings"
)

// Condenser is what a [Tx] may offer as well: its Blocked returns of claims that are twins only the first, so that a person or
// an organization that ten thousand articles name costs no more than one that a few do.
type Condenser interface {
	// Twins returns all node claims of these profiles outside of some articles, as far as [Evidence.Trait] keeps them.
	Twins(profiles, except []string) ([]Evidence, error)
}

// Profile names what a claim that a person, an organization or a place exists shares with its twins: all that [Evidence.Trait] keeps but
// where and when it stands. Twins are the same and always in one node. It is empty for a claim that has no twins.
func Profile(e Evidence) string {
	if e.Fold == "" || e.State != "" || !slices.Contains(namesakes, e.Type) {
		return ""
	}
	lists := [][]string{e.Topics, e.Overlay, e.Actors}
	parts := []string{e.Type, e.NameAr, e.NameEn, e.Fold, e.Kind, e.Ordinal, string(e.Nation), e.Date, e.Site, e.Moment, e.Sound}
	for _, l := range lists {
		parts = append(parts, strings.Join(l, "\x00"))
	}
	return digest(strings.Join(parts, "\x01"), 12)
}

// condensed tells whether the store returns only the first of twins.
func (r *run) condensed() bool {
	_, ok := r.tx.(Condenser)
	return ok
}

// twins reads the stored claims of some profiles that stay.
func (r *run) twins(profiles map[string]bool) ([]Evidence, error) {
	if len(profiles) == 0 {
		return nil, nil
	}
	return r.tx.(Condenser).Twins(slices.Sorted(maps.Keys(profiles)), r.leaving())
}

// leaving are the articles whose stored versions go, sorted.
func (r *run) leaving() []string { return slices.Sorted(maps.Keys(r.old)) }

// moveTwins notes the twins of stored mentions whose node gets another id; ids are those by profile.
func (r *run) moveTwins(ids map[string]string) error {
	profiles := map[string]bool{}
	for profile := range ids {
		profiles[profile] = true
	}
	found, err := r.twins(profiles)
	for _, e := range found {
		r.moved[e.Article] = nil
		r.nodeOf[e.ID()] = ids[Profile(e)]
	}
	return err
}

// countTwins completes the members of nodes of which it must be counted what most say.
func (r *run) countTwins() error {
	if !r.condensed() {
		return nil
	}
	profiles := map[string]bool{}
	var unclear []string
	for id, members := range r.nodes {
		if unanimous(members) {
			continue
		}
		unclear = append(unclear, id)
		for _, e := range members {
			if profile := Profile(e); profile != "" {
				profiles[profile] = true
			}
		}
	}
	found, err := r.twins(profiles)
	byProfile := map[string][]Evidence{}
	for _, e := range found {
		byProfile[Profile(e)] = append(byProfile[Profile(e)], e)
	}
	for _, id := range unclear {
		r.nodes[id] = withTwins(r.nodes[id], byProfile)
	}
	return err
}

func withTwins(members []Evidence, byProfile map[string][]Evidence) []Evidence {
	all := slices.Clone(members)
	for _, e := range members {
		all = append(all, byProfile[Profile(e)]...)
	}
	slices.SortFunc(all, compareEvidence)
	return slices.CompactFunc(all, func(a, b Evidence) bool { return compareEvidence(a, b) == 0 })
}

// unanimous reports whether members agree on all properties that are counted, so that it does not matter how many say so.
func unanimous(members []Evidence) bool {
	for _, value := range []func(Evidence) string{kindOf, ordinalOf, nationOf, dateOf} {
		said := ""
		for _, m := range members {
			v := value(m)
			if v != "" && said != "" && v != said {
				return false
			}
			said = firstOf(v, said)
		}
	}
	return true
}

func kindOf(e Evidence) string    { return e.Kind }
func ordinalOf(e Evidence) string { return e.Ordinal }
func nationOf(e Evidence) string  { return string(e.Nation) }
func dateOf(e Evidence) string    { return e.Date }
