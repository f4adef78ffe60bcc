package graph

import "testing"

func TestNearness(t *testing.T) {
	for _, test := range []struct {
		a, b string
		span int
		want int
	}{
		{"=2025-11-03", "=2025-11-03", 0, exactly},
		{"=2025-11-03", "=2025-11-04", 0, asunder},
		{"=2025-11-03", "=2025-11-04", visitReach, nextDay},
		{"=2025-11-03", "=2025-11-08", visitReach, asunder},
		{"=2025-11-03", "~2025-11-03", 0, thatDay},
		{"=2025-11-03", "~2025-11-04", 0, nextDay},
		{"~2025-11-03", "~2025-11-05", 0, asunder},
		{"=2025-11-03", "m2025-11", 0, thatMonth},
		{"=2025-11-03", "m2025-10", 0, unknown},
		{"=2025-11-03", "@2025-11-04", 0, nextDay},
		{"=2025-11-03", "?2025-11-08", 0, thoseDays},
		{"=2025-11-03", "@2025-11-10", 0, unknown},
		{"=2025-11-10", "@2025-11-03", 0, unknown},
		{"=2025-11-10", ">2025-11-06", 0, thoseDays},
		{"=2025-11-03", ">2025-11-06", 0, unknown},
		{"@2025-11-03", "@2025-11-03", 0, nextDay},
		{"@2025-11-03", "?2025-11-04", 0, thoseDays},
		{"@2025-11-03", "@2025-11-05", 0, unknown},
		{"@2025-11-05", ">2025-11-03", 0, thoseDays},
		{"@2025-11-03", ">2025-11-03", 0, unknown},
		{"@2025-11", "=2025-11-03", 0, thatMonth},
		{"@2025-11-30", "=2025-12-01", 0, unknown},
		{"", "=2025-11-03", 0, unknown},
		{"", "", 0, unknown},
	} {
		a, b := parseMoment(test.a), parseMoment(test.b)
		if got, back := nearness(a, b, test.span), nearness(b, a, test.span); got != test.want || back != got {
			t.Errorf("%q and %q: %d and %d, want %d", test.a, test.b, got, back, test.want)
		}
	}
}

func TestMomentText(t *testing.T) {
	for _, test := range []struct {
		c         Claim
		m         Mention
		published string
		want      string
	}{
		{Claim{Date: "2025-11-03"}, Mention{}, "", "=2025-11-03"},
		{Claim{Date: "2025-11-03"}, Mention{Dating: Relative}, "2025-11-04", "~2025-11-03"},
		{Claim{Date: "2025-11-03"}, Mention{Dating: Nearby}, "2025-11-04", "~2025-11-03"},
		{Claim{Date: "2025-11"}, Mention{}, "2025-11-04", "m2025-11"},
		{Claim{Date: "2025"}, Mention{}, "2025-11-04", ""},
		{Claim{Date: "2030", Type: LabelAgreement}, Mention{}, "2025-11-04", "?2025-11-04"},
		{Claim{}, Mention{Lead: true}, "2025-11-04T22:00:00+02:00", "@2025-11-04"},
		{Claim{State: "planned"}, Mention{Lead: true}, "2025-11-04", ">2025-11-04"},
		{Claim{}, Mention{}, "2025-11", "?2025-11"},
		{Claim{}, Mention{}, "2025", ""},
		{Claim{}, Mention{}, "", ""},
	} {
		if got := momentText(test.c, test.m, test.published); got != test.want {
			t.Errorf("%+v %+v %q: %q, want %q", test.c, test.m, test.published, got, test.want)
		}
	}
}
