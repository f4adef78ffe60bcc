package article

import (
	"bytes"
	"fmt"
)

// Formats that would pass as plain text and give nonsense.

func isXML(head []byte) bool {
	return bytes.HasPrefix(bytes.TrimLeft(head, " \t\r\n"), []byte("<?xml"))
}

func unreadError(name string) error { return fmt.Errorf("%s is not read yet", name) }
