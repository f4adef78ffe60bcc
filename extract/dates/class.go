package dates

// class is what a word is for the patterns. Classes that carry a value fill slots, the others only hold a place.
type class uint8

const (
	classNone class = iota
	// words of the language with a value
	classNumber
	classOrdinal
	classTimes // a number that multiplies the one before it: thousand
	classMonth
	classWeakMonth
	classHijri
	classWeekday
	classBareWeekday
	classUnit
	classUnits
	classTwo
	classTheUnit
	classTheUnits
	classMyUnit
	classOffset
	classRel
	classThis
	classPart
	classFollowing
	classDecade
	classSeason
	classTheSeason
	classEra
	classFew
	classFixed
	// read from digits and number words
	classDay
	classDayDigits
	classLateOrd
	classOrd
	classCount
	classYear
	classAnyYear
	classNumeric
	classShort
	classPadded
	classYearRange
	// marks
	classComma
	classSlash
	classDash
	classOpen
	classClose
	classEnd
	// words that the package asks for itself
	classFuture
	classFutureStart
	classFutureNot
	classTo
	classFrom
	classBetween
	classSame
	classAnd
	classPlain // the first of the classes that the data makes up
)

var classNames = map[string]class{
	"number": classNumber, "ordinal": classOrdinal, "times": classTimes, "month": classMonth, "weakmonth": classWeakMonth,
	"hijri": classHijri, "weekday": classWeekday, "bareweekday": classBareWeekday, "unit": classUnit, "units": classUnits, "two": classTwo,
	"theunit": classTheUnit, "theunits": classTheUnits, "myunit": classMyUnit, "offset": classOffset, "rel": classRel, "this": classThis, "following": classFollowing, "part": classPart,
	"decade": classDecade, "season": classSeason, "theseason": classTheSeason, "era": classEra, "few": classFew, "fixed": classFixed,
	"day": classDay, "dom": classDayDigits, "lateord": classLateOrd, "ord": classOrd, "count": classCount, "year": classYear, "anyyear": classAnyYear, "numeric": classNumeric,
	"short": classShort, "padded": classPadded, "years": classYearRange,
	"comma": classComma, "slash": classSlash, "dash": classDash, "open": classOpen, "close": classClose, "end": classEnd,
	"future": classFuture, "futurestart": classFutureStart, "futurenot": classFutureNot,
	"to": classTo, "from": classFrom, "between": classBetween, "same": classSame, "and": classAnd,
}

var markClasses = map[string]class{",": classComma, "/": classSlash, "-": classDash, "(": classOpen, ")": classClose}

// builtin tells whether the package reads a class itself, so that the data may not list words of it.
func (c class) builtin() bool { return c >= classDay && c <= classEnd }

// slot is where the value of an element goes; a second value of one kind goes to the next slot.
type slot uint8

const (
	slotNone slot = iota
	slotDay
	slotDay2
	slotMonth
	slotMonth2
	slotHijri
	slotHijri2
	slotYear
	slotYear2
	slotWeekday
	slotWeekday2
	slotUnit
	slotUnit2
	slotUnit3
	slotCount
	slotCount2
	slotCount3
	slotOrd
	slotOffset
	slotRel
	slotRel2
	slotFollowing
	slotPart
	slotDecade
	slotSeason
	slotEra
	slotFixed
	slotCountEnd
)

var slotOf = [classPlain]slot{
	classMonth: slotMonth, classWeakMonth: slotMonth, classHijri: slotHijri, classWeekday: slotWeekday, classBareWeekday: slotWeekday, classUnit: slotUnit,
	classUnits: slotUnit, classTwo: slotUnit, classTheUnit: slotUnit, classTheUnits: slotUnit, classMyUnit: slotUnit, classOffset: slotOffset, classRel: slotRel, classThis: slotRel, classFollowing: slotFollowing, classPart: slotPart,
	classDecade: slotDecade, classSeason: slotSeason, classTheSeason: slotSeason, classEra: slotEra, classFew: slotCount, classDay: slotDay, classDayDigits: slotDay, classLateOrd: slotDay, classOrd: slotOrd,
	classCount: slotCount, classYear: slotYear, classAnyYear: slotYear, classFixed: slotFixed,
}

// slotRun says how many slots follow one another for values of one kind.
var slotRun = [slotCountEnd]int{slotDay: 2, slotMonth: 2, slotHijri: 2, slotYear: 2, slotWeekday: 2, slotUnit: 3, slotCount: 3, slotRel: 2}

// The values of words.
const (
	unitDay = iota + 1
	unitWeek
	unitMonth
	unitYear
	unitQuarter
	unitHalf
	unitDecade
	unitWeekend
)

const (
	relLast = -1
	relThis = 0
	relNext = 1
)

const (
	partBegin = iota + 1
	partMid
	partLate // the second half
	partEnd
	partRest // from publication to the end
)

const (
	eraGregorian = iota + 1
	eraHijri
)

// wordValues names the values of classes whose values are no numbers.
var wordValues = map[class]map[string]int{
	classRel:  {"last": relLast, "this": relThis, "next": relNext},
	classPart: {"begin": partBegin, "mid": partMid, "late": partLate, "end": partEnd, "rest": partRest},
	classEra:  {"gregorian": eraGregorian, "hijri": eraHijri},
	classUnit: unitValues, classUnits: unitValues, classTwo: unitValues, classTheUnit: unitValues, classTheUnits: unitValues, classMyUnit: unitValues,
}

var unitValues = map[string]int{"day": unitDay, "week": unitWeek, "month": unitMonth, "year": unitYear, "quarter": unitQuarter,
	"half": unitHalf, "decade": unitDecade, "weekend": unitWeekend}

// valueRange says between which numbers the values of a class lie.
var valueRange = map[class][2]int{
	classNumber: {1, 1000000}, classOrdinal: {1, 1000}, classTimes: {100, 1000}, classMonth: {1, 12}, classWeakMonth: {1, 12}, classHijri: {1, 12},
	classWeekday: {1, 7}, classBareWeekday: {1, 7}, classOffset: {-3, 3}, classDecade: {1000, 2090}, classSeason: {1, 12}, classTheSeason: {1, 12}, classFew: {1, 30},
}
