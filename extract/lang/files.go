package lang

import (
	"fmt"
	"io/fs"
)

// Files returns the directory of a built-in language, for stages that read files of their own.
func Files(language string) (fs.FS, error) {
	if _, err := fs.Stat(builtin, language); err != nil {
		return nil, fmt.Errorf("open language %s: %w", language, err)
	}
	sub, err := fs.Sub(builtin, language)
	if err != nil {
		return nil, fmt.Errorf("open language %s: %w", language, err)
	}
	return sub, nil
}
