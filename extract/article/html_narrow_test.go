package article

import (
	"fmt"
	"strings"
	"testing"
)

const otherSentence = "افتتح المدير معرضاً للصور القديمة في قاعة المدينة وحضره عدد من طلبة المدارس والمعاهد."

// pageText reads a page made of a body and returns its lines.
func pageText(t *testing.T, body string) []string {
	t.Helper()
	page := "<!DOCTYPE html><html lang=ar><head><title>زيارة الوزير إلى المدينة القديمة</title></head><body><h1>زيارة الوزير إلى المدينة القديمة</h1>" + body
	return strings.Split(readGoodString(t, page)[0].Text, "\n\n")
}

// paragraphs of a page that differ in their number.
func paragraphs(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "<p>الخبر %d: %s</p>", i, sentenceOfPage)
	}
	return b.String()
}

// TestNarrow takes out what structure and words show to be no part of the article, and nothing else.
func TestNarrow(t *testing.T) {
	other := "<p>" + otherSentence + "</p>"
	for _, test := range []struct {
		name, body string
		lines      int  // of the article
		other      bool // the other sentence is of the article
	}{
		{"columns of a table", "<table><tr><td>" + other + "</td><td>" + paragraphs(6) + "</td><td>بحث</td></tr></table>", 6, false},
		{"columns of equal weight", "<table><tr><td>" + other + "</td><td>" + paragraphs(2) + "</td></tr></table>", 3, true},
		{"stories behind a heading", "<div>" + paragraphs(6) + "<div><h4>مواضيع أخرى</h4></div>" + other + "</div>", 6, false},
		{"a heading that ends it, before most of the text", "<div>" + paragraphs(1) + "<h4>مواضيع أخرى</h4>" + other + paragraphs(6) + "</div>", 8, true},
		{"a list behind a pointer", "<div>" + paragraphs(3) + "<h4>اقرأ أيضا</h4><ul><li><a href=1>خبر</a> " + otherSentence + "</li></ul>" + "<p>وأخيرا " + sentenceOfPage + "</p>" + "</div>", 4, false},
		{"no list behind a pointer", "<div>" + paragraphs(3) + "<h4>اقرأ أيضا</h4>" + other + "</div>", 4, true},
		{"an article element", other + "<article>" + paragraphs(3) + "</article>" + other, 3, false},
		{"article elements for teasers", paragraphs(4) + "<article>" + other + "</article>", 5, true},
		{"a sentence again in large letters", paragraphs(3) + "<blockquote>" + strings.Join(strings.Fields(sentenceOfPage)[2:9], " ") + "</blockquote>" + other, 4, true},
		{"a label before the text", "<div><div>شؤون محلية</div>" + paragraphs(3) + other + "</div>", 4, true},
		{"a dateline before the text", "<div><div>طرطوس-سانا</div>" + paragraphs(3) + other + "</div>", 5, true},
		{"a date behind the text", "<div>" + paragraphs(3) + other + "<div>وكالة 1130 جمت 03/11/2025</div></div>", 4, true},
		{"words in one box with a picture", "<div>" + paragraphs(3) + "<div><img src=x><div>قاعة العرض الرئيسة في المتحف قبل افتتاحه هذا الصباح</div></div>" + other + "</div>", 4, true},
		{"a paragraph in one box with a picture", "<div>" + paragraphs(3) + "<div><img src=x>" + other + "</div></div>", 4, true},
		{"an invitation to follow", "<div>" + paragraphs(3) + other + "<p>انضم إلى قناة «نافذة» على تيليجرام لتصلك الأخبار أولاً بأول</p></div>", 4, true},
		{"a bar and a link", "<div>" + paragraphs(3) + other + "<p>تقرير خاص | <a href=1>" + strings.Repeat("كيف تختار كتابا ", 3) + "</a></p></div>", 4, true},
	} {
		lines := pageText(t, test.body)
		if has := strings.Contains(strings.Join(lines, "\n"), otherSentence); len(lines) != test.lines || has != test.other {
			t.Errorf("%s: %d lines, other sentence %t:\n%+q", test.name, len(lines), has, lines)
		}
	}
}

// TestAccountsAndBylines: the name of an account is no author; a line may name one.
func TestAccountsAndBylines(t *testing.T) {
	for body, want := range map[string]string{
		`<meta name="author" content="admin">`:                                  "",
		`<meta name="author" content="هبة النجار">`:                             "هبة النجار",
		`<meta name="author" content="Admin"><div>كتب: فيصل المرباطي</div>`:     "فيصل المرباطي",
		`<div>كتب: رسالة</div>`:                                                 "",
		`<div>كتب الوزير: هذا كلام طويل في سطر واحد من الصفحة عن الزيارة</div>`: "",
	} {
		page := "<!DOCTYPE html><html lang=ar><body><h1>زيارة الوزير إلى المدينة القديمة</h1>" + body + paragraphs(4)
		if got := readGoodString(t, page)[0].Author; got != want {
			t.Errorf("%+q: author %+q, want %+q", body, got, want)
		}
	}
}

// TestState reads the text of a page from the data of its scripts, if the title says that it is the one.
func TestState(t *testing.T) {
	text := strings.Repeat(sentenceOfPage+" ", 6)
	state := func(title, body string) string {
		return `{"a":[{"title":"قصة أخرى هنا","body":"` + otherSentence + `"},{"deep":{"title":"` + title + `","body":` + body + `,"publishedAt":"2025-11-03T08:15:00Z"}}]}`
	}
	html := `"<p>` + text + `</p><p>` + otherSentence + `</p>"`
	blocks := `[{"type":"text","content":"` + text + `"},{"type":"text","content":"` + otherSentence + `"}]`
	const title = "زيارة الوزير إلى المدينة"
	for _, test := range []struct {
		name, script string
		lines        int
	}{
		{"JSON", `<script id="__NEXT_DATA__" type="application/json">` + state(title, html) + `</script>`, 2},
		{"blocks", `<script type="application/json">` + state(title, blocks) + `</script>`, 2},
		{"assigned", `<script>window.__STATE__=` + state(title, html) + `;window.x=1</script>`, 2},
		{"another title", `<script type="application/json">` + state("عنوان آخر لا صلة له", html) + `</script>`, 0},
		{"too short", `<script type="application/json">` + state(title, `"`+otherSentence+`"`) + `</script>`, 0},
		{"broken", `<script type="application/json">` + state(title, html)[:300] + `</script>`, 0},
		{"too deep", `<script type="application/json">` + strings.Repeat("[", 40) + state(title, html) + strings.Repeat("]", 40) + `</script>`, 0},
		{"another type", `<script type="text/template">` + state(title, html) + `</script>`, 0},
	} {
		articles, errs := readString(t, "<!DOCTYPE html><html lang=ar><head><title>"+title+" | موقع</title></head><body><div id=root></div>"+test.script)
		switch {
		case test.lines == 0 && (len(articles) != 0 || len(errs) != 1):
			t.Errorf("%s: %d articles, errors %v", test.name, len(articles), errs)
		case test.lines > 0 && (len(errs) > 0 || len(articles) != 1):
			t.Errorf("%s: %d articles, errors %v", test.name, len(articles), errs)
		case test.lines > 0:
			a := articles[0]
			if n := strings.Count(a.Text, "\n\n") + 1; n != test.lines || a.Title != title || a.Date != "2025-11-03T08:15:00Z" {
				t.Errorf("%s: %d lines, title %+q, date %s", test.name, n, a.Title, a.Date)
			}
		}
	}
}
