package extract

import (
	"slices"
	"strings"
	"testing"

	"mithaq/extract/article"
)

// eventCases are sentences of our own with what they must give and must not give, in the form of said.
var eventCases = []struct {
	name, title, text string
	want, not         []string
}{
	{name: "verb of holding, company before and after",
		text: "أجرى وزير الخارجية المصري سامح شكري في الرباط، أمس، مباحثات مع نظيره الأردني أيمن الصفدي.",
		want: []string{"talks(Ayman al-Ṣafadī, Sameh Shoukry) in Rabat on 2021-05-09", "MET(Sameh Shoukry, Ayman al-Ṣafadī)"}},
	{name: "one visit in verb, noun and pronoun",
		title: "شكري يزور الأردن",
		text:  "وصل وزير الخارجية المصري سامح شكري إلى عمان في زيارة رسمية. وقال شكري خلال زيارته إن التعاون مهم.",
		want:  []string{"visit(Sameh Shoukry) in Amman", "VISITED(Sameh Shoukry, Amman)", "VISITED(Sameh Shoukry, Jordan)"},
		not:   []string{"visit(Sameh Shoukry) in Jordan", "visit(Sameh Shoukry)"}},
	{name: "a visit in a relative clause",
		text: "جاء ذلك بعد الزيارة التي قام بها إلى القاهرة وزير الخارجية الأردني أيمن الصفدي.",
		want: []string{"visit(Ayman al-Ṣafadī) in Cairo", "VISITED(Ayman al-Ṣafadī, Cairo)"}},
	{name: "who invited does not travel",
		text: "يزور وزير الخارجية المصري سامح شكري الأردن بدعوة من نظيره أيمن الصفدي.",
		want: []string{"visit(Ayman al-Ṣafadī, Sameh Shoukry) in Jordan", "VISITED(Sameh Shoukry, Jordan)"},
		not:  []string{"VISITED(Ayman al-Ṣafadī, Jordan)"}},
	{name: "two meetings in the dual",
		text: "عقد وزير الخارجية المصري سامح شكري لقاءين مع أيمن الصفدي وسيرغي لافروف.",
		want: []string{"meeting(Ayman al-Ṣafadī, Sameh Shoukry)", "meeting(Sameh Shoukry, Sergey Lavrov)"},
		not:  []string{"MET(Ayman al-Ṣafadī, Sergey Lavrov)"}},
	{name: "two presidents by adjectives",
		text: "وشهد الرئيسان المصري والروسي توقيع 3 اتفاقيات في مجال النقل.",
		want: []string{"signing(Egypt, Russia) transport", "agreement(Egypt, Russia) transport", "SIGNED(Egypt, agreement)", "SIGNED(Russia, agreement)"}},
	{name: "those who sign, and those who only attend",
		text: "وقع وزير الخارجية المصري سامح شكري ونظيره الأردني أيمن الصفدي مذكرة تفاهم في مجال السياحة بحضور سيرغي لافروف.",
		want: []string{"mou(Egypt, Jordan) tourism", "SIGNED(Sameh Shoukry, mou)", "SIGNED(Ayman al-Ṣafadī, mou)", "COOPERATES_WITH(Egypt, Jordan)"},
		not:  []string{"SIGNED(Sergey Lavrov, mou)", "SIGNED(Egypt, mou)"}},
	{name: "two agreements about different things",
		text: "وقعت كينيا وأوغندا مذكرة تفاهم في مجال الزراعة ومذكرة تفاهم في مجال السياحة.",
		want: []string{"mou(Kenya, Uganda) agriculture", "mou(Kenya, Uganda) tourism"}},
	{name: "one agreement told again with more",
		text: "وقعت كينيا وأوغندا مذكرة تفاهم في مجال السياحة. وقال الجانبان إن كينيا وأوغندا وقعتا مذكرة تفاهم في مجال السياحة والزراعة.",
		want: []string{"mou(Kenya, Uganda) agriculture,tourism"},
		not:  []string{"mou(Kenya, Uganda) tourism"}},
	{name: "who sees others sign has not signed",
		text: "شهد الرئيسان المصري عبد الفتاح السيسي والتونسي قيس سعيد التوقيع على مذكرة تفاهم في مجال الصحة.",
		want: []string{"mou(Egypt, Tunisia) health", "SIGNED(Egypt, mou)", "SIGNED(Tunisia, mou)"},
		not:  []string{"SIGNED(Kais Saied, mou)"}},
	{name: "a joint committee meets with its states, its session is its own",
		text: "اختتم في نيروبي اجتماع اللجنة الحدودية الكينية الأوغندية. وقالت كينيا وأوغندا إن الدورة الثالثة للجنة الحدودية الكينية الأوغندية ستعقد في مايو.",
		want: []string{"meeting(Kenya, Uganda, اللجنة الحدودية الكينية الأوغندية) in Nairobi borders"},
		not:  []string{"session(Kenya, Uganda, اللجنة الحدودية الكينية الأوغندية) no 3 on 2021-05 borders", "MET(Kenya, اللجنة الحدودية الكينية الأوغندية)"}},
	{name: "no one attends what he does not attend",
		text: "قال سامح شكري إنه لن يحضر قمة بغداد.",
		not:  []string{"summit(Sameh Shoukry) in Baghdad"}},
	{name: "any agreement is none",
		text: "نفى سامح شكري وجود أي اتفاق مع الأردن.",
		not:  []string{"agreement(Egypt, Jordan)", "agreement(Jordan)"}},
	{name: "a summons is no meeting",
		text: "استدعت وزارة الخارجية الأردنية السفير الروسي في عمان.",
		not:  []string{"MET(Ministry of Foreign Affairs of Jordan, Russia)"}},
	{name: "a session of a body",
		text: "عقد مجلس الأمن الدولي الجلسة الطارئة في نيويورك يوم 3 مايو 2021.",
		want: []string{"session(United Nations Security Council) in New York City on 2021-05-03"}},
	{name: "victims are no attackers",
		text: "وقعت الحادثة بعد اغتيال الدبلوماسي الروسي أندريه كارلوف في أنقرة.",
		not:  []string{"attack(Andrei Karlov) in Ankara"}},
	{name: "the summit and its city",
		text: "شارك سامح شكري في قمة كوبنهاغن.",
		want: []string{"summit(Sameh Shoukry) in Copenhagen"}},
	{name: "a round of talks is talks",
		text: "ستعقد مصر جولة جديدة من المفاوضات مع إثيوبيا في الخرطوم.",
		want: []string{"talks(Egypt, Ethiopia) in Khartoum"}},
	{name: "who attends a known meeting does not meet",
		text: "التقى سامح شكري سيرغي لافروف في القاهرة. وحضر اللقاء من الجانب المصري الوزير أيمن الصفدي.",
		want: []string{"meeting(Ayman al-Ṣafadī, Sameh Shoukry, Sergey Lavrov) in Cairo", "MET(Sameh Shoukry, Sergey Lavrov)"},
		not:  []string{"MET(Sameh Shoukry, Ayman al-Ṣafadī)"}},
	{name: "the meeting was held in the presence of another",
		text: "التقى سامح شكري سيرغي لافروف في القاهرة. وجرى اللقاء بحضور الوزير أيمن الصفدي.",
		want: []string{"meeting(Ayman al-Ṣafadī, Sameh Shoukry, Sergey Lavrov) in Cairo", "MET(Sameh Shoukry, Sergey Lavrov)"},
		not:  []string{"MET(Sameh Shoukry, Ayman al-Ṣafadī)"}},
	{name: "the subject behind the meeting",
		text: "شارك في الاجتماع كل من سامح شكري وأيمن الصفدي.",
		want: []string{"meeting(Ayman al-Ṣafadī, Sameh Shoukry)"}},
	{name: "who heads a side",
		text: "ترأس الجانب المصري في المباحثات الوزير سامح شكري، وترأس الجانب الروسي سيرغي لافروف.",
		want: []string{"talks(Sameh Shoukry, Sergey Lavrov)"}},
	{name: "a call from somebody",
		text: "تلقى سامح شكري اتصالا هاتفيا من سيرغي لافروف.",
		want: []string{"call(Sameh Shoukry, Sergey Lavrov)", "MET(Sameh Shoukry, Sergey Lavrov)"}},
	{name: "the press conference of those who have met",
		text: "بحث سامح شكري مع سيرغي لافروف ملف المياه. وقال شكري خلال المؤتمر الصحفي الذي أعقب المباحثات إن التعاون مهم.",
		want: []string{"conference(Sameh Shoukry, Sergey Lavrov)"}},
	{name: "he and another",
		text: "قال سامح شكري إنه وسيرغي لافروف تباحثا خلال اللقاء.",
		want: []string{"meeting(Sameh Shoukry, Sergey Lavrov)"}},
	{name: "who is due to attend",
		text: "يدعم سامح شكري الذي من المقرر أن يحضر القمة العربية التعاون.",
		want: []string{"summit(Sameh Shoukry)"}},
	{name: "an intended meeting",
		text: "أعلن المتحدث اعتزام سامح شكري لقاء سيرغي لافروف.",
		want: []string{"meeting(Sameh Shoukry, Sergey Lavrov)"}},
	{name: "a visit of the minister to a state",
		text: "تعود آخر زيارة لوزير الخارجية الروسي سيرغي لافروف للجزائر إلى يناير 2019.",
		want: []string{"VISITED(Sergey Lavrov, Algeria)"}},
	{name: "the adjective of the thing attacked",
		text: "أدان سامح شكري قصف السفينة الروسية في البحر.",
		not:  []string{"attack(Russia)"}},
	{name: "who attacks the known side of a war",
		text: "شنت روسيا هجوما على أوكرانيا. ويعاني العالم من الحرب في أوكرانيا.",
		want: []string{"war(Russia, Ukraine) in Ukraine"}},
	{name: "the ministers of each of several",
		text: "عقد وزراء خارجية كل من مصر والأردن والعراق اجتماعا في بغداد.",
		want: []string{"meeting(Egypt, Iraq, Jordan) in Baghdad", "MET(Egypt, Iraq)"}},
	{name: "the meeting brought ministers together",
		text: "ضم الاجتماع وزراء خارجية مصر والأردن والعراق.",
		want: []string{"meeting(Egypt, Iraq, Jordan)"}},
	{name: "chairman and guests",
		text: "عقد الوزراء لقاء في الدوحة، برئاسة سامح شكري، وحضور أيمن الصفدي.",
		want: []string{"meeting(Ayman al-Ṣafadī, Sameh Shoukry) in Doha"},
		not:  []string{"MET(Sameh Shoukry, Ayman al-Ṣafadī)"}},
	{name: "nobody is party to a war that no sentence puts him in",
		text: "دعا سامح شكري جماعة الحوثي إلى الحوار. ويعاني السكان من الحرب في اليمن.",
		not:  []string{"war(Houthis, Yemen) in Yemen"}},
}

func TestEvents(t *testing.T) {
	e := extractor(t).engines["ar"]
	for _, tc := range eventCases {
		t.Run(tc.name, func(t *testing.T) {
			got := said(e.read(article.Article{ID: "event", Lang: "ar", Date: "2021-05-10", Title: tc.title, Text: tc.text}))
			for _, want := range tc.want {
				if !slices.Contains(got, want) {
					t.Errorf("missing %+q", want)
				}
			}
			for _, not := range tc.not {
				if slices.Contains(got, not) {
					t.Errorf("must not say %+q", not)
				}
			}
			if t.Failed() {
				t.Logf("%+q gives\n%s", tc.text, strings.Join(got, "\n"))
			}
		})
	}
}

// TestSittings: who speaks before a body or votes sits in a session, and whom a caller told something was on the line.
func TestSittings(t *testing.T) {
	for text, want := range map[string]string{
		"صوت مجلس الأمن الدولي أمس على مشروع قرار حول المناخ.":                               "session 2025-11-02: United Nations Security Council",
		"قال وزير الخارجية المصري سامح شكري أمام مجلس الأمن الدولي أمس إن الحوار مفيد.":      "session 2025-11-02: Sameh Shoukry, United Nations Security Council",
		"قال سامح شكري للرئيس التركي رجب طيب أردوغان في اتصال هاتفي أمس إن الحوار مفيد.":     "call 2025-11-02: Sameh Shoukry, Recep Tayyip Erdogan",
		"جاء ذلك في تصريح سامح شكري خلال مؤتمر صحفي مشترك مع الرئيس التركي رجب طيب أردوغان.": "conference : Sameh Shoukry, Recep Tayyip Erdogan",
		"يصوت مجلس الأمن الدولي الخميس على مشروع قرار حول المناخ.":                           "session 2025-11-06: United Nations Security Council",
		"يبدأ وزير الخارجية المصري سامح شكري زيارة لكينيا الخميس.":                           "visit 2025-11-06: Sameh Shoukry",
		"بدأ وزير الخارجية المصري سامح شكري زيارة لكينيا الخميس.":                            "visit 2025-10-30: Sameh Shoukry",
		"صوت مجلس الأمن الدولي الخميس على مشروع قرار حول المناخ.":                            "session 2025-10-30: United Nations Security Council",
	} {
		if got := firstEvent(extractor(t), article.Article{Lang: "ar", Date: "2025-11-03", Title: "خبر مختلق", Text: text}); got != want {
			t.Errorf("%+q: %s, want %s", text, got, want)
		}
	}
}

// firstEvent writes kind, date and participants of the first event of an article.
func firstEvent(x *Extractor, a article.Article) string {
	doc := x.Doc(a)
	name := map[string]string{}
	for _, e := range doc.Entities {
		name[e.ID] = e.Name
	}
	for _, e := range doc.Entities {
		if e.Type != "Event" {
			continue
		}
		var who []string
		for _, p := range e.Participants {
			who = append(who, name[p])
		}
		date := ""
		if e.Date != nil {
			date = *e.Date
		}
		return e.Kind + " " + date + ": " + strings.Join(who, ", ")
	}
	return ""
}
