package graph

import (
	"maps"
	"reflect"
	"slices"
	"strings"
)

// evidenceOf turns what one article claims into evidence, in the order of the numbers. Node and Fact are still open.
func evidenceOf(x Extraction) []Evidence {
	mentions := make(map[Ref]Mention, len(x.Mentions))
	for _, m := range x.Mentions {
		mentions[m.Node] = m
	}
	local := make(map[Ref]Claim)
	for _, c := range x.Claims {
		if isNodeClaim(c) {
			local[LocalRef(c.N)] = c
		}
	}
	all := make([]Evidence, 0, len(x.Claims))
	for _, c := range x.Claims {
		c.Topics = sortedSet(c.Topics)
		c.Participants = noneIfEmpty(c.Participants)
		e := Evidence{Article: x.Article.ID, Hash: x.Article.Hash, Published: x.Article.Published, Claim: c}
		if isNodeClaim(c) {
			m := mentions[LocalRef(c.N)]
			e.Count, e.Surfaces = m.Count, noneIfEmpty(m.Surfaces)
			for _, p := range c.Participants {
				e.Actors = append(e.Actors, comparable(p, local, mentions))
			}
			e.Actors = sortedSet(e.Actors)
			e.Site = comparable(c.Place, local, mentions)
			switch {
			case slices.Contains(deeds, c.Type):
				e.Moment = momentText(c, m, x.Article.Published)
			case c.Type == LabelPerson:
				e.Sound, e.Actors = m.Sound, postsOf(x, LocalRef(c.N))
			}
			e.Blocks = Blocks(e)
		}
		all = append(all, e)
	}
	slices.SortFunc(all, compareEvidence)
	return all
}

func isNodeClaim(c Claim) bool {
	k, ok := KindOf(c.Type)
	return ok && k.Derived
}

// comparable names what r points to so that it can be compared with other articles: the id of a known node; else the kind
// and the name (of people as it sounds), which two articles share, with "~" before them. A local node without a name is unlike any other: its own
// sentence tells it apart. The state that it belongs to follows after "@".
func comparable(r Ref, local map[Ref]Claim, mentions map[Ref]Mention) string {
	c, ok := local[r]
	name, nation := string(r), mentions[r].Nation
	if ok {
		k, _ := KindOf(c.Type)
		name, nation = "~"+k.Prefix+"/"+firstOf(mentions[r].Sound, c.Fold), c.Nation
		if mentions[r].Sound == "" && c.Fold == "" {
			name += "#" + digest(c.NameAr+"\x00"+c.NameEn+"\x00"+c.Sentence, 6)
		}
	}
	if nation != "" {
		return name + "@" + string(nation)
	}
	return name
}

// postsOf lists the offices that an article gives a person, each with the state or organization.
func postsOf(x Extraction, person Ref) []string {
	var posts []string
	for _, c := range x.Claims {
		if _, local := c.Object.Local(); c.Type == HoldsOffice && c.Subject == person && c.Status == Asserted && !local {
			posts = append(posts, c.Class+"@"+string(c.Object))
		}
	}
	return sortedSet(posts)
}

func noneIfEmpty[T any](s []T) []T {
	if len(s) == 0 {
		return nil
	}
	return s
}

// moveEvidence reads the articles in which a derived node changed its id, and resolves the ends of all claims anew.
func (r *run) moveEvidence() error {
	if err := r.readMoved(); err != nil {
		return err
	}
	for _, all := range r.evidence {
		byNumber := make(map[int]string)
		for i := range all {
			e := &all[i]
			if id, ok := r.nodeOf[e.ID()]; ok {
				e.Node = id
			}
			if e.Node != "" {
				byNumber[e.N] = e.Node
			}
		}
		for i := range all {
			if e := &all[i]; e.Node == "" {
				e.Fact, _, _ = factOf(*e, byNumber)
			}
		}
	}
	return nil
}

// readMoved reads what may change in the moved articles: all claims where the text is named otherwise, else those bound to derived nodes.
func (r *run) readMoved() error {
	var whole, bound []string
	for _, id := range slices.Sorted(maps.Keys(r.moved)) {
		if _, ok := r.regrouped[id]; ok {
			whole = append(whole, id)
		} else {
			bound = append(bound, id)
		}
	}
	for _, part := range []struct {
		ids  []string
		read func([]string) ([]Evidence, error)
	}{{whole, r.tx.EvidenceOf}, {bound, r.tx.Bound}} {
		if len(part.ids) == 0 {
			continue
		}
		found, err := part.read(part.ids)
		if err != nil {
			return err
		}
		for len(found) > 0 { // rows come sorted by article
			id, n := found[0].Article, 1
			for n < len(found) && found[n].Article == id {
				n++
			}
			r.moved[id], r.evidence[id] = found[:n:n], slices.Clone(found[:n])
			if a, ok := r.regrouped[id]; ok {
				rename(r.evidence[id], a.Wire)
			}
			found = found[n:]
		}
	}
	return nil
}

// rename gives the text of claims another name.
func rename(claims []Evidence, wire string) {
	for i := range claims {
		claims[i].Hash = wire
	}
}

// Bound reports whether a claim speaks of a node that its article describes: a claim that such a node exists, or a relation with one for
// an end. The others stay as they are when a derived node gets another id.
func (e Evidence) Bound() bool {
	return isNodeClaim(e.Claim) || strings.HasPrefix(string(e.Subject), "#") || strings.HasPrefix(string(e.Object), "#")
}

// Bare keeps of a claim what facts and links are made of.
func (e Evidence) Bare() Evidence {
	return Evidence{
		Article: e.Article, Hash: e.Hash, Published: e.Published, Node: e.Node, Fact: e.Fact, Count: e.Count, Surfaces: e.Surfaces,
		Claim: Claim{
			N: e.N, Type: e.Type, Subject: e.Subject, Object: e.Object, Title: e.Title, Class: e.Class, Status: e.Status,
			Date: e.Date, Topics: e.Topics, Span: e.Span,
		},
	}
}

// Trait keeps of a node claim what [Same], [Differ] and the properties of a node look at.
func (e Evidence) Trait() Evidence {
	return Evidence{
		Article: e.Article, Published: e.Published, Node: e.Node, Actors: e.Actors, Site: e.Site, Moment: e.Moment, Sound: e.Sound,
		Claim: Claim{
			N: e.N, Type: e.Type, NameAr: e.NameAr, NameEn: e.NameEn, Fold: e.Fold, Kind: e.Kind, Ordinal: e.Ordinal,
			State: e.State, Nation: e.Nation, Date: e.Date, Topics: e.Topics, Overlay: e.Overlay,
		},
	}
}

// factOf returns the key and the ends of the fact that a relation claim supports. The key is empty if both ends are one
// node: two people of an article can turn out to be one.
func factOf(e Evidence, nodes map[int]string) (key, subject, object string) {
	end := func(r Ref) string {
		if n, ok := r.Local(); ok {
			return nodes[n]
		}
		return string(r)
	}
	subject, object = end(e.Subject), end(e.Object)
	if subject == object {
		return "", "", ""
	}
	return KeyOf(e.Type, subject, object, e.Status, e.Class)
}

// putEvidence notes which evidence is written, moved and deleted.
func (r *run) putEvidence() error {
	before := map[string]Evidence{}
	for _, e := range r.oldEvidence {
		before[e.ID()] = e
	}
	for article, all := range r.evidence {
		if was, ok := r.moved[article]; ok {
			r.moveClaims(was, all)
			continue
		}
		for _, e := range all {
			id := e.ID()
			if was, ok := before[id]; !ok || !reflect.DeepEqual(was, e) {
				r.changes.PutEvidence = append(r.changes.PutEvidence, e)
			}
			delete(before, id)
		}
	}
	r.changes.DeleteEvidence = slices.Collect(maps.Keys(before))
	return nil
}

// moveClaims notes which claims of a moved article support another fact, node or text.
func (r *run) moveClaims(before, after []Evidence) {
	for i, e := range after {
		if was := before[i]; was.Node != e.Node || was.Fact != e.Fact || was.Hash != e.Hash {
			r.changes.MoveEvidence = append(r.changes.MoveEvidence, e)
		}
	}
}
