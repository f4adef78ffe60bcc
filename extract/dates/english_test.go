package dates_test

import (
	"os"
	"testing"

	"mithaq/extract/dates"
	"mithaq/extract/text"
)

// english reads the English files from the tree: the language has no other files yet and is not built in.
func english(tb testing.TB) *dates.Reader {
	tb.Helper()
	r, err := dates.Load(os.DirFS("../lang/en"), text.NewFolder())
	if err != nil {
		tb.Fatal(err)
	}
	return r
}

func TestEnglish(t *testing.T) {
	check(t, english(t), []row{
		{wednesday, "The ministers met on Monday", want("Monday = 2015-07-13")},
		{wednesday, "The ministers will meet on Monday", want("Monday = 2015-07-20")},
		{wednesday, "They met last Wednesday evening", want("last Wednesday evening = 2015-07-08")},
		{wednesday, "They met yesterday and talk again tomorrow", want("yesterday = 2015-07-14", "tomorrow = 2015-07-16")},
		{wednesday, "the day before yesterday", want("the day before yesterday = 2015-07-13")},
		{wednesday, "It was signed on May 26, 2014 in the capital", want("May 26, 2014 = 2014-05-26")},
		{wednesday, "It was signed on 26 May", want("26 May = 2015-05-26")},
		{wednesday, "on Tuesday, July 7", want("Tuesday, July 7 = 2015-07-07")},
		{wednesday, "on the 3rd of March 2013", want("the 3rd of March 2013 = 2013-03-03")},
		{wednesday, "the twenty-first of June", want("the twenty-first of June = 2015-06-21")},
		{wednesday, "It may rain and they march on", nil},
		{wednesday, "in May they agreed", want("May = 2015-05")},
		{wednesday, "in September 2011", want("September 2011 = 2011-09")},
		{wednesday, "since 2011", want("2011 = 2011")},
		{wednesday, "some 2011 people", nil},
		{wednesday, "between 2006 and 2010", want("between 2006 and 2010 = 2006/2010")},
		{wednesday, "from 3 to 5 May", want("from 3 to 5 May = 2015-05-03/2015-05-05")},
		{wednesday, "on May 3-5", want("May 3-5 = 2015-05-03/2015-05-05")},
		{wednesday, "on 26 and 27 January 2020", want("26 and 27 January 2020 = 2020-01-26/2020-01-27")},
		{wednesday, "in the 1990s", want("the 1990s = 1990/1999")},
		{wednesday, "two days ago", want("two days ago = 2015-07-13")},
		{wednesday, "a week ago", want("a week ago = 2015-07-08")},
		{wednesday, "They will meet within three weeks", want("within three weeks = 2015-08-05")},
		{wednesday, "last week", want("last week = 2015-07-06/2015-07-12")},
		{wednesday, "next month", want("next month = 2015-08")},
		{wednesday, "late last year", want("late last year = 2014-07/2014-12")},
		{wednesday, "in mid-June", want("mid-June = 2015-06-11/2015-06-20")},
		{wednesday, "by the end of the year", want("the end of the year = 2015-10/2015-12")},
		{wednesday, "over the past three years", want("the past three years = 2012-07-15/2015-07-15")},
		{wednesday, "in the first quarter of 2014", want("the first quarter of 2014 = 2014-01/2014-03")},
		{wednesday, "last summer", want("last summer = 2014-06/2014-08")},
		{wednesday, "on 2015-07-14", want("2015-07-14 = 2015-07-14")},
		{wednesday, "on 1 Ramadan 1436", want("1 Ramadan 1436 = 2015-06-18")},
		{"2015-07", "They met on Monday", want("Monday = 2015-07")},
		{"", "They met on Monday", nil},
	})
}
