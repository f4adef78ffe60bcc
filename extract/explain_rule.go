package extract

import (
	"regexp"
	"strconv"
)

var sourceForm = regexp.MustCompile(`^([a-z]{2}/[\w/.-]+):(\d+)$`)

// RuleSource returns the file and line of a rule that a claim names.
func RuleSource(id string) (file string, line int, ok bool) {
	m := sourceForm.FindStringSubmatch(id)
	if m == nil {
		return "", 0, false
	}
	line, err := strconv.Atoi(m[2])
	return "extract/lang/" + m[1], line, err == nil
}
