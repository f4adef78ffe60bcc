package article

import (
	"errors"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
)

// misreadAs reads the bytes of UTF-8 in another encoding, as a careless program does.
func misreadAs(set *charmap.Charmap, s string) string {
	var out strings.Builder
	for _, b := range []byte(s) {
		r := set.DecodeByte(b)
		if string(r) == lostChar {
			r = rune(b)
		}
		out.WriteRune(r)
	}
	return out.String()
}

func TestMojibake(t *testing.T) {
	want := readGood(t, Options{}, seed+".txt")[0]
	for name, set := range map[string]*charmap.Charmap{"windows-1252": charmap.Windows1252, "Latin-1": charmap.ISO8859_1, "windows-1256": charmap.Windows1256} {
		got, errs := readString(t, misreadAs(set, want.Full()))
		if len(errs) > 0 || got[0].Full() != want.Full() || got[0].ID != want.ID || got[0].Lang != "ar" || len(got[0].Warnings) != 1 {
			t.Errorf("%s: %+v, errors %v", name, got, errs)
		}
	}
	broken := misreadAs(charmap.Windows1252, want.Full()) + "وصل"
	if _, errs := readString(t, broken); len(errs) != 1 || !errors.Is(errs[0], ErrDamaged) {
		t.Errorf("half misread: errors %v", errs)
	}
	for _, good := range []string{"Une visite à l'Élysée\nLe président a reçu le ministre.", "A visit\nThe naïve café Øresund.", visit} {
		if got, errs := readString(t, good); len(errs) > 0 || len(got[0].Warnings) > 0 || got[0].Full() != good {
			t.Errorf("%+q became %+q", good, got[0].Full())
		}
	}
}
