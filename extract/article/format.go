package article

// format is one way to write articles. Formats are told apart by content, never
// by file name: match sees the first bytes of a source (UTF-16 decoded, byte
// order mark gone), read yields its articles and reports whether to go on.
type format struct {
	name  string
	match func(head []byte) bool
	read  func(*source) bool
}

// formats lists them from the most particular to plain text, which takes the
// rest. A new format is a file with two functions and a row here.
func formats() []format {
	return []format{
		{"JSON lines", isJSONLines, readJSONLines},
		{"JSON document", isJSONDocument, refuseFormat("JSON in one piece", "write one object a line, for example with jq -c . or jq -c '.[]'")},
		{"HTML", isHTML, readHTML},
		{"XML", isXML, refuseFormat("an XML file", "write its articles as JSON lines")},
		{"list of addresses", isAddresses, readAddresses},
		{"plain text", func([]byte) bool { return true }, readPlain},
	}
}

func formatOf(head []byte) format {
	all := formats()
	for _, f := range all {
		if f.match(head) {
			return f
		}
	}
	return all[len(all)-1]
}

// refuseFormat stands in for a format that is known but not read.
func refuseFormat(name, advice string) func(*source) bool {
	return func(s *source) bool { return s.refuse(s.name, 0, unreadError(name), advice) }
}
