package extract

import (
	_ "embed"
	"runtime"
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
	only    map[string]string          // folded title -> the state that has it
	article string
}

func readResolveWords(fold *text.Folder) resolveWords {
	w := resolveWords{lists: map[string]map[string]bool{}, plain: map[string][]string{}, classes: map[string][]string{}, only: map[string]string{}}
	for line := range strings.Lines(resolveFile) {
		f := strings.Split(strings.TrimSpace(line), "|")
		if len(f) != 3 || strings.HasPrefix(line, "#") {
			continue
		}
		use, key := strings.TrimSpace(f[0]), strings.TrimSpace(f[1])
		list := use + " " + key
		if w.lists[list] == nil {
			w.lists[list] = map[string]bool{}
		}
		for form := range strings.SplitSeq(f[2], "/") {
			form = strings.TrimSpace(form)
			w.plain[list] = append(w.plain[list], form)
			folded := fold.Words(form)
			w.lists[list][folded] = true
			switch use {
			case "filler", "place", "government", "ministry":
				w.classes[folded] = append(w.classes[folded], use)
			case "body":
				w.classes[folded] = append(w.classes[folded], "body:"+key)
			case "of":
				w.only[folded] = key
			}
		}
	}
	w.article = fold.Words(strings.Join(w.plain["article ar"], ""))
	return w
}

// nameIndex finds names by their folded words, and Arabic ones also by their words without the article.
type nameIndex struct {
	full, bare map[string][]gazetteer.Name
	article    string
	longest    int // words of the longest name
}

// newNameIndex folds the names on all processors.
func newNameIndex(g *gazetteer.Gazetteer, article string) nameIndex {
	var names []gazetteer.Name
	for n := range g.Names {
		names = append(names, n)
	}
	keys := make([]string, len(names))
	var wg sync.WaitGroup
	workers := runtime.GOMAXPROCS(0)
	for w := range workers {
		wg.Go(func() {
			fold := text.NewFolder()
			for i := w; i < len(names); i += workers {
				keys[i] = fold.Words(names[i].Text)
			}
		})
	}
	wg.Wait()
	x := nameIndex{make(map[string][]gazetteer.Name, len(names)), make(map[string][]gazetteer.Name, len(names)/2), article, 1}
	for i, n := range names {
		x.full[keys[i]] = append(x.full[keys[i]], n)
		x.longest = max(x.longest, 1+strings.Count(keys[i], " "))
		if n.Lang == "ar" {
			b := withoutArticles(keys[i], article)
			x.bare[b] = append(x.bare[b], n)
		}
	}
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
