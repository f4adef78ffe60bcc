// Package overlay reads the corrections of users and applies them to what the program reads out of articles.
//
// A correction is one line of JSON: names that mean something else or nothing, mentions that are one thing or two, facts
// that are wrong or missing. It names articles and mentions, never ids of derived nodes, for these may change. Corrections are
// part of the program's fingerprint, and Apply is a pure function of one article's claims: whatever is loaded, in whatever order, has them.
// README.md is the reference of the format.
package overlay
