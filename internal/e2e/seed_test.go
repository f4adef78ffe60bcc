package e2e

import (
	"slices"
	"strings"
	"testing"
)

// fact is something that an answer must hold: a row whose cells have the values. A value that begins with ~ stands for a part
// of the cell, one with | for alternatives.
type fact struct {
	say    string // in words
	ask    string // question and parameters
	want   row
	absent []row // rows that must not be there
}

// seedFacts is what the seed article says.
func seedFacts() []fact {
	return slices.Concat(names, offices, bodies, events, agreements, acts)
}

var names = []fact{
	{"China by its names", "articles_about what=الصين", row{"surfaces": "~الصين"}, nil},
	{"Beijing for its government", "articles_about what=CHN", row{"surfaces": "~بكين"}, nil},
	{"the adjective of China", "articles_about what=China", row{"surfaces": "~الصيني"}, nil},
	{"Russia by its names", "articles_about what=روسيا", row{"surfaces": "~روسيا"}, nil},
	{"Moscow for its government", "articles_about what=RUS", row{"surfaces": "~موسكو"}, nil},
	{"the adjective of Russia", "articles_about what=Russia", row{"surfaces": "~الروسي"}, nil},
	{"Li Qiang", "articles_about what=person/li-qiang", row{"surfaces": "~لي تشيانغ"}, nil},
	{"Li by his family name", "articles_about what=person/li-qiang", row{"surfaces": "~; لي;|~; لي$"}, nil},
	{"Li as the Chinese official", "articles_about what=person/li-qiang", row{"surfaces": "~المسؤول الصيني"}, nil},
	{"Mishustin by both names", "articles_about what=Mishustin", row{"surfaces": "~ميخائيل ميشوستين; ميشوستين"}, nil},
	{"Xi Jinping", "articles_about what=Xi Jinping", row{"surfaces": "~شي جين بينغ"}, nil},
	{"Vladimir Putin", "articles_about what=Путин", row{"surfaces": "~فلاديمير بوتين"}, nil},
}

var offices = []fact{
	{"Li is premier", "offices_of person=Li Qiang",
		row{"office": "رئيس مجلس الدولة", "of_id": "CHN", "class": "head_of_government", "status": "asserted", "texts": "1"},
		[]row{{"class": "head_of_state"}, {"of_id": "RUS"}}},
	{"Mishustin is prime minister", "offices_of person=Mikhail Mishustin",
		row{"office": "رئيس الوزراء", "of_id": "RUS", "class": "head_of_government", "status": "asserted", "texts": "1"},
		[]row{{"of_id": "CHN"}}},
	{"Xi is president of his own state", "offices_of person=Xi Jinping",
		row{"office": "الرئيس|الرئيسين|رئيس", "of_id": "CHN", "class": "head_of_state", "status": "asserted", "texts": "1"},
		[]row{{"of_id": "RUS"}}},
	{"Putin is president of his own state", "offices_of person=بوتين",
		row{"office": "الرئيس|الرئيسين|رئيس", "of_id": "RUS", "class": "head_of_state", "status": "asserted", "texts": "1"},
		[]row{{"of_id": "CHN"}}},
	{"who headed the Russian government on that day", "office_holders of=RUS day=2025-11-03 class=head_of_government",
		row{"person_id": "person/mikhail-mishustin"}, []row{{"person_id": "person/vladimir-putin"}}},
}

var bodies = []fact{
	{"SCO", "articles_about what=SCO", row{"surfaces": "~منظمة شنغهاي للتعاون"}, nil},
	{"BRICS", "articles_about what=بريكس", row{"surfaces": "~البريكس"}, nil},
	{"United Nations", "articles_about what=UN", row{"surfaces": "~الأمم المتحدة"}, nil},
	{"Xinhua", "articles_about what=شينخوا", row{"surfaces": "~شينخوا"}, nil},
	{"the Communist Party", "articles_about what=org/cpc", row{"surfaces": "~الحزب الشيوعي الصيني"}, nil},
	{"its Central Committee", "articles_about what=اللجنة المركزية للحزب الشيوعي الصيني", row{"surfaces": "~المركزية العشرين"}, nil},
	{"Hangzhou", "articles_about what=هانغتشو", row{"surfaces": "~هانغتشو"}, nil},
	{"China is a member of SCO", "members_of organization=SCO", row{"member_id": "CHN"}, nil},
}

var events = []fact{
	{"the 30th regular meeting", "events_of organization=CHN",
		row{"kind": "meeting|talks", "ordinal": "30", "day": "2025-11-03", "status": "happened", "place": "هانغتشو", "participants": "~ميخائيل ميشوستين"},
		[]row{{"day": "1996"}, {"status": "planned"}}},
	{"Li took part in it", "events_of organization=Li Qiang", row{"ordinal": "30", "participants": "~روسيا"}, nil},
	{"there is one such meeting", "events_of organization=Mishustin", row{"ordinal": "30"}, []row{{"kind": "meeting|talks", "ordinal": ""}}},
	{"the fourth session of the committee", "events_of organization=CPC Central Committee", row{"kind": "session", "ordinal": "4", "day": "2025-10", "status": "happened"}, nil},
	{"the year of culture", "events_of organization=RUS", row{"event": "~الثقافي", "kind": "other", "participants": "الصين; روسيا"}, nil},
	{"the signing", "events_of organization=CHN", row{"kind": "signing", "day": "2025-11-03", "participants": "الصين; روسيا"}, nil},
}

var agreements = []fact{
	{"the joint statement", "agreements state=China",
		row{"agreement": "~بيان", "kind": "joint_statement", "status": "signed", "parties": "الصين; روسيا", "day": "2025-11-03"}, nil},
	{"agreements and memoranda on customs and satellite navigation", "agreements state=Russia topic=customs",
		row{"agreement": "~الجمارك", "kind": "agreement|mou", "status": "signed", "parties": "الصين; روسيا", "day": "2025-11-03"}, nil},
	{"their topics", "agreements topic=satellite_navigation", row{"topics": "customs; satellite_navigation"}, []row{{"topics": "~shipping"}}},
	{"the understandings of the presidents", "agreements state=Xi Jinping",
		row{"agreement": "~التفاهمات", "parties": "شي جين بينغ; فلاديمير بوتين|فلاديمير بوتين; شي جين بينغ"}, []row{{"topics": "~customs"}}},
}

var acts = []fact{
	{"Li met Mishustin", "who_met state=China",
		row{"day": "2025-11-03", "one_id": "person/li-qiang", "other_id": "person/mikhail-mishustin", "status": "asserted"},
		[]row{{"status": "planned"}, {"one_id": "person/vladimir-putin"}, {"other_id": "person/xi-jinping"}}},
	{"in the first days of November", "who_met person=Li Qiang from=2025-11 to=2025-11", row{"other_id": "person/mikhail-mishustin"}, nil},
	{"China and Russia cooperate", "relations_between a=China b=Russia",
		row{"act": "COOPERATES_WITH", "subject_id": "CHN", "object_id": "RUS", "status": "asserted"}, nil},
	{"support for Russia", "relations_between a=بكين b=موسكو",
		row{"act": "SUPPORTS", "subject_id": "CHN|person/li-qiang", "object_id": "RUS", "status": "asserted"}, []row{{"act": "SUPPORTS", "object_id": "CHN"}}},
	{"the day of Li on his timeline", "timeline person=Li Qiang", row{"act": "MET", "day": "2025-11-03"}, nil},
}

// Nothing is read out of coordination in the UN but the membership, which the gazetteer knows.
var silence = []fact{
	{ask: "relations_between a=China b=UN", absent: []row{{"status": "~"}}},
	{ask: "relations_between a=Russia b=SCO", absent: []row{{"status": "~"}}},
	{ask: "planned", absent: []row{{"act": "~"}}},
	{ask: "disputed", absent: []row{{"act": "~"}}},
}

func TestSeed(t *testing.T) {
	stores(t, func(t *testing.T, p program) {
		p.must(t, "load", "testdata/ar/seed.jsonl")
		for _, f := range append(seedFacts(), silence...) {
			t.Run(f.ask+" "+f.say, func(t *testing.T) { f.check(t, p) })
		}
		t.Run("signatories", func(t *testing.T) { checkSigned(t, p) })
		t.Run("topics", func(t *testing.T) { checkTopics(t, p) })
		t.Run("place", func(t *testing.T) { checkPlace(t, p) })
	})
}

// check asks the question and looks for the rows. Each fact found must have sentences.
func (f fact) check(t *testing.T, p program) {
	t.Helper()
	words := strings.Split(f.ask, " ")
	var params []string
	for _, w := range words[1:] {
		if strings.Contains(w, "=") {
			params = append(params, w)
		} else {
			params[len(params)-1] += " " + w
		}
	}
	rows := p.ask(t, words[0], params...)
	found := slices.IndexFunc(rows, func(r row) bool { return r.has(f.want) })
	if f.want != nil && found < 0 {
		t.Errorf("no row %v in %v", f.want, rows)
	}
	for _, a := range f.absent {
		if i := slices.IndexFunc(rows, func(r row) bool { return r.has(a) }); i >= 0 {
			t.Errorf("a row like %v must not be there: %v", a, rows[i])
		}
	}
	if f.want != nil && found >= 0 && rows[found].text("key") != "" && rows[found].text("texts") != "0" {
		p.sentences(t, rows[found].text("key"))
	}
}

// has reports whether the row has the cells.
func (r row) has(want row) bool {
	for column := range want {
		if !slices.ContainsFunc(strings.Split(want.text(column), "|"), func(w string) bool { return matches(r.text(column), w) }) {
			return false
		}
	}
	return true
}

func matches(cell, want string) bool {
	part, isPart := strings.CutPrefix(want, "~")
	if end, isEnd := strings.CutSuffix(part, "$"); isEnd {
		return strings.HasSuffix(cell, end)
	}
	return isPart && strings.Contains(cell, part) || cell == want
}

// sentences returns the sentences behind a fact, at least one.
func (p program) sentences(t *testing.T, key string) []row {
	t.Helper()
	rows := p.ask(t, "sources", "key="+key)
	if len(rows) == 0 || rows[0].text("sentence") == "" {
		t.Errorf("%s: no sentence: %v", key, rows)
	}
	return rows
}

// checkSigned demands that each side signed what it is party to, with the sentence.
func checkSigned(t *testing.T, p program) {
	for question, signatories := range map[string][]string{
		"state=China":      {"CHN", "RUS"},
		"topic=customs":    {"CHN", "RUS"},
		"state=Xi Jinping": {"person/xi-jinping", "person/vladimir-putin"},
	} {
		for _, r := range p.ask(t, "agreements", question) {
			for _, s := range signatories {
				p.sentences(t, "SIGNED|"+s+"|"+r.text("id")+"|asserted")
			}
		}
	}
}

// checkTopics demands the topics of the cooperation.
func checkTopics(t *testing.T, p program) {
	for _, line := range strings.Split(p.must(t, "export"), "\n") {
		if !strings.HasPrefix(line, "fact COOPERATES_WITH|CHN|RUS|asserted ") {
			continue
		}
		for _, topic := range []string{"trade", "investment", "energy", "digital", "technology", "transport", "agriculture", "culture", "visas", "tourism"} {
			if !strings.Contains(line+" ", " topic="+topic+" ") {
				t.Errorf("cooperation has no topic %s: %s", topic, line)
			}
		}
		return
	}
	t.Error("no cooperation between China and Russia")
}

func checkPlace(t *testing.T, p program) {
	out := p.must(t, "explain", "LOCATED_IN|place/hangzhou-CHN|CHN|asserted")
	if !strings.Contains(out, "known to the gazetteer") {
		t.Errorf("Hangzhou is not in China: %s", out)
	}
}
