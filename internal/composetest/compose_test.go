package composetest

import (
	"maps"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"mithaq/queries/browser"
)

// root is the folder of the project, seen from the tests.
const root = "../.."

// composeFile is the part of docker-compose.yml that the tests look at.
type composeFile struct {
	Services map[string]service
	Volumes  map[string]any
}

type service struct {
	Image       string
	Build       string
	Command     words
	Restart     string
	Ports       []string
	Environment map[string]string
	Volumes     []string
	Profiles    []string
	DependsOn   map[string]struct{ Condition string } `yaml:"depends_on"`
	Healthcheck struct {
		Test        []string
		Interval    string
		Timeout     string
		Retries     int
		StartPeriod string `yaml:"start_period"`
	}
}

// words is a command as a list, or as a string whose words it is.
type words []string

func (w *words) UnmarshalYAML(n *yaml.Node) error {
	if n.Kind != yaml.ScalarNode {
		return n.Decode((*[]string)(w))
	}
	*w = strings.Fields(n.Value)
	return nil
}

func read(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(root, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func compose(t *testing.T) composeFile {
	t.Helper()
	var c composeFile
	if err := yaml.Unmarshal([]byte(read(t, "docker-compose.yml")), &c); err != nil {
		t.Fatalf("read docker-compose.yml: %v", err)
	}
	return c
}

func TestNeo4jService(t *testing.T) {
	c := compose(t)
	neo4j := c.Services["neo4j"]
	if neo4j.Image != "neo4j:5.26-community" {
		t.Errorf("image %q: the Browser of other releases breaks Arabic captions", neo4j.Image)
	}
	for _, port := range []string{"127.0.0.1:7474:7474", "127.0.0.1:7687:7687"} {
		if !slices.Contains(neo4j.Ports, port) {
			t.Errorf("port %s is not open", port)
		}
	}
	h := neo4j.Healthcheck
	if len(h.Test) < 2 || h.Test[0] != "CMD" || h.Interval == "" || h.Timeout == "" || h.Retries == 0 || h.StartPeriod == "" {
		t.Errorf("incomplete health check: %+v", h)
	}
	if !slices.ContainsFunc(neo4j.Volumes, func(v string) bool { return strings.HasSuffix(v, ":/data") }) {
		t.Errorf("the data has no volume: %v", neo4j.Volumes)
	}
	for _, v := range neo4j.Volumes {
		name, _, _ := strings.Cut(v, ":")
		if _, ok := c.Volumes[name]; !ok {
			t.Errorf("volume %s is not declared", name)
		}
	}
}

func TestPortsAreLoopback(t *testing.T) {
	for name, s := range compose(t).Services {
		for _, port := range s.Ports {
			if !strings.HasPrefix(port, "127.0.0.1:") {
				t.Errorf("service %s opens %s to other machines", name, port)
			}
		}
	}
}

// required is how a value may use the password: no default, and a sentence for people who have not set it.
var required = regexp.MustCompile(`\$\{NEO4J_PASSWORD:\?([^}]+)\}`)

func TestNoPassword(t *testing.T) {
	for name, s := range compose(t).Services {
		for key, value := range s.Environment {
			if !strings.Contains(key, "AUTH") && !strings.Contains(key, "PASSWORD") {
				continue
			}
			m := required.FindStringSubmatch(value)
			if m == nil || !strings.HasSuffix(m[1], ".") {
				t.Errorf("service %s: %s does not refuse an empty password with a sentence: %q", name, key, value)
			}
			if rest := strings.TrimPrefix(required.ReplaceAllString(value, ""), "neo4j/"); rest != "" {
				t.Errorf("service %s: %s holds more than the variable: %q", name, key, rest)
			}
		}
	}
	if used, checked := strings.Count(read(t, "docker-compose.yml"), "${NEO4J_PASSWORD"), 3; used != checked {
		t.Errorf("the password is used %d times, %d were checked", used, checked)
	}
	if !regexp.MustCompile(`(?m)^NEO4J_PASSWORD=$`).MatchString(read(t, ".env.example")) {
		t.Error(".env.example does not show an empty NEO4J_PASSWORD")
	}
	if !slices.Contains(strings.Fields(read(t, ".gitignore")), ".env") {
		t.Error("git does not ignore .env")
	}
}

func TestMithaqService(t *testing.T) {
	c := compose(t)
	m := c.Services["mithaq"]
	if m.Build != "." || m.Environment["MITHAQ_STORE"] != "bolt://neo4j:7687" || m.Environment["NEO4J_USERNAME"] != "neo4j" {
		t.Errorf("service mithaq does not run this program on the server: %+v", m)
	}
	if m.DependsOn["neo4j"].Condition != "service_healthy" {
		t.Error("service mithaq does not wait for the server")
	}
	if !slices.Contains(m.Volumes, "${MITHAQ_ARTICLES:-./articles}:/articles:ro") {
		t.Errorf("no folder /articles: %v", m.Volumes)
	}
	if !slices.Contains(m.Profiles, "tools") {
		t.Error("docker compose up starts mithaq without arguments")
	}
}

// TestWatchService looks at the service that keeps the graph up to date: it is there only if it is asked for, works on the same
// server and folder as mithaq, and comes back after a failure.
func TestWatchService(t *testing.T) {
	c := compose(t)
	m, w := c.Services["mithaq"], c.Services["watch"]
	if want := (words{"watch", "--every", "${MITHAQ_EVERY:-5m}", "${MITHAQ_WATCH:-/articles}"}); !slices.Equal(w.Command, want) {
		t.Errorf("it runs %q, want %q", w.Command, want)
	}
	if !slices.Equal(w.Profiles, []string{"watch"}) || w.Restart != "unless-stopped" || w.Build != m.Build {
		t.Errorf("service watch: %+v", w)
	}
	if !maps.Equal(w.Environment, m.Environment) || !slices.Equal(w.Volumes, m.Volumes) || w.DependsOn["neo4j"] != m.DependsOn["neo4j"] {
		t.Errorf("it works on something else than mithaq: %+v", w)
	}
}

// TestBrowserSettings asks the handler of `mithaq browse` for what the settings of Browser load.
func TestBrowserSettings(t *testing.T) {
	c := compose(t)
	env := c.Services["neo4j"].Environment
	hosts := strings.Split(env["NEO4J_browser_remote__content__hostname__whitelist"], ",")
	commands := strings.Split(env["NEO4J_browser_post__connect__cmd"], "; ")
	if len(commands) != 2 {
		t.Fatalf("commands of Browser: %q", commands)
	}
	for i, verb := range []string{"style", "play"} {
		name, address, _ := strings.Cut(commands[i], " ")
		u, err := url.Parse(address)
		if err != nil || name != verb {
			t.Errorf("command %q, want %s URL", commands[i], verb)
			continue
		}
		if !slices.Contains(hosts, u.Hostname()) {
			t.Errorf("Browser may not load from %s", u.Hostname())
		}
		if !slices.Contains(c.Services["browse"].Ports, u.Host+":"+u.Port()) {
			t.Errorf("nothing is served at %s: %v", u.Host, c.Services["browse"].Ports)
		}
		w := httptest.NewRecorder()
		browser.Handler("").ServeHTTP(w, httptest.NewRequest(http.MethodGet, address, nil))
		if w.Code != http.StatusOK {
			t.Errorf("mithaq browse answers %s with %d", address, w.Code)
		}
	}
	if want := []string{"browse", "--address", "0.0.0.0:7478"}; !slices.Equal(c.Services["browse"].Command, want) {
		t.Errorf("service browse runs %q, want %q", c.Services["browse"].Command, want)
	}
}
