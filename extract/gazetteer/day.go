package gazetteer

// Dates are YYYY, YYYY-MM or YYYY-MM-DD; as strings of equal length they sort by time.

// first returns the first day that a date may mean; "" is the beginning of time.
func first(date string) string {
	const start = "0000-01-01"
	return date + start[min(len(date), len(start)):]
}

// last returns a day not before any that a date may mean; "" is the end of time.
func last(date string) string {
	const end = "9999-12-31"
	return date + end[min(len(date), len(end)):]
}

// validDate tells whether s is a date with a possible month and day.
func validDate(s string) bool {
	if len(s) != 4 && len(s) != 7 && len(s) != 10 {
		return false
	}
	for i := range len(s) {
		if dash := i == 4 || i == 7; dash != (s[i] == '-') || !dash && (s[i] < '0' || s[i] > '9') {
			return false
		}
	}
	return len(s) < 7 || within(s[5:7], 12) && (len(s) < 10 || within(s[8:10], 31))
}

func within(two string, most int) bool {
	n := int(two[0]-'0')*10 + int(two[1]-'0')
	return n >= 1 && n <= most
}
