package dates_test

import (
	"strings"
	"testing"

	"mithaq/extract/dates"
	"mithaq/extract/text"
)

// sample is news-like: a date in every other sentence.
const sample = `التقى وزير الخارجية نظيره في العاصمة يوم الاثنين وبحث معه سبل تعزيز التعاون بين البلدين في مختلف المجالات.
وقال الوزير في مؤتمر صحفي إن الجانبين اتفقا على عقد جولة جديدة من المحادثات في الرابع من حزيران/يونيو المقبل.
وأضاف أن العلاقات بين البلدين تقوم على الاحترام المتبادل وأن بلاده تدعم كل جهد يهدف إلى حل سلمي للنزاع.
وكان الطرفان وقعا عام 2013 مذكرة للتعاون في مجال الطاقة، قبل أن يتفقا أواخر العام الماضي على توسيعها.
ودعا الوزير جميع الأطراف إلى ضبط النفس والعودة إلى طاولة المفاوضات دون شروط مسبقة في أقرب وقت ممكن.
`

func BenchmarkFind(b *testing.B) {
	r := reader(b, "ar")
	tokens := text.NewFolder().Tokens(strings.Repeat(sample, 20), nil)
	sentences := text.Sentences(tokens)
	var found []dates.Mention
	b.ReportAllocs()
	for b.Loop() {
		for _, s := range sentences {
			found = r.Find(tokens[s.Start:s.End], wednesday, found[:0])
		}
	}
	b.ReportMetric(float64(len(tokens))*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

// TestAllocations: nothing is allocated but what is found.
func TestAllocations(t *testing.T) {
	r := reader(t, "ar")
	tokens := text.NewFolder().Tokens("ودعا الوزير جميع الأطراف إلى ضبط النفس والعودة إلى طاولة المفاوضات بعد 3 جولات من الأمين العام", nil)
	if n := testing.AllocsPerRun(100, func() { r.Find(tokens, wednesday, nil) }); n > 0 {
		t.Errorf("%v allocations in a sentence without a date", n)
	}
	found := make([]dates.Mention, 0, 4)
	tokens = text.NewFolder().Tokens("وصل الوفد في 26 و27 يناير 2014", nil)
	if n := testing.AllocsPerRun(100, func() { r.Find(tokens, wednesday, found[:0]) }); n > 2 {
		t.Errorf("%v allocations for two dates written out", n)
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range strings.Split(sample, "\n") {
		f.Add(s, wednesday)
	}
	for _, s := range []string{"من 3 إلى 5 مايو", "في 31/12/9999 و٠٠٠٠-00-00", "1 رمضان 9999هـ", "بين عامي 2006 و2010 و", "قبل 999 عقود", "بعد 999 سنة", "- 5 - 6 / 7 . 8", "30 صفر", "و و و", "الاثنين (", "الجمعة 31"} {
		f.Add(s, "2015-07")
		f.Add(s, "0001")
		f.Add(s, "9999-12-31")
	}
	fold := text.NewFolder()
	r := reader(f, "ar")
	f.Fuzz(func(t *testing.T, s, published string) {
		tokens := fold.Tokens(s, nil)
		last := 0
		for _, m := range r.Find(tokens, published, nil) {
			if m.From < last || m.To <= m.From || m.To > len(tokens) {
				t.Fatalf("%+q: %+v out of order or bounds", s, m)
			}
			last = m.To
			for _, v := range []string{m.Start, m.End} {
				if n := len(v); v != "" && n != 4 && n != 7 && n != 10 {
					t.Fatalf("%+q: value %q", s, v)
				}
			}
			if m.Start == "" || m.End != "" && m.End < m.Start {
				t.Fatalf("%+q: from %q to %q", s, m.Start, m.End)
			}
			_, _ = m.Date(), m.Source(fold, s, tokens)
		}
		r.Explain(s, published)
	})
}
