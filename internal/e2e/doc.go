// Package e2e runs the program as users do: it builds the binary once, loads articles with it into the embedded store and into
// a real Neo4j, and holds what its commands print against what the seed article says and against the README.
//
// Everything is in the test files.
package e2e
