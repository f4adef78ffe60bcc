// Package browsertest looks at the graph as users do: it opens the real Neo4j Browser of a real server in a real Chromium, runs
// a question and reads the captions out of the drawn SVG.
//
//	go test ./internal/browsertest -screenshot graph.png    saves the picture as well
//
// Everything is in the test files, so that no other package can come to depend on the browser's driver.
package browsertest
