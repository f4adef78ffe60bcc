package extract

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"mithaq/extract/article"
)

// side is one of the two states of a regular meeting, with what the sentences say of it.
type side struct {
	state, adj, adjFem string
	title, name, pres  string // head of government, president
	en, enName, enPres string
}

var (
	iraq       = side{"العراق", "العراقي", "العراقية", "رئيس الوزراء", "محمد شياع السوداني", "عبد اللطيف رشيد", "Iraq", "Mohammed Shia' Al Sudani", "Abdul Latif Rashid"}
	egypt      = side{"مصر", "المصري", "المصرية", "رئيس الوزراء", "مصطفى مدبولي", "عبد الفتاح السيسي", "Egypt", "Mostafa Madbouly", "Abdel Fattah el-Sisi"}
	pakistan   = side{"باكستان", "الباكستاني", "الباكستانية", "رئيس الوزراء", "شهباز شريف", "آصف علي زرداري", "Pakistan", "Shehbaz Sharif", "Asif Ali Zardari"}
	kazakhstan = side{"كازاخستان", "الكازاخستاني", "الكازاخستانية", "رئيس الوزراء", "عسكر مامين", "قاسم جومارت توكاييف", "Kazakhstan", "Askar Mamin", "Kassym-Jomart Tokayev"}
)

// regular is a regular meeting of two governments, told in sentences like those of the first article.
type regular struct {
	a, b                     side
	ordinal, city, day, date string
	topics                   string
}

func (r *regular) article() article.Article {
	text := fmt.Sprintf(`جدد الجانبان، %s، رغبتهما في تعميق الشراكة بين البلدين.
وجاء ذلك خلال ترؤس %s %s %s و%s %s %s الاجتماع الدوري %s بين حكومتي البلدين في مدينة %s.
ويعد هذا الاجتماع، الذي يعقد كل عام منذ 2003، فرصة لمتابعة التفاهمات التي يتوصل إليها رئيسا البلدين.
وأعرب %s عن تطلع بلاده لمزيد من التعاون في إطار العام الثقافي %s – %s.
واتفق الجانبان على أن تنفيذ التفاهمات التي تم التوصل إليها بين الرئيسين %s و%s يمثل أولوية.
وعقب الاجتماع، وقع الجانبان بيانا مشتركا، وشهدا توقيع عدد من الاتفاقيات ومذكرات التفاهم في مجالات %s.`,
		r.day, r.a.title, r.a.adj, r.a.name, r.b.title, r.b.adj, r.b.name, r.ordinal, r.city,
		r.b.name, r.a.adj, r.b.adj, r.a.pres, r.b.pres, r.topics)
	return article.Article{ID: "regular", Lang: "ar", Date: r.date,
		Title: r.a.state + " و" + r.b.state + " تؤكدان تعميق الشراكة وتوسيع التعاون", Text: text}
}

// said lists events, agreements and relations of an article, one a line.
func said(d *document) []string {
	var out []string
	for _, e := range d.entities {
		if e.act == nil || e.count == 0 {
			continue
		}
		line := e.kind + "(" + strings.Join(sorted(captions(e.act.participants)), ", ") + ")"
		if e.act.ordinal > 0 {
			line += fmt.Sprintf(" no %d", e.act.ordinal)
		}
		if e.act.place != nil {
			line += " in " + e.act.place.caption()
		}
		if e.act.date != "" {
			line += " on " + e.act.date
		}
		out = append(out, strings.TrimSpace(line+" "+strings.Join(sorted(slices.Clone(e.act.topics)), ",")))
	}
	for _, f := range d.facts {
		obj := f.obj.caption()
		if f.obj.act != nil {
			obj = f.obj.kind
		}
		out = append(out, f.typ+"("+f.subj.caption()+", "+obj+")")
	}
	return out
}

func sorted(list []string) []string {
	slices.Sort(list)
	return list
}

func TestSeedWithOtherNames(t *testing.T) {
	for _, tc := range []struct {
		name string
		in   regular
		want func(r *regular) []string
	}{
		{"Egypt and Iraq", regular{egypt, iraq, "العاشر", "الإسكندرية", "اليوم الأحد", "2025-09-14", "الزراعة والنقل"},
			func(r *regular) []string { return r.facts(10, "Alexandria", "2025-09-14", "agriculture,transport") }},
		{"Iraq and Egypt", regular{iraq, egypt, "الحادي والعشرين", "البصرة", "أمس", "2025-02-02", "السياحة"},
			func(r *regular) []string { return r.facts(21, "Basra", "2025-02-01", "tourism") }},
		{"Kazakhstan and Pakistan", regular{kazakhstan, pakistan, "الثالث", "كراتشي", "الخميس", "2025-10-31", "الجمارك والطاقة"},
			func(r *regular) []string { return r.facts(3, "Karachi", "2025-10-30", "customs,energy") }},
	} {
		t.Run(tc.name, func(t *testing.T) {
			got := said(extractor(t).engines["ar"].read(tc.in.article()))
			for _, want := range tc.want(&tc.in) {
				if !slices.Contains(got, want) {
					t.Errorf("missing %+q", want)
				}
			}
			if t.Failed() {
				t.Logf("got:\n%s", strings.Join(got, "\n"))
			}
		})
	}
}

// facts is what an article about a regular meeting must give.
func (r *regular) facts(ordinal int, city, date, topics string) []string {
	states := strings.Join(sorted([]string{r.a.en, r.b.en}), ", ")
	all := strings.Join(sorted([]string{r.a.en, r.b.en, r.a.enName, r.b.enName}), ", ")
	presidents := strings.Join(sorted([]string{r.a.enPres, r.b.enPres}), ", ")
	return []string{
		fmt.Sprintf("meeting(%s) no %d in %s on %s", all, ordinal, city, date),
		"other(" + states + ") culture",
		"joint_statement(" + states + ")",
		"agreement(" + presidents + ")",
		"agreement(" + states + ") " + topics,
		fmt.Sprintf("signing(%s) in %s on %s %s", states, city, date, topics),
		"MET(" + r.a.enName + ", " + r.b.enName + ")",
		"COOPERATES_WITH(" + r.a.en + ", " + r.b.en + ")",
		"SIGNED(" + r.a.en + ", joint_statement)", "SIGNED(" + r.b.en + ", joint_statement)",
		"SIGNED(" + r.a.enPres + ", agreement)", "SIGNED(" + r.b.enPres + ", agreement)",
		"SIGNED(" + r.a.en + ", agreement)", "SIGNED(" + r.b.en + ", agreement)",
	}
}
