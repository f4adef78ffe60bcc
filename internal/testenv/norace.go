//go:build !race

package testenv

// Race reports whether the race detector watches: all takes about ten times as long.
const Race = false
