package gazetteer

import "testing"

// TestWeakTails: the quick answer of Weak never hides a weak name, in whichever form it is written.
func TestWeakTails(t *testing.T) {
	g, err := Builtin()
	if err != nil {
		t.Fatal(err)
	}
	for key, w := range g.weak {
		if g.Weak(key.lang, key.folded) != w {
			t.Errorf("%s %+q: not found", key.lang, key.folded)
		}
		rule, ok := g.rule(key.lang)
		if !ok || rule.Article == "" {
			continue
		}
		if g.Weak(key.lang, rule.Article+key.folded) == nil {
			t.Errorf("%s %+q: not found with the article", key.lang, key.folded)
		}
	}
}
