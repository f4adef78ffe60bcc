package article

import (
	"context"
	"errors"
	"iter"
	"strings"
	"testing"
)

// TestAddresses hands each address of a list to the hook, in order, and refuses lines that are none.
func TestAddresses(t *testing.T) {
	const list = "# my list\r\nhttps://example.org/a\r\n\r\nhttp://example.org/خبر\nnot an address\nhttps://example.org/b"
	fetch := func(_ context.Context, address string) iter.Seq2[Article, error] {
		return func(yield func(Article, error) bool) {
			if strings.HasSuffix(address, "/a") && !yield(Article{}, &Error{Path: address, Err: errors.New("gone")}) {
				return
			}
			yield(Article{ID: address}, nil)
		}
	}
	head := strings.Repeat("https://example.org/long\n", headSize/25)
	articles, errs := collect(t, Options{Stdin: strings.NewReader(head + list), Fetch: fetch}, Stdin)
	articles = articles[headSize/25:]
	if len(articles) != 3 || articles[1].ID != "http://example.org/خبر" || articles[2].ID != "https://example.org/b" {
		t.Errorf("articles %+v", articles)
	}
	if len(errs) != 2 || errs[0].Error() != "https://example.org/a: gone" || !strings.Contains(errs[1].Error(), "broken record: no address") {
		t.Errorf("errors %v", errs)
	}
}

func TestAddressesRefused(t *testing.T) {
	if _, errs := readString(t, "https://example.org/a\n"); len(errs) != 1 || !strings.Contains(errs[0].Error(), "a list of addresses, and nothing is fetched here") {
		t.Errorf("without a hook: %v", errs)
	}
	doc := Document{Name: "x", URL: "https://example.org/list", Body: strings.NewReader("https://example.org/a\n")}
	for _, err := range ReadDocument(t.Context(), doc, Options{Fetch: func(context.Context, string) iter.Seq2[Article, error] { t.Fatal("fetched"); return nil }}) {
		if err == nil || !strings.Contains(err.Error(), "from the network") {
			t.Errorf("from the network: %v", err)
		}
	}
	for _, text := range []string{"https://example.org/a\nThe minister came.", "http://", "ftp://example.org/a", "see https://example.org/a"} {
		if isAddresses([]byte(text)) {
			t.Errorf("%q is no list of addresses", text)
		}
	}
}
