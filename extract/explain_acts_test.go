package extract

import (
	"strings"
	"testing"

	"mithaq/extract/article"
)

// TestExplainActs: the words of acts are shown without any actor that has a name, with how the text tells them. The sentences are invented.
func TestExplainActs(t *testing.T) {
	for text, want := range map[string]string{
		"قتل 12 شخصا في هجوم على القافلة.":                "relation=ATTACKS  class=strike  word=قتل  told=asserted  verb=yes  number=yes  clause=main",
		"لم يقتل أحد في القافلة.":                         "relation=ATTACKS  class=strike  word=يقتل  told=denied  verb=yes  clause=main",
		"سيهاجم المسلحون القافلة.":                        "relation=ATTACKS  class=assault  word=سيهاجم  told=planned  verb=yes  clause=main",
		"حذر الوزير من قصف القافلة.":                      "relation=ATTACKS  class=attack  word=قصف  told=unreal  clause=main  behind=من",
		"زار الوزير القافلة التي قصفها المسلحون.":         "relation=ATTACKS  class=bomb  word=قصفها  told=asserted  verb=yes  clause=relative",
		"أدى الهجوم إلى مقتل حارس القافلة وإصابة سائقها.": "class=kill  word=مقتل  told=asserted",
	} {
		notes, err := extractor(t).Explain(article.Article{Lang: "ar", Date: "2021-05-10", Text: text}, "acts")
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, n := range notes {
			got = append(got, n.String())
		}
		if all := strings.Join(got, "\n"); !strings.Contains(all, want) {
			t.Errorf("%+q:\n%s\nwant %s", text, all, want)
		}
	}
}
