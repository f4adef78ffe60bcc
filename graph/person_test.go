package graph

import "testing"

func TestPeople(t *testing.T) {
	person := func(fold, sound, nation string, posts ...string) Evidence {
		e := Evidence{Claim: Claim{Type: LabelPerson, Fold: fold, Nation: Ref(nation)}, Sound: sound, Actors: posts}
		e.Blocks = Blocks(e)
		return e
	}
	const envoy, minister = "ambassador@EGY", "minister@EGY"
	for _, test := range []struct {
		why          string
		a, b         Evidence
		same, differ bool
	}{
		{"one full name", person("samih tarabishi", "smh trbS", ""), person("samih tarabishi", "smh trbS", ""), true, false},
		{"one full name, a nation told once", person("samih tarabishi", "smh trbS", "EGY"), person("samih tarabishi", "smh trbS", ""), true, false},
		{"one full name, two nations", person("samih tarabishi", "smh trbS", "EGY"), person("samih tarabishi", "smh trbS", "IRQ"), false, true},
		{"one full name, offices in two states", person("samih tarabishi", "smh trbS", "", envoy), person("samih tarabishi", "smh trbS", "", "minister@IRQ"), false, true},
		{"words divided otherwise", person("lin tshinming", "ln tSnmng", "CHN"), person("lin tshin ming", "ln tSn mng", ""), true, false},
		{"one sound, one nation and office", person("karl aikenberi", "krl knbr", "USA", "ambassador@USA"), person("karl ikinbiri", "krl knbr", "USA", "ambassador@USA"), true, false},
		{"one short sound and nothing else", person("mhmd nasr", "mmd nsr", ""), person("mhmd nassar", "mmd nsr", ""), false, false},
		{"one short sound and one nation", person("mhmd nasr", "mmd nsr", "EGY"), person("mhmd nassar", "mmd nsr", "EGY"), false, false},
		{"one long sound", person("skut grishan", "skt grSn bk", ""), person("skut graishin", "skt grSn bk", "USA"), true, false},
		{"the father's name left out", person("sami salih", "sm slh", "SAU", "ambassador@SAU"), person("sami bin abdullah salih", "sm bn bdll slh", "SAU", "ambassador@SAU"), true, false},
		{"the father's name left out, no office", person("sami salih", "sm slh", "SAU"), person("sami bin abdullah salih", "sm bn bdll slh", "SAU"), false, false},
		{"two fathers", person("sami bin ahmad salih", "sm bn md slh", "SAU", "ambassador@SAU"), person("sami bin abdullah salih", "sm bn bdll slh", "SAU", "ambassador@SAU"), false, true},
		{"a consonant more", person("yurgin hilstrum", "rgn hlstrm", "NOR", "ambassador@NOR"), person("yurgin hilstrun", "rgn hlstrmn", "NOR", "ambassador@NOR"), true, false},
		{"a consonant more, another office", person("yurgin hilstrum", "rgn hlstrm", "NOR", "ambassador@NOR"), person("yurgin hilstrun", "rgn hlstrmn", "NOR", "minister@NOR"), false, false},
		{"the family name alone", person("", "trbS", "EGY", envoy), person("samih tarabishi", "smh trbS", "EGY", envoy, minister), true, false},
		{"the family name alone, another office", person("", "trbS", "EGY", envoy), person("samih tarabishi", "smh trbS", "EGY", minister), false, false},
		{"a common given name alone", person("", "l", "EGY", envoy), person("samih ali", "smh l", "EGY", envoy), false, false},
		{"two family names alone", person("", "trbS", "EGY", envoy), person("", "trbS", "EGY", envoy), false, false},
		{"brothers", person("samih tarabishi", "smh trbS", "EGY", envoy), person("adil tarabishi", "dl trbS", "EGY", envoy), false, true},
	} {
		if got := Same(test.a, test.b); got != test.same || Same(test.b, test.a) != got {
			t.Errorf("%s: same is %v, want %v", test.why, got, test.same)
		}
		if got := Differ(test.a, test.b); got != test.differ {
			t.Errorf("%s: differ is %v, want %v", test.why, got, test.differ)
		}
		if test.same && !overlap(test.a.Blocks, test.b.Blocks) {
			t.Errorf("%s: the same, and in no common block", test.why)
		}
	}
}
