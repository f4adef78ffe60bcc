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
func formats(r *reader) []format {
	return []format{
		{"JSON Feed", isJSONFeed, readJSONFeed},
		{"JSON document", isJSONDocument, readJSONDocument},
		{"JSON lines", isJSONLines, readJSONLines},
		{"NewsML-G2", isNewsML, readNewsML},
		{"HTML", isHTML, readHTML},
		{"feed", isFeed, readFeed},
		{"sitemap", isSitemap, readSitemap},
		{"list of sitemaps", isSitemapIndex, refuseFormat("a list of sitemaps", "fetch the sitemaps that it names and load those that are wanted")},
		{"XML", isXML, refuseFormat("an XML file", "write its articles as JSON lines")},
		{"saved page", isMHTML, readMHTML},
		{"e-mail", isMail, refuseFormat("an e-mail", "save its text, or write it as JSON lines")},
		{"table", r.isTable, readTable},
		{"list of addresses", isAddresses, readAddresses},
		{"plain text", func([]byte) bool { return true }, readPlain},
	}
}

func (r *reader) formatOf(head []byte) format {
	all := formats(r)
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
