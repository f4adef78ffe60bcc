package extract

import (
	_ "embed"
	"runtime"
	"slices"
	"strings"
	"sync"
	"unicode"

	"mithaq/extract/gazetteer"
	"mithaq/extract/text"
)

//go:embed resolve.txt
var resolveFile string

// resolveWords is what resolve.txt holds.
type resolveWords struct {
	lists   map[string]map[string]bool // "filler en" -> folded forms
	plain   map[string][]string        // "like president" -> forms as written
	classes map[string][]string        // folded form -> uses: filler, place, ministry, body:army ...
	short   map[string]bool            // portfolios that stand for their ministry
	only    map[string]string          // folded title -> the state that has it
	titles  map[string]string          // folded title in full -> "office of body"
	article string
}

// resolveColumns: use | key | forms.
const resolveColumns = 3

func readResolveWords(fold *text.Folder) resolveWords {
	w := resolveWords{lists: map[string]map[string]bool{}, plain: map[string][]string{}, classes: map[string][]string{}, short: map[string]bool{}, only: map[string]string{}, titles: map[string]string{}}
	for _, f := range text.Rows(resolveFile) {
		if len(f) != resolveColumns {
			continue
		}
		use, key := f[0], f[1]
		list := use + " " + key
		if w.lists[list] == nil {
			w.lists[list] = map[string]bool{}
		}
		for form := range strings.SplitSeq(f[2], "/") {
			form = strings.TrimSpace(form)
			if use == "ending" {
				form = fold.Words(form) // they are compared with folded words
			}
			w.plain[list] = append(w.plain[list], form)
			folded := fold.Words(form)
			w.lists[list][folded] = true
			switch use {
			case "filler", "kind", "realm", "place", "government", "ministry":
				w.classes[folded] = append(w.classes[folded], use)
			case "body":
				w.classes[folded] = append(w.classes[folded], "body:"+key)
			case "short":
				w.short[folded] = true
			case "of":
				w.only[folded] = key
			case "holder":
				w.titles[folded] = key
			}
		}
	}
	w.article = fold.Words(strings.Join(w.plain["article ar"], ""))
	return w
}

// nameIndex finds names by their folded words, and Arabic ones also by their words without the article.
type nameIndex struct {
	names      []gazetteer.Name
	full, bare chains
	article    string
	longest    int // words of the longest name
}

// chains holds lists of numbers without a slice for each: the last number under a key, and the one before each number, plus one.
type chains struct {
	last   map[string]int32
	before []int32
}

func newChains(n int) chains { return chains{make(map[string]int32, n), make([]int32, n)} }

func (c chains) add(key string, i int) {
	c.before[i] = c.last[key]
	c.last[key] = int32(i + 1)
}

// get returns the names under a key in the order in which they were added.
func (x *nameIndex) get(c chains, key string) []gazetteer.Name {
	var out []gazetteer.Name
	for i := c.last[key]; i > 0; i = c.before[i-1] {
		out = append(out, x.names[i-1])
	}
	slices.Reverse(out)
	return out
}

// newNameIndex folds the names on all processors.
func newNameIndex(g *gazetteer.Gazetteer, article string) nameIndex {
	names := make([]gazetteer.Name, 0, 1<<17)
	for n := range g.Names {
		names = append(names, n)
	}
	keys := make([]string, len(names))
	fold := text.NewFolder()
	var wg sync.WaitGroup
	workers := runtime.GOMAXPROCS(0)
	for w := range workers {
		wg.Go(func() {
			for i := w; i < len(names); i += workers {
				keys[i] = fold.Words(names[i].Text)
			}
		})
	}
	wg.Wait()
	x := nameIndex{names, newChains(len(names)), newChains(len(names)), article, 1}
	wg.Go(func() {
		for i, n := range names {
			if n.Lang != "ar" {
				continue
			}
			if b := withoutArticles(keys[i], article); b != keys[i] {
				x.bare.add(b, i)
			}
		}
	})
	for i, key := range keys {
		x.full.add(key, i)
		x.longest = max(x.longest, 1+strings.Count(key, " "))
	}
	wg.Wait()
	return x
}

// withoutArticles takes the article off every word that stays a word without it.
func withoutArticles(words, article string) string {
	if !strings.Contains(words, article) {
		return words
	}
	fields := strings.Fields(words)
	for i, f := range fields {
		if rest, ok := strings.CutPrefix(f, article); ok && len([]rune(rest)) > 1 {
			fields[i] = rest
		}
	}
	return strings.Join(fields, " ")
}

// arabic tells whether a folded word is written in Arabic letters.
func arabic(word string) bool {
	for _, r := range word {
		return unicode.Is(unicode.Arabic, r)
	}
	return false
}
