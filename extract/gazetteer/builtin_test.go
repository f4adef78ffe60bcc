package gazetteer

import (
	"bufio"
	"bytes"
	"flag"
	"os"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "add new ids to testdata/ids.txt and rewrite the coverage table of README.md")

func builtin(tb testing.TB) *Gazetteer {
	tb.Helper()
	g, err := Builtin()
	if err != nil {
		tb.Fatal(err)
	}
	return g
}

func TestBuiltinLint(t *testing.T) {
	for _, p := range Lint() {
		t.Error(p)
	}
}

// TestPublishedIDs keeps the promise that an id, once published, means the same for ever.
func TestPublishedIDs(t *testing.T) {
	const file = "testdata/ids.txt"
	g := builtin(t)
	data, err := os.ReadFile(file)
	if err != nil && !*update {
		t.Fatal(err)
	}
	published := map[string]bool{}
	for s := bufio.NewScanner(bytes.NewReader(data)); s.Scan(); {
		published[s.Text()] = true
		if g.Record(s.Text()) == nil {
			t.Errorf("%s is published but no longer there", s.Text())
		}
	}
	fresh := 0
	for id := range g.records {
		fresh += count(!published[id])
		published[id] = true
	}
	if fresh > 0 {
		t.Logf("%d ids are new: go test ./extract/gazetteer -update publishes them", fresh)
	}
	if *update && !t.Failed() {
		var b bytes.Buffer
		ids := make([]string, 0, len(published))
		for id := range published {
			ids = append(ids, id)
		}
		slices.Sort(ids)
		b.WriteString(strings.Join(ids, "\n") + "\n")
		if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func TestBuiltinStates(t *testing.T) {
	g := builtin(t)
	tests := []struct{ text, id string }{
		{"الولايات المتحدة الأميركية", "USA"}, {"أميركي", "USA"}, {"واشنطن", "USA"}, {"بريطانيا", "GBR"},
		{"المملكة المتحدة", "GBR"}, {"ساحل العاج", "CIV"}, {"كوت ديفوار", "CIV"}, {"التشيك", "CZE"},
		{"مقدونيا الشمالية", "MKD"}, {"الاتحاد السوفيتي", "SUN"}, {"سوفييتي", "SUN"}, {"بكين", "CHN"},
		{"كورية شمالية", "PRK"}, {"روس", "RUS"}, {"أتراك", "TUR"}, {"السلطة الفلسطينية", "PSE"}, {"إسواتيني", "SWZ"},
	}
	ids := map[string]string{}
	for r := range g.All(State) {
		for n := range g.NamesOf(r) {
			if n.Lang == "ar" {
				ids[g.folder.Words(n.Text)] = r.ID
			}
		}
	}
	for _, test := range tests {
		if got := ids[g.folder.Words(test.text)]; got != test.id {
			t.Errorf("%+q is %q, want %q", test.text, got, test.id)
		}
	}
}

func TestBuiltinHolders(t *testing.T) {
	g := builtin(t)
	tests := []struct{ office, of, day, want string }{
		{"president", "RUS", "2011-05-01", "person/dmitry-medvedev"},
		{"president", "RUS", "2013-05-01", "person/vladimir-putin"},
		{"president", "USA", "2017-01-20", "person/donald-trump"},
		{"president", "USA", "2017-01-19", "person/barack-obama"},
		{"minister:foreign-affairs", "RUS", "2015-01-01", "person/sergey-lavrov"},
		{"chancellor", "DEU", "2015-01-01", "person/angela-merkel"},
		{"premier", "CHN", "2025-11-03", "person/li-qiang"},
		{"president", "CHN", "2025-11-03", "person/xi-jinping"},
		{"prime-minister", "RUS", "2025-11-03", "person/mikhail-mishustin"},
	}
	for _, test := range tests {
		h := g.Holders(test.office, test.of, test.day)
		if len(h) == 0 || h[0].Person.ID != test.want {
			t.Errorf("%s of %s on %s: %v, want %s", test.office, test.of, test.day, holderIDs(h), test.want)
		}
	}
}

func holderIDs(list []Holder) []string {
	var out []string
	for _, h := range list {
		out = append(out, h.Person.ID)
	}
	return out
}

// TestBuiltinWeak holds both readings of names that are also words or several things.
func TestBuiltinWeak(t *testing.T) {
	g := builtin(t)
	tests := []struct{ name, reading, need string }{
		{"مالي", "MLI", "after:جمهورية"}, {"مالية", "MLI", "title"}, {"قمري", "COM", "title"}, {"عمان", "OMN", "after:سلطنة"},
		{"عمان", "place/amman-JOR", "after:العاصمة"}, {"عمان", "OMN", ""}, {"المغرب", "never", "after:صلاة"}, {"المغرب", "MAR", ""},
		{"النيجر", "never", "after:نهر"}, {"النيجر", "NER", ""}, {"الأردن", "never", "after:نهر"}, {"الأردن", "JOR", ""},
		{"فتح", "org/fatah", "after:حركة"}, {"الشباب", "org/al-shabaab", "after:حركة"},
		{"سلام", "person/nawaf-salam", "title"},
	}
	for _, test := range tests {
		w := g.Weak("ar", g.folder.Words(test.name))
		if w == nil {
			t.Errorf("%+q is not weak", test.name)
			continue
		}
		readings := append(slices.Clone(w.Readings), Reading{"never", w.Never})
		if !slices.ContainsFunc(readings, func(r Reading) bool {
			return r.ID == test.reading && (test.need == "" || slices.ContainsFunc(r.Needs, func(n Need) bool { return n.String() == test.need }))
		}) {
			t.Errorf("%+q has no reading %q with need %q: %+v", test.name, test.reading, test.need, w)
		}
	}
}

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		builtin(b)
	}
}

func BenchmarkNames(b *testing.B) {
	g := builtin(b)
	for b.Loop() {
		for range g.Names {
		}
	}
}
