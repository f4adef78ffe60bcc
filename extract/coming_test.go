package extract

import (
	"testing"

	"mithaq/extract/article"
	"mithaq/graph"
)

// TestStatusOfMeetings: a meeting that is wanted, due or invited to is planned, also where only the year of the article is known.
// The sentences are invented.
func TestStatusOfMeetings(t *testing.T) {
	x := extractor(t)
	for text, want := range map[string]graph.Status{
		"تسعى كينيا إلى إجراء محادثات مع أوغندا.":                                 graph.Planned,
		"دعت كينيا إلى محادثات مع أوغندا.":                                        graph.Planned,
		"يأتي ذلك في محاولة لاستئناف المحادثات بين كينيا وأوغندا.":                graph.Planned,
		"فشلت المحادثات بين كينيا وأوغندا.":                                       graph.Asserted,
		"قالت الصحيفة إن من المقرر عقد اجتماع بين كينيا وأوغندا.":                 graph.Planned,
		"تحدثت الصحيفة عن المحادثات بين كينيا وأوغندا التي ستعقد في نيروبي.":      graph.Planned,
		"تحدثت الصحيفة عن المحادثات بين كينيا وأوغندا التي عقدت في نيروبي.":       graph.Asserted,
		"تحدثت الصحيفة عن المحادثات بين كينيا وأوغندا يوم الاثنين المقبل.":        graph.Planned,
		"دعا الوزير خلال المحادثات بين كينيا وأوغندا إلى حماية الغابات.":          graph.Asserted,
		"تحدثت الصحيفة عن نتائج المحادثات بين كينيا وأوغندا وعن الأمطار الغزيرة.": graph.Asserted,
	} {
		found := false
		for _, r := range x.Doc(article.Article{Lang: "ar", Date: "2021", Title: "خبر مختلق", Text: text}).Relations {
			if r.Type != "MET" {
				continue
			}
			found = true
			if graph.Status(r.Status) != want {
				t.Errorf("%+q: %s, want %s", text, r.Status, want)
			}
		}
		if !found {
			t.Errorf("%+q: no MET", text)
		}
	}
}

// TestWhoMeets: a seat, a mediator and a newspaper meet nobody, and receiving things is no meeting. The sentences are invented.
func TestWhoMeets(t *testing.T) {
	counted{
		"التقى وزير الخارجية المصري سامح شكري نظيره الأردني أيمن الصفدي في اجتماع بمقر جامعة الدول العربية.": 1,
		"جرت محادثات بين كينيا وأوغندا بوساطة قطرية.":                                                        1,
		"جرت محادثات بين كينيا وأوغندا برعاية الاتحاد الأفريقي.":                                             1,
		"قال سامح شكري في حوار مع صحيفة «الأهرام» إن المناخ مهم.":                                            0,
		"أجرى سامح شكري لقاء مع قناة الجزيرة.":                                                               0,
		"أنهت كينيا استعدادات المطار لاستقبال الطائرات القادمة.":                                             0,
		"أجرى سامح شكري اتصالا هاتفيا بأيمن الصفدي لمناقشة مكافحة تنظيم داعش.":                               1,
	}.check(t, func(d Doc) int {
		met := relations("MET")(d)
		if met == 0 && entities("Event")(d) > 0 {
			return -1 // who meets nobody holds no event either
		}
		return met
	})
}

// TestRanks: a prince holds no office by that, unless the title names the state that he reigns in. The sentences are invented.
func TestRanks(t *testing.T) {
	counted{
		"زار الأمير تركي الفيصل المتحف الوطني في السعودية.":         0,
		"زار أمير قطر تميم بن حمد آل ثاني المتحف الوطني.":           1,
		"زار ولي العهد السعودي الأمير محمد بن سلمان المتحف الوطني.": 1,
	}.check(t, relations("HOLDS_OFFICE"))
}

// TestOtherAgreements: an agreement like another is none of its own, and one that is only judged is the one spoken of. The
// sentences are invented.
func TestOtherAgreements(t *testing.T) {
	counted{
		"وقعت كينيا وأوغندا اتفاقية للنقل. وتبحث كينيا اتفاقيات مماثلة مع تنزانيا ورواندا.": 1,
		"وقعت كينيا وأوغندا اتفاقية للنقل. وقال الوزير إنها اتفاقية ممتازة.":                1,
		"وقعت كينيا وأوغندا اتفاقية للنقل. ووقعت كينيا ورواندا اتفاقية للصحة.":              2,
		"وقعت كينيا معاهدة حظر الألغام. وانضمت أوغندا إلى معاهدة حماية الطيور.":             2,
		"وقعت كينيا وأوغندا اتفاقية للنقل. وجاء ذلك بمبادرة من كينيا.":                      1,
	}.check(t, entities("Agreement"))
}

// counted is how many entities or relations of a type an invented sentence gives.
type counted map[string]int

// check compares the numbers; count counts in the graph of a sentence.
func (c counted) check(t *testing.T, count func(Doc) int) {
	t.Helper()
	x := extractor(t)
	for text, want := range c {
		if n := count(x.Doc(article.Article{Lang: "ar", Date: "2021-05-10", Title: "خبر مختلق", Text: text})); n != want {
			t.Errorf("%+q: %d, want %d", text, n, want)
		}
	}
}

// relations counts the relations of a type.
func relations(typ string) func(Doc) int {
	return func(d Doc) (n int) {
		for _, r := range d.Relations {
			if r.Type == typ {
				n++
			}
		}
		return n
	}
}

// entities counts the entities of a type.
func entities(typ string) func(Doc) int {
	return func(d Doc) (n int) {
		for _, e := range d.Entities {
			if e.Type == typ {
				n++
			}
		}
		return n
	}
}
