package main

import (
	"bytes"
	"os"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"mithaq/internal/neo4jtest"
)

// TestManyProcesses has four processes load overlapping parts into one store at once, kills one of them in the middle and runs it again.
// The graph is that of one load, and every process counts all that it was given.
func TestManyProcesses(t *testing.T) {
	lines := strings.SplitAfter(articles(240), "\n")[:240]
	single := store(t)
	single.feed(t, strings.Join(lines, ""), "load", "-").exits(exitDone)
	want := single.run(t, "export").exits(exitDone).out

	db := neo4jtest.Start(t, neo4jtest.Options{Auth: true})
	for name, e := range map[string]env{"sqlite": store(t), "neo4j": {"MITHAQ_STORE": db.URI(), "NEO4J_PASSWORD": db.Password()}} {
		t.Run(name, func(t *testing.T) {
			parts := [][]string{lines[:120], lines[60:180], lines[120:], append(append([]string{}, lines[200:]...), lines[:40]...)}
			var all sync.WaitGroup
			for i, part := range parts {
				all.Go(func() {
					input := strings.Join(part, "")
					if i == 0 {
						killed := e.process(t, "load", "-")
						killed.Stdin = strings.NewReader(input)
						if err := killed.Start(); err != nil {
							t.Error(err)
							return
						}
						time.Sleep(300 * time.Millisecond)
						killed.Process.Signal(os.Kill)
						killed.Wait()
					}
					cmd := e.process(t, "load", "-")
					var out bytes.Buffer
					cmd.Stdin, cmd.Stdout, cmd.Stderr = strings.NewReader(input), &out, &out
					if err := cmd.Run(); err != nil {
						t.Errorf("process %d: %v\n%s", i, err, out.String())
					}
					if n := len(part); !strings.Contains(out.String(), "articles: read "+strconv.Itoa(n)+",") {
						t.Errorf("process %d was given %d articles:\n%s", i, n, out.String())
					}
				})
			}
			all.Wait()
			same(t, "export", e.run(t, "export").exits(exitDone).out, want)
		})
	}
}
