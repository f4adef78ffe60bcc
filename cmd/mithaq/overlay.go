package main

import (
	"fmt"
	"os"
	"path/filepath"

	"mithaq/extract/overlay"
)

// corrections reads the corrections of the user; nil if there are none.
func (a *app) corrections() (*overlay.Overlay, error) {
	files := a.overlayFiles()
	if len(files) == 0 {
		return nil, nil
	}
	o, err := overlay.Open(files...)
	if err != nil {
		return nil, fmt.Errorf("read corrections: %w", err)
	}
	return o, nil
}

// overlayFiles returns where corrections stand: the flags, else the environment, else the file beside the embedded store.
func (a *app) overlayFiles() []string {
	if len(a.overlays) > 0 {
		return a.overlays
	}
	if list := a.getenv("MITHAQ_OVERLAY"); list != "" {
		return filepath.SplitList(list)
	}
	where := a.location()
	if isURI(where) {
		return nil
	}
	beside := filepath.Join(filepath.Dir(where), overlay.File)
	if info, err := os.Stat(beside); err != nil || !info.Mode().IsRegular() {
		return nil
	}
	return []string{beside}
}
