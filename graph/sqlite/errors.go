package sqlite

import (
	"errors"
	"fmt"

	driver "modernc.org/sqlite"
)

// SQLite's primary result codes that users meet (https://sqlite.org/rescode.html).
const (
	codePerm     = 3
	codeBusy     = 5
	codeLocked   = 6
	codeReadOnly = 8
	codeIO       = 10
	codeCorrupt  = 11
	codeFull     = 13
	codeCantOpen = 14
	codeNotADB   = 26

	codeNoIndex = 10 | 19<<8 // no room for the index of the log, which every opening of the file needs
)

// explain adds to an error of the driver what it means for the user and what can be done.
func explain(err error) error {
	var e *driver.Error
	if !errors.As(err, &e) {
		return err
	}
	if e.Code() == codeNoIndex {
		return fmt.Errorf("%w: free some and try again (%w)", ErrFull, err)
	}
	switch e.Code() & 0xff { // the upper bits only detail the cause
	case codeBusy, codeLocked:
		return fmt.Errorf("%w: wait until it is done and try again (%w)", ErrLocked, err)
	case codeReadOnly, codePerm:
		return fmt.Errorf("%w: check the permissions of the file and its folder (%w)", ErrReadOnly, err)
	case codeFull:
		return fmt.Errorf("%w: free some and load again, nothing of this batch was written (%w)", ErrFull, err)
	case codeIO:
		return fmt.Errorf("the disk gave an error; nothing of this batch was written (%w)", err)
	case codeNotADB:
		return fmt.Errorf("%w: it is no SQLite file; give --store another file name (%w)", ErrForeign, err)
	case codeCorrupt:
		return fmt.Errorf("%w: restore it from a copy, or load the articles into a new file (%w)", ErrDamaged, err)
	case codeCantOpen:
		return fmt.Errorf("the file cannot be opened: check its folder and permissions (%w)", err)
	}
	return err
}
