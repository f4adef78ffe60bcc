package graph

import (
	"cmp"
	"strconv"
	"strings"
)

// ID returns the evidence's id: the article's id, "#" and the running number.
func (e Evidence) ID() string { return e.Article + "#" + strconv.Itoa(e.N) }

// KeyOf returns the key of the fact that a relation claim between two resolved ends supports, and the ends
// in the order in which the fact stores them: symmetric relations have the lower id first.
func KeyOf(relation, subject, object string, status Status, class string) (key, first, second string) {
	if r, ok := RelationOf(relation); ok && r.Symmetric && object < subject {
		subject, object = object, subject
	}
	key = relation + "|" + subject + "|" + object + "|" + string(status)
	if class != "" {
		key += "|" + class
	}
	return key, subject, object
}

// Relationship returns the relationship type under which users see the fact: only asserted facts carry their own.
func (f Fact) Relationship() string {
	if f.Status == Asserted {
		return f.Type
	}
	return strings.ToUpper(string(f.Status))
}

// compareEvidence orders evidence by article, then by running number (not by the text of the id: #10 comes after #2).
func compareEvidence(a, b Evidence) int {
	return cmp.Or(cmp.Compare(a.Article, b.Article), cmp.Compare(a.N, b.N))
}

func compareLinks(a, b Link) int {
	return cmp.Or(cmp.Compare(a.Type, b.Type), cmp.Compare(a.Article, b.Article), cmp.Compare(a.Node, b.Node))
}
