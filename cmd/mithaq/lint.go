package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"

	"github.com/spf13/cobra"

	"mithaq/extract/gazetteer"
	"mithaq/extract/lang"
	"mithaq/queries"
)

func newLintCmd(a *app) *cobra.Command {
	return &cobra.Command{
		Use: "lint [DIR|FILE]...", Short: "Check gazetteer, language packs, questions and corrections, or your own records",
		Long: `Lint checks the built-in gazetteer, the language packs and the questions, the records of --gazetteer and the corrections of
--overlay. With DIR it checks a folder of your own gazetteer records, with FILE a file of corrections. Every problem is one line:
file:line: what is wrong.`,
		RunE: func(_ *cobra.Command, paths []string) error { return a.lint(paths) },
	}
}

func (a *app) lint(paths []string) error {
	own := *a
	own.gazetteers, own.overlays = slices.Clone(a.gazetteers), slices.Clone(a.overlayFiles())
	for _, path := range paths {
		switch info, err := os.Stat(path); {
		case err != nil || !info.Mode().IsRegular():
			own.gazetteers = append(own.gazetteers, path)
		case !slices.ContainsFunc(own.overlays, func(o string) bool { return isFile(o, info) }): // the one beside the store is there already
			own.overlays = append(own.overlays, path)
		}
	}
	layers, err := own.layers()
	if err != nil {
		return err
	}
	problems := a.lintGazetteer(layers)
	if len(problems) == 0 { // else the names that the corrections speak of cannot be looked up
		more, err := own.lintOverlays(layers)
		if err != nil {
			return err
		}
		problems = append(problems, more...)
	}
	if len(paths) == 0 {
		more, err := lintBuiltin()
		if err != nil {
			return err
		}
		problems = append(problems, more...)
	}
	for _, p := range problems {
		if err := a.printf("%s\n", safe(p)); err != nil {
			return err
		}
	}
	if len(problems) > 0 {
		return fmt.Errorf("lint: %d problems", len(problems))
	}
	return a.printf("no problems\n")
}

func isFile(path string, info os.FileInfo) bool {
	other, err := os.Stat(path)
	return err == nil && os.SameFile(other, info)
}

// lintOverlays returns the problems of the corrections.
func (a *app) lintOverlays(layers []fs.FS) ([]string, error) {
	var ps gazetteer.Problems
	o, err := a.corrections()
	if err == nil && o != nil {
		_, err = o.Gazetteer(layers...)
	}
	if err != nil && !errors.As(err, &ps) {
		return nil, err
	}
	var out []string
	for _, p := range ps {
		out = append(out, p.String())
	}
	return out, nil
}

// lintGazetteer returns the problems of the records. With folders of the user, those of the built-in data are left to the tests.
func (a *app) lintGazetteer(layers []fs.FS) []string {
	own := map[string]bool{}
	for _, l := range layers {
		names, _ := fs.Glob(l, "*.jsonl")
		for _, n := range names {
			own[n] = true
		}
	}
	builtin := map[string]bool{}
	if len(layers) > 0 {
		for _, p := range gazetteer.Lint() {
			builtin[p.String()] = true
		}
	}
	var out []string
	for _, p := range gazetteer.Lint(layers...) {
		if !builtin[p.String()] {
			out = append(out, p.String())
		}
	}
	if len(layers) > 0 && len(own) == 0 {
		out = append(out, "no *.jsonl file in the folder: records are in states.jsonl, orgs.jsonl, leaders.jsonl, places.jsonl ...")
	}
	return out
}

// lintBuiltin returns the problems of the language packs and the questions.
func lintBuiltin() ([]string, error) {
	var out []string
	languages, err := lang.Languages()
	if err != nil {
		return nil, err
	}
	for _, l := range languages {
		if _, err := lang.Builtin(l); err != nil {
			out = append(out, err.Error())
		}
	}
	if _, err := queries.Questions(); err != nil {
		out = append(out, err.Error())
	}
	return out, nil
}

// mustExist refuses to make a new store where one is expected.
func (a *app) mustExist() error {
	if err := a.checkLocation(); err != nil {
		return err
	}
	where := a.location()
	if isURI(where) {
		return nil
	}
	if _, err := os.Stat(where); err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("open store %s: it does not exist: load articles first, or check --store", where)
		}
		return fmt.Errorf("open store: %w", err)
	}
	return nil
}
