package extract

import (
	"regexp"
	"testing"
)

func TestWars(t *testing.T) {
	w := extractor(t).engines["ar"].world
	if len(w.wars) == 0 {
		t.Fatal("no wars are known")
	}
	day := regexp.MustCompile(`^\d{4}(-\d{2}){0,2}$`)
	for _, war := range w.wars {
		if len(war.where) == 0 || len(war.parties) < 2 {
			t.Errorf("war %v: it needs a place and two parties", war)
		}
		if !day.MatchString(war.from) || war.to != "" && (!day.MatchString(war.to) || war.to < war.from) {
			t.Errorf("war %v: no days %q to %q", war.where, war.from, war.to)
		}
		for _, id := range append(war.where, war.parties...) {
			if ar, en := w.names(id); ar == "" || en == "" {
				t.Errorf("war %v: %s is not known", war.where, id)
			}
		}
	}
}

func TestKnownWarOn(t *testing.T) {
	w := knownWar{from: "2014-07", to: "2014-08"}
	for day, want := range map[string]bool{"": false, "2014-06-30": false, "2014-07-08": true, "2014-08-31": true, "2014-09-01": false} {
		if got := w.on(day); got != want {
			t.Errorf("on(%q) = %v, want %v", day, got, want)
		}
	}
}
