package extract

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"mithaq/extract/article"
	"mithaq/graph"
)

// corpus is a file of JSON lines with title and text, from which further pairs are derived:
//
//	go test ./extract -run NearDuplicates -v -corpus FILE
var corpus = flag.String("corpus", "", "JSON lines of articles to derive near-duplicates from")

// variants are what papers make of one wire text. Each takes the words of the text.
var variants = []struct {
	name string
	of   func(r *rand.Rand, words []string) []string
}{
	{"as it is", func(_ *rand.Rand, w []string) []string { return w }},
	{"cut end", func(r *rand.Rand, w []string) []string { return w[:len(w)*(4+r.IntN(5))/10] }},
	{"byline", func(_ *rand.Rand, w []string) []string {
		return slices.Concat(strings.Fields("كتب مراسل مختلق من مدينة الواحة"), w)
	}},
	{"other letters", func(_ *rand.Rand, w []string) []string {
		letters := strings.NewReplacer("أ", "ا", "إ", "ا", "آ", "ا", "ى", "ي", "ة", "ه", "ـ", "", "ً", "")
		return strings.Fields(letters.Replace(strings.Join(w, " ")))
	}},
	{"a word in twenty", func(r *rand.Rand, w []string) []string {
		w = slices.Clone(w)
		for i := r.IntN(20); i < len(w); i += 20 {
			w[i] = "مختلق"
		}
		return w
	}},
	{"added end", func(_ *rand.Rand, w []string) []string {
		return slices.Concat(w, strings.Fields("وتابع التقرير المختلق سرد ما جرى"))
	}},
	{"first words", func(_ *rand.Rand, w []string) []string { return w[min(8, len(w)/6):] }},
}

// invented makes texts of made-up sentences, which share their words and many of their phrases.
func invented(n int) []article.Article {
	r := rand.New(rand.NewPCG(1, 1))
	parts := [][]string{
		strings.Split("استقبل/زار/هاتف/التقى/هنأ/ودع", "/"),
		strings.Split("وزير الواحة/رئيس مجلس النخيل/سفير الجزيرة الخضراء/مدير هيئة المياه المختلقة/أمين رابطة المدن", "/"),
		strings.Split("نظيره من بلاد التلال/وفدا من رابطة الصيادين/ممثل بلدية الشاطئ/رئيسة اتحاد الرسامين/لجنة الطرق", "/"),
		strings.Split("وبحثا سبل التعاون في مجال/واتفقا على تبادل الخبرات في/وأكدا أهمية الحوار حول/ووقعا مذكرة بشأن/وناقشا خطة", "/"),
		strings.Split("الزراعة والمياه/السياحة الجبلية/النقل البحري/تعليم اللغات/صيد الأسماك/الطاقة الشمسية/حماية الشواطئ", "/"),
		strings.Split("خلال زيارة تستمر يومين/في مقر الهيئة/بحضور عدد من المسؤولين/على هامش معرض الكتاب/بدعوة من البلدية", "/"),
	}
	all := make([]article.Article, n)
	for i := range all {
		var b strings.Builder
		for range 5 + r.IntN(12) {
			for _, p := range parts {
				b.WriteString(p[r.IntN(len(p))] + " ")
			}
			fmt.Fprintf(&b, "%d. ", r.IntN(5000))
		}
		all[i] = article.Article{ID: fmt.Sprintf("invented%d", i), Lang: "ar", Title: fmt.Sprintf("خبر مختلق %d", i), Text: b.String()}
	}
	return all
}

func readCorpus(t *testing.T, path string) []article.Article {
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var all []article.Article
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<26)
	for lines.Scan() {
		var a article.Article
		if err := json.Unmarshal(lines.Bytes(), &a); err != nil {
			t.Fatal(err)
		}
		if len(strings.Fields(a.Text)) >= 60 {
			a.ID, a.Lang = fmt.Sprintf("corpus%d", len(all)), "ar"
			all = append(all, a)
		}
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return all
}

// TestNearDuplicates derives articles from others as papers do and looks which are found to be of one text: nearly all of those of one
// origin, and hardly any others.
func TestNearDuplicates(t *testing.T) {
	measureDuplicates(t, "invented", invented(150), 0.99)
	if *corpus != "" {
		measureDuplicates(t, *corpus, readCorpus(t, *corpus), 0.97)
	}
}

func measureDuplicates(t *testing.T, name string, all []article.Article, want float64) {
	x := extractor(t)
	r := rand.New(rand.NewPCG(2, 2))
	var texts []graph.Article
	var origin []int
	byKey := map[string][]int{}
	for i, a := range all {
		words := strings.Fields(a.Text)
		for _, v := range variants {
			b := article.Article{Lang: a.Lang, Title: "عنوان آخر " + v.name, Text: strings.Join(v.of(r, words), " ")}
			if v.name == "as it is" {
				b.Title = a.Title
			}
			g := articleOf(x.engines["ar"], b, "")
			for _, key := range graph.TextKeys(g) {
				byKey[key] = append(byKey[key], len(texts))
			}
			texts, origin = append(texts, g), append(origin, i)
		}
	}
	found := map[[2]int]bool{}
	looked := 0
	for _, ids := range byKey {
		for n, j := range ids {
			for _, i := range ids[:n] {
				looked++
				if graph.OneText(texts[i], texts[j]) {
					found[[2]int{i, j}] = true
				}
			}
		}
	}
	right := 0
	for pair := range found {
		if origin[pair[0]] == origin[pair[1]] {
			right++
		}
	}
	pairs := len(all) * len(variants) * (len(variants) - 1) / 2
	precision, recall := float64(right)/float64(len(found)), float64(right)/float64(pairs)
	t.Logf("%s: %d texts, %d pairs of one origin: precision %.4f, recall %.4f, %.1f comparisons a text", name, len(texts), pairs, precision, recall, float64(looked)/float64(len(texts)))
	if precision < want || recall < want-0.04 {
		t.Errorf("%s: precision %.3f, recall %.3f", name, precision, recall)
	}
}

// TestSketch: what is no word makes no difference, and a text of a few words has no sketch.
func TestSketch(t *testing.T) {
	fold := extractor(t).engines["ar"].fold
	if a, b := sketch(fold, "قال المدير: «نعم، هذا صحيح»."), sketch(fold, "قال المدير نعم هذا صحيح"); a != b || a == "" {
		t.Errorf("%q is not %q", a, b)
	}
	for _, short := range []string{"", "خبر", "خبر قصير", "...!"} {
		if s := sketch(fold, short); s != "" {
			t.Errorf("%+q has the sketch %q", short, s)
		}
	}
}

func BenchmarkSketch(b *testing.B) {
	x := extractor(b)
	a := invented(1)[0]
	b.SetBytes(int64(len(a.Text)))
	for b.Loop() {
		graph.TextKeys(graph.Article{Sketch: sketch(x.engines["ar"].fold, a.Text)})
	}
}
