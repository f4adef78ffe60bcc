package dates

// Day returns the first day that a line names in full, such as the date under a headline: of a Hijri and another date
// in one line the other one, whose day does not hang on the sighting of the moon.
func (r *Reader) Day(line string) (string, bool) {
	day, found := "", false
	tokens := r.fold.Tokens(line, nil)
	for _, m := range r.Find(tokens, "", nil) {
		if m.Kind != Date || len(m.Start) != len("2006-01-02") || m.End != "" {
			continue
		}
		if !m.hijri {
			return m.Start, true
		}
		if !found {
			day, found = m.Start, true
		}
	}
	return day, found
}
