package browser

import (
	"fmt"
	"net/http"
	"strings"
)

// Commands returns the lines to type into Browser to load style and guide from the handler at base.
func Commands(base, lang string) []string {
	return []string{":style " + base + "/style-" + lang + ".grass", ":play " + base + "/guide.html"}
}

// Handler serves the styles (/style-ar.grass, /style-en.grass), the guide (/guide.html), the favourites (/favourites/NAME.cypher) and at / a
// page that says how to use them. It lets pages of every origin read them, which Browser needs. base is the address under which clients reach
// it, without a slash at the end; if it is empty, it is taken from each request.
func Handler(base string) http.Handler {
	mux := http.NewServeMux()
	for _, lang := range Languages() {
		mux.HandleFunc("GET /style-"+lang+".grass", func(w http.ResponseWriter, _ *http.Request) {
			text, err := Style(lang)
			send(w, "text/plain", text, err)
		})
	}
	mux.HandleFunc("GET /guide.html", func(w http.ResponseWriter, r *http.Request) {
		text, err := Guide(address(base, r))
		send(w, "text/html", text, err)
	})
	mux.HandleFunc("GET /favourites/{file}", serveFavourite)
	mux.HandleFunc("GET /{$}", func(w http.ResponseWriter, r *http.Request) {
		text, err := help(address(base, r))
		send(w, "text/plain", text, err)
	})
	return allowAll(mux)
}

func serveFavourite(w http.ResponseWriter, r *http.Request) {
	favourites, err := Favourites()
	if err != nil {
		send(w, "text/plain", nil, err)
		return
	}
	for _, f := range favourites {
		if f.File == r.PathValue("file") {
			send(w, "text/plain", []byte(f.Text), nil)
			return
		}
	}
	http.NotFound(w, r)
}

// help is the page for people who open the address itself.
func help(base string) ([]byte, error) {
	favourites, err := Favourites()
	if err != nil {
		return nil, err
	}
	var b strings.Builder
	b.WriteString("Style, guide and favourites for Neo4j Browser. Open the classic Browser (http://HOST:7474/browser/) and type:\n\n")
	for _, line := range Commands(base, "ar") {
		fmt.Fprintln(&b, "  "+line)
	}
	fmt.Fprintf(&b, "\nEnglish captions:\n\n  %s\n", Commands(base, "en")[0])
	b.WriteString("\nFavourites: save a file, drop it on the page of Browser and choose \"Save to favorites\".\n\n")
	for _, f := range favourites {
		fmt.Fprintf(&b, "  %s/favourites/%s\n      %s\n", base, f.File, f.Name)
	}
	return []byte(b.String()), nil
}

func address(base string, r *http.Request) string {
	if base != "" {
		return base
	}
	return "http://" + r.Host
}

func send(w http.ResponseWriter, kind string, text []byte, err error) {
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", kind+"; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.Write(text)
}

// allowAll adds the headers without which a browser keeps the answer from a page of another origin; the last one is
// for pages that do not come from this machine.
func allowAll(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Access-Control-Allow-Origin", "*")
		w.Header().Set("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS")
		w.Header().Set("Access-Control-Allow-Headers", "*")
		w.Header().Set("Access-Control-Allow-Private-Network", "true")
		if r.Method == http.MethodOptions {
			w.WriteHeader(http.StatusNoContent)
			return
		}
		next.ServeHTTP(w, r)
	})
}
