package article

import (
	"bytes"
	"fmt"
)

// Formats that would pass as plain text and give nonsense.

func isJSONDocument(head []byte) bool {
	head = bytes.TrimLeft(head, " \t\r\n")
	if after, ok := bytes.CutPrefix(head, []byte("[")); ok {
		after = bytes.TrimLeft(after, " \t\r\n")
		return bytes.HasPrefix(after, []byte("{"))
	}
	after, ok := bytes.CutPrefix(head, []byte("{"))
	rest := bytes.TrimLeft(after, " \t\r\n")
	return ok && bytes.HasPrefix(rest, []byte(`"`)) && bytes.ContainsAny(after[:len(after)-len(rest)], "\r\n")
}

func isXML(head []byte) bool {
	return bytes.HasPrefix(bytes.TrimLeft(head, " \t\r\n"), []byte("<?xml"))
}

func unreadError(name string) error { return fmt.Errorf("%s is not read yet", name) }
