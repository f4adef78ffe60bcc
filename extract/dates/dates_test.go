package dates_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"mithaq/extract/dates"
	"mithaq/extract/lang"
	"mithaq/extract/text"
)

func reader(tb testing.TB, language string) *dates.Reader {
	tb.Helper()
	fsys, err := lang.Files(language)
	if err != nil {
		tb.Fatal(err)
	}
	r, err := dates.Load(fsys, text.NewFolder())
	if err != nil {
		tb.Fatal(err)
	}
	return r
}

// row is a sentence with what it names: "text = value" for each date, in order.
type row struct {
	published string
	sentence  string
	want      []string
}

func check(t *testing.T, r *dates.Reader, rows []row) {
	t.Helper()
	for _, row := range rows {
		var got []string
		for _, e := range r.Explain(row.sentence, row.published) {
			got = append(got, e.Text+" = "+e.Value)
			if cut := string([]rune(row.sentence)[e.Start:e.End]); cut != e.Text {
				t.Errorf("%+q: characters %d to %d are %+q, not %+q", row.sentence, e.Start, e.End, cut, e.Text)
			}
		}
		if strings.Join(got, "; ") != strings.Join(row.want, "; ") {
			t.Errorf("%s %s\n got %q\nwant %q", row.published, row.sentence, got, row.want)
		}
	}
}

func want(s ...string) []string { return s }

// A Wednesday.
const wednesday = "2015-07-15"

func TestWeekdays(t *testing.T) {
	check(t, reader(t, "ar"), []row{
		{wednesday, "التقى الوزيران الاثنين في العاصمة", want("الاثنين = 2015-07-13")},
		{wednesday, "التقى الوزيران يوم الأربعاء", want("يوم الأربعاء = 2015-07-15")},
		{wednesday, "وصل الوفد مساء الخميس", want("مساء الخميس = 2015-07-09")},
		{wednesday, "يصل الوفد الأحد المقبل", want("الأحد المقبل = 2015-07-19")},
		{wednesday, "يصل الوفد الأربعاء القادم", want("الأربعاء القادم = 2015-07-22")},
		{wednesday, "وصل الوفد الأربعاء الماضي", want("الأربعاء الماضي = 2015-07-08")},
		{wednesday, "سيصل الوفد يوم السبت إلى المدينة", want("يوم السبت = 2015-07-18")},
		{wednesday, "من المقرر أن يلتقيا الجمعة", want("الجمعة = 2015-07-17")},
		{wednesday, "التقيا يومي الاثنين والثلاثاء", want("يومي الاثنين = 2015-07-13", "الثلاثاء = 2015-07-14")},
		{wednesday, "والاثنين وصل الوفد", want("الاثنين = 2015-07-13")},
		{wednesday, "تبدأ المحادثات بالثلاثاء وتستمر للجمعة", want("الثلاثاء = 2015-07-14", "للجمعة = 2015-07-10")},
		{wednesday, "وصل الوفد الأربعاء 8 يوليو", want("الأربعاء 8 يوليو = 2015-07-08")},
		{wednesday, "قتل الجمعة 22 شخصا", want("الجمعة = 2015-07-10")},
		{wednesday, "عقد الاجتماع يوم الاثنين من الأسبوع الماضي", want("يوم الاثنين من الأسبوع الماضي = 2015-07-06")},
		{wednesday, "المعرض مفتوح من الأحد إلى الخميس", want("من الأحد إلى الخميس = 2015-07-12/2015-07-16")},
		{"2015-07", "التقى الوزيران الاثنين", want("الاثنين = 2015-07")},
		{"2015", "التقى الوزيران الاثنين", want("الاثنين = 2015")},
		{"", "التقى الوزيران الاثنين", nil},
	})
}

func TestDays(t *testing.T) {
	check(t, reader(t, "ar"), []row{
		{wednesday, "وصل الوفد اليوم", want("اليوم = 2015-07-15")},
		{wednesday, "وصل الوفد أمس", want("أمس = 2015-07-14")},
		{wednesday, "وصل الوفد بالأمس", want("الأمس = 2015-07-14")},
		{wednesday, "وصل الوفد أول أمس", want("أول أمس = 2015-07-13")},
		{wednesday, "وصل الوفد أول من أمس", want("أول من أمس = 2015-07-13")},
		{wednesday, "وصل الوفد أمس الأول", want("أمس الأول = 2015-07-13")},
		{wednesday, "يصل الوفد غدا", want("غدا = 2015-07-16")},
		{wednesday, "يصل الوفد غداً الخميس", want("غداً الخميس = 2015-07-16")},
		{wednesday, "يصل الوفد بعد غد", want("بعد غد = 2015-07-17")},
		{wednesday, "وصل الوفد مساء أمس الثلاثاء", want("مساء أمس الثلاثاء = 2015-07-14")},
		{wednesday, "وصل الوفد اليوم (الثلاثاء)", want("اليوم (الثلاثاء) = 2015-07-14")},
		{wednesday, "يحل اليوم العالمي للبيئة", nil},
		{wednesday, "في اليوم الأول من المؤتمر", nil},
		{wednesday, "وفي اليوم نفسه عاد", nil},
		{wednesday, "عاد في ذلك اليوم", nil},
		{wednesday, "استمرت الزيارة يوما واحدا", nil},
		{"2015-07", "وصل الوفد أمس", want("أمس = 2015-07")},
		{"", "وصل الوفد أمس", nil},
	})
}

func TestUnits(t *testing.T) {
	check(t, reader(t, "ar"), []row{
		{wednesday, "التقيا الأسبوع الماضي", want("الأسبوع الماضي = 2015-07-06/2015-07-12")},
		{wednesday, "يلتقيان الشهر المقبل", want("الشهر المقبل = 2015-08")},
		{wednesday, "التقيا العام الماضي", want("العام الماضي = 2014")},
		{wednesday, "خلال السنة الجارية", want("السنة الجارية = 2015")},
		{wednesday, "بالعام المقبل", want("العام المقبل = 2016")},
		{wednesday, "للشهر الجاري", want("للشهر الجاري = 2015-07")},
		{wednesday, "في هذا الشهر", want("هذا الشهر = 2015-07")},
		{wednesday, "منذ مطلع العام", want("مطلع العام = 2015-01/2015-03")},
		{wednesday, "مع نهاية الشهر", want("نهاية الشهر = 2015-07-21/2015-07-31")},
		{wednesday, "في منتصف يونيو", want("منتصف يونيو = 2015-06-11/2015-06-20")},
		{wednesday, "أواخر العام الماضي", want("أواخر العام الماضي = 2014-07/2014-12")},
		{wednesday, "في مطلع الأسبوع المقبل", want("مطلع الأسبوع المقبل = 2015-07-20/2015-07-22")},
		{wednesday, "وصل قبل يومين", want("قبل يومين = 2015-07-13")},
		{wednesday, "سيصل بعد ثلاثة أيام", want("بعد ثلاثة أيام = 2015-07-18")},
		{wednesday, "بدأت المحادثات منذ أسبوع", want("منذ أسبوع = 2015-07-08")},
		{wednesday, "وقع الاتفاق قبل شهرين", want("قبل شهرين = 2015-05")},
		{wednesday, "وقع الاتفاق قبل نحو عشر سنوات", want("قبل نحو عشر سنوات = 2005")},
		{wednesday, "وصل بعد ثلاثة أيام من الاجتماع", nil},
		{wednesday, "عاد بعد يومين إلى بلاده", nil},
		{wednesday, "يتزايد يوما بعد يوم", nil},
		{wednesday, "وصل بعد يوم واحد من الاجتماع", nil},
		{wednesday, "خلال الأيام المقبلة", nil},
		{wednesday, "في عشرينيات القرن التاسع عشر", nil},
		{wednesday, "في صيف 2006", want("صيف 2006 = 2006-06/2006-08")},
		{wednesday, "في الشتاء الماضي", want("الشتاء الماضي = 2014-12/2015-02")},
		{wednesday, "في الخريف المقبل", want("الخريف المقبل = 2015-09/2015-11")},
		{wednesday, "سيعودون خلال أسبوعين", want("خلال أسبوعين = 2015-07-16/2015-07-29")},
		{wednesday, "خلال السنوات الخمس الماضية", want("السنوات الخمس الماضية = 2010-07-15/2015-07-15")},
		{wednesday, "في الربع الثالث من العام الجاري", want("الربع الثالث من العام الجاري = 2015-07/2015-09")},
		{wednesday, "النصف الأول من عام 2014", want("النصف الأول من عام 2014 = 2014-01/2014-06")},
		{wednesday, "الأسبوع الأول من أغسطس", want("الأسبوع الأول من أغسطس = 2015-08-03/2015-08-09")},
		{wednesday, "في ثمانينيات القرن الماضي", want("ثمانينيات القرن الماضي = 1980/1989")},
		{wednesday, "قال الأمين العام الحالي للمنظمة", nil},
		{"2015-07", "التقيا الأسبوع الماضي", want("الأسبوع الماضي = 2015-07")},
		{"2015-07", "التقيا الشهر الماضي", want("الشهر الماضي = 2015-06")},
		{"2015", "التقيا الشهر الماضي", want("الشهر الماضي = 2015")},
		{"2015", "التقيا العام الماضي", want("العام الماضي = 2014")},
	})
}

func TestWritten(t *testing.T) {
	check(t, reader(t, "ar"), []row{
		{wednesday, "في 14 يوليو الجاري", want("14 يوليو الجاري = 2015-07-14")},
		{wednesday, "في الرابع من حزيران/يونيو المقبل", want("الرابع من حزيران/يونيو المقبل = 2016-06-04")},
		{wednesday, "في يونيو/ حزيران الماضي", want("يونيو/ حزيران الماضي = 2015-06")},
		{wednesday, "وفي 21 يوليوز 2006 وقعا المذكرة", want("21 يوليوز 2006 = 2006-07-21")},
		{wednesday, "يوم 12 غشت المقبل", want("يوم 12 غشت المقبل = 2015-08-12")},
		{wednesday, "في ٣ شتنبر ٢٠١٤", want("٣ شتنبر ٢٠١٤ = 2014-09-03")},
		{wednesday, "في 5 جانفي 2013", want("5 جانفي 2013 = 2013-01-05")},
		{wednesday, "في 1 كانون الثاني (يناير) 2014", want("1 كانون الثاني (يناير) 2014 = 2014-01-01")},
		{wednesday, "الخامس والعشرين من مايو عام 2000", want("الخامس والعشرين من مايو عام 2000 = 2000-05-25")},
		{wednesday, "في الحادي عشر من نوفمبر", want("الحادي عشر من نوفمبر = 2014-11-11")},
		{wednesday, "ستعقد القمة في 15 نوفمبر", want("15 نوفمبر = 2015-11-15")},
		{wednesday, "عقدت القمة في 15 نوفمبر", want("15 نوفمبر = 2014-11-15")},
		{wednesday, "في الـ3 من أغسطس/آب المقبل", want("الـ3 من أغسطس/آب المقبل = 2015-08-03")},
		{wednesday, "في 20 من الشهر الماضي", want("20 من الشهر الماضي = 2015-06-20")},
		{wednesday, "في مارس 2012", want("مارس 2012 = 2012-03")},
		{wednesday, "لعام 1996", want("عام 1996 = 1996")},
		{wednesday, "سنة 2013", want("سنة 2013 = 2013")},
		{wednesday, "عام ،2005", want("عام ،2005 = 2005")},
		{wednesday, "مقارنة بمارس/آذار", want("مارس/آذار = 2015-03")},
		{wednesday, "ثورة يوليو", nil},
		{wednesday, "سيصل الوزير إلى العاصمة التي غادرها في الخامس من مايو", want("الخامس من مايو = 2015-05-05")},
		{wednesday, "منذ 2011", want("2011 = 2011")},
		{wednesday, "عام ألفين وثمانية", want("عام ألفين وثمانية = 2008")},
		{wednesday, "عام ألف وتسعمائة وسبعة وستين", want("عام ألف وتسعمائة وسبعة وستين = 1967")},
		{wednesday, "في يونيو من العام الماضي", want("يونيو من العام الماضي = 2014-06")},
		{wednesday, "بتاريخ 14/07/2015", want("14/07/2015 = 2015-07-14")},
		{wednesday, "بتاريخ 2015-07-14", want("2015-07-14 = 2015-07-14")},
		{wednesday, "بتاريخ 14-7-2015", want("14-7-2015 = 2015-07-14")},
		{wednesday, "بتاريخ 14.7.2015", want("14.7.2015 = 2015-07-14")},
		{wednesday, "شارك 2014 شخصا في المسيرة", nil},
		{wednesday, "قال 14 شخصا", nil},
		{wednesday, "فاز الفريق 3-2", nil},
		{wednesday, "مارس الوزير مهامه", nil},
		{wednesday, "رئيسة الوزراء السابقة تيريزا ماي", nil},
		{wednesday, "بعد ثورة 25 يناير", nil},
		{wednesday, "في 31 فبراير 2015", want("فبراير 2015 = 2015-02")},
		{"2022-05", "في 18 مايو الجاري", want("18 مايو الجاري = 2022-05-18")},
		{"2022-05", "في 11 ماي المقبل", want("11 ماي المقبل = 2022-05-11")},
		{"", "في 14 يوليو", nil},
		{"", "في 14 يوليو 2010", want("14 يوليو 2010 = 2010-07-14")},
	})
}

func TestRanges(t *testing.T) {
	check(t, reader(t, "ar"), []row{
		{wednesday, "من 3 إلى 5 مايو", want("من 3 إلى 5 مايو = 2015-05-03/2015-05-05")},
		{wednesday, "بين عامي 2006 و2010", want("بين عامي 2006 و2010 = 2006/2010")},
		{wednesday, "في 26 و27 يناير/كانون الثاني 2020", want("26 و27 يناير/كانون الثاني 2020 = 2020-01-26/2020-01-27")},
		{wednesday, "بين 3 و 5 مايو الماضي", want("بين 3 و 5 مايو الماضي = 2015-05-03/2015-05-05")},
		{wednesday, "من 28 ديسمبر إلى 3 يناير 2014", want("من 28 ديسمبر إلى 3 يناير 2014 = 2013-12-28/2014-01-03")},
		{wednesday, "من 2012 حتى 2014", want("من 2012 حتى 2014 = 2012/2014")},
		{wednesday, "من يناير إلى مارس 2014", want("من يناير إلى مارس 2014 = 2014-01/2014-03")},
		{wednesday, "من أمس حتى بعد غد", want("من أمس حتى بعد غد = 2015-07-14/2015-07-17")},
		{wednesday, "من 2000 إلى 1500 شخص", nil},
	})
}

func TestHijri(t *testing.T) {
	check(t, reader(t, "ar"), []row{
		{"", "في 1 رمضان 1436", want("1 رمضان 1436 = 2015-06-18")},
		{"", "في 10 ذي الحجة 1445هـ", want("10 ذي الحجة 1445هـ = 2024-06-16")},
		{"", "الثلاثاء 2 رمضان 1436", want("الثلاثاء 2 رمضان 1436 = 2015-06-19")}, // Friday: the weekday is too far off to tell
		{"", "السبت 2 رمضان 1436", want("السبت 2 رمضان 1436 = 2015-06-20")},       // a day later
		{"", "في 14 صفر 1436هـ الموافق 6 ديسمبر 2014م", want("14 صفر 1436هـ الموافق 6 ديسمبر 2014م = 2014-12-06")},
		{"", "عام 1436", want("عام 1436 = 2014-10-25/2015-10-13")},
		{wednesday, "في شهر رمضان", want("شهر رمضان = 2015-06-18/2015-07-16")},
		{wednesday, "وصل رمضان أحمد إلى العاصمة", nil},
	})
}

// TestDate: by which one date an event is dated.
func TestDate(t *testing.T) {
	r := reader(t, "ar")
	for sentence, want := range map[string]string{
		"أواخر الشهر الماضي":                    "2015-06",
		"الأسبوع الماضي":                        "2015-07",
		"في 26 و27 يناير 2020":                  "2020-01-26",
		"بين عامي 2006 و2010":                   "2006",
		"مطلع العام":                            "2015",
		"خلال السنوات الخمس الماضية":            "",
		"في خمسينيات القرن الماضي":              "",
		"النصف الأول من العام الماضي":           "2014",
		"في منتصف يونيو/حزيران من العام الماضي": "2014-06",
	} {
		got := r.Explain(sentence, wednesday)
		if len(got) != 1 || got[0].Date != want {
			t.Errorf("%+q: got %v, want %s", sentence, got, want)
		}
	}
}

// TestLoadProblems: every fault of the files is reported at once.
func TestLoadProblems(t *testing.T) {
	fsys := fstest.MapFS{
		"dates/words.txt":    {Data: []byte("month 13 | smarch\nmonth 1 | january / january\nunit fortnight | fortnight\nday 5 | five\nlonely | word\nmonth | may\n")},
		"dates/patterns.txt": {Data: []byte("date | [of] month\nfeast | month\ndate | month?\ndate\n")},
	}
	_, err := dates.Load(fsys, text.NewFolder())
	if err == nil {
		t.Fatal("loaded")
	}
	for _, want := range []string{
		`dates/words.txt:1: value "13" is no number from 1 to 12`,
		`dates/words.txt:2: month "january" stands at dates/words.txt:2 already`,
		`dates/words.txt:3: unknown value "fortnight"`,
		`dates/words.txt:4: class day is read from digits and marks and has no words`,
		`dates/words.txt:5: no pattern uses class lonely`,
		`dates/words.txt:6: class month needs a value`,
		`dates/patterns.txt:1: class "of" has no words`,
		`dates/patterns.txt:2: unknown action "feast"`,
		`dates/patterns.txt:3: nothing but optional elements`,
		`dates/patterns.txt:4: want action | elements`,
	} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("no %q in %v", want, err)
		}
	}
	if _, err := dates.Load(fstest.MapFS{}, text.NewFolder()); err == nil || !strings.Contains(err.Error(), "dates/words.txt: read") {
		t.Errorf("empty directory: %v", err)
	}
}
