package article

import (
	"bytes"
	"fmt"
)

// Formats that would pass as plain text and give nonsense.

func isHTML(head []byte) bool {
	head = bytes.ToLower(bytes.TrimLeft(head[:min(len(head), 1024)], " \t\r\n"))
	return bytes.HasPrefix(head, []byte("<!doctype html")) || bytes.HasPrefix(head, []byte("<html"))
}

func isXML(head []byte) bool {
	return bytes.HasPrefix(bytes.TrimLeft(head, " \t\r\n"), []byte("<?xml"))
}

func unreadError(name string) error { return fmt.Errorf("%s is not read yet", name) }
