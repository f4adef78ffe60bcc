package text

import "unicode/utf8"

// Words returns the folded words of s joined by single spaces, without punctuation: the key under which a name is found.
// A program that starts folds every name it knows, so that what is folded already is returned as it is.
func (f *Folder) Words(s string) string {
	var buf [128]byte
	dst := f.AppendWords(buf[:0], s)
	if string(dst) == s {
		return s
	}
	return string(dst)
}

// AppendWords appends what [Folder.Words] returns to dst. It reads s as [Folder.Tokens] does, without making tokens.
func (f *Folder) AppendWords(dst []byte, s string) []byte {
	w := wordWriter{f: f, dst: dst, base: len(dst), start: -1}
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch c := class(r); c {
		case letter, number:
			w.add(r, c == number)
		case mark:
		case space:
			w.end()
		default:
			if w.start >= 0 && w.number && decimal(s, i, size, r) {
				w.dst = append(w.dst, '.')
			} else {
				w.end()
			}
		}
		i += size
	}
	w.end()
	return w.dst
}

// wordWriter writes words with a space between them.
type wordWriter struct {
	f      *Folder
	dst    []byte
	base   int  // where the first word begins
	start  int  // where the open word begins, or -1
	number bool // the open word began with a digit
}

// add writes a letter or digit; a letter behind a number begins a word.
func (w *wordWriter) add(r rune, digit bool) {
	if w.start >= 0 && w.number && !digit && len(w.dst) > w.start {
		w.end()
	}
	if w.start < 0 {
		if len(w.dst) > w.base {
			w.dst = append(w.dst, ' ')
		}
		w.start, w.number = len(w.dst), digit
	}
	w.dst = w.f.appendRune(w.dst, r)
}

// end closes the word; one of which nothing is left leaves no space either.
func (w *wordWriter) end() {
	if w.start == len(w.dst) && w.start > w.base {
		w.dst = w.dst[:w.start-1]
	}
	w.start = -1
}
