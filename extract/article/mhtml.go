package article

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net/textproto"
	"strings"
)

// messageType returns the type of a message by MIME, if a file begins with the headers of one.
func messageType(head []byte) string {
	media, found := "", false
fields:
	for line := range strings.Lines(string(head)) {
		name, value, field := strings.Cut(line, ":")
		switch {
		case strings.TrimSpace(line) == "":
			break fields
		case line[0] == ' ' || line[0] == '\t': // the field above goes on
		case !field || strings.ContainsAny(name, " \t"):
			return ""
		case strings.EqualFold(name, "MIME-Version"):
			found = true
		case strings.EqualFold(name, "Content-Type"):
			media = mediaType(value)
		}
	}
	if !found {
		return ""
	}
	return media
}

func isMHTML(head []byte) bool { return messageType(head) == "multipart/related" }

func isMail(head []byte) bool { return messageType(head) != "" }

const mhtmlAdvice = "save the page again, or as HTML"

// readMHTML reads a page that a browser saved with its pictures in one file: the first page of its parts.
func readMHTML(s *source) bool {
	h, err := textproto.NewReader(s.in).ReadMIMEHeader()
	if err != nil {
		return s.refuse(s.name, 0, fmt.Errorf("%w: its headers cannot be read: %w", ErrArchive, err), mhtmlAdvice)
	}
	_, params, err := mime.ParseMediaType(h.Get("Content-Type"))
	if err != nil || params["boundary"] == "" {
		return s.refuse(s.name, 0, fmt.Errorf("%w: it does not say where its parts begin", ErrArchive), mhtmlAdvice)
	}
	parts := multipart.NewReader(s.in, params["boundary"])
	for {
		part, err := parts.NextPart()
		switch {
		case errors.Is(err, io.EOF):
			return s.refuse(s.name, 0, fmt.Errorf("%w: none of its parts is a page", ErrNoArticle), mhtmlAdvice)
		case err != nil:
			return s.refuse(s.name, 0, fmt.Errorf("%w: %w", ErrArchive, err), mhtmlAdvice)
		case !isPage(mediaType(part.Header.Get("Content-Type"))):
			continue
		}
		return s.savedPage(part, h.Get("Snapshot-Content-Location"))
	}
}

// savedPage reads the part of a saved page that is the page. A part that was cut gives what is there of it.
func (s *source) savedPage(part *multipart.Part, address string) bool {
	var body io.Reader = part // quoted-printable is taken back already
	if strings.EqualFold(part.Header.Get("Content-Transfer-Encoding"), "base64") {
		body = base64.NewDecoder(base64.StdEncoding, part)
	}
	page, err := io.ReadAll(io.LimitReader(body, MaxRecord+1))
	switch {
	case len(page) > MaxRecord:
		return s.refuse(s.name, 0, ErrTooLong, mhtmlAdvice)
	case err != nil && len(page) == 0:
		return s.refuse(s.name, 0, fmt.Errorf("%w: %w", ErrArchive, err), mhtmlAdvice)
	}
	if location := part.Header.Get("Content-Location"); isAddress([]byte(location)) {
		address = location
	}
	if !isAddress([]byte(address)) {
		address = ""
	}
	return s.document(Document{Name: s.name, URL: address, ContentType: part.Header.Get("Content-Type"), Body: bytes.NewReader(page)})
}
