package sqlite

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"

	"mithaq/queries"
)

const (
	applicationID = 0x4D495448 // "MITH", shown by file(1) and checked before anything is read
	schemaVersion = 5          // PRAGMA user_version; raised when a table changes
)

// checkpointPages is how many pages (64 MB) the write-ahead log gathers before they are written into the file. A batch changes pages all over
// the indexes; one that several batches changed is written once. With the 1,000 pages that are SQLite's own choice a load writes half as much again.
const checkpointPages = 16384

func checkPath(path string, readOnly bool) error {
	if path == "" {
		return errors.New("no file name given")
	}
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist) && readOnly:
		return fmt.Errorf("%w: load articles first, or check --store", fs.ErrNotExist)
	case errors.Is(err, fs.ErrNotExist):
		if _, err := os.Stat(filepath.Dir(path)); err != nil {
			return fmt.Errorf("its folder %s does not exist: create it, or check --store", filepath.Dir(path))
		}
		return nil
	case err != nil:
		return err
	case info.IsDir():
		return errors.New("it is a folder; the store is one file, for instance mithaq.db inside it")
	}
	return nil
}

// source is the driver's name of the file. What is set here holds for one connection and does not touch the file.
func (s *Store) source(readOnly bool) string {
	v := url.Values{"_pragma": {
		fmt.Sprintf("busy_timeout(%d)", s.opts.Busy.Milliseconds()),
		"foreign_keys(1)", "synchronous(FULL)", "temp_store(MEMORY)", fmt.Sprintf("wal_autocheckpoint(%d)", checkpointPages),
	}}
	cache := 24 // MB; the driver takes twice as much, since it rounds a page and its header up to a power of two
	if readOnly && !s.opts.ReadOnly {
		cache = 2 // several connections of a process that writes: they look up versions
	}
	v.Add("_pragma", fmt.Sprintf("cache_size(-%d)", cache<<10))
	if readOnly {
		v.Add("_pragma", "query_only(1)")
	}
	if s.opts.ReadOnly {
		v.Set("mode", "ro")
	}
	u := url.URL{Scheme: "file", Opaque: (&url.URL{Path: s.path}).EscapedPath(), RawQuery: v.Encode()}
	return u.String()
}

// prepareSchema looks whose file this is, and fills a new one.
func (s *Store) prepareSchema(ctx context.Context) error {
	version, err := s.inspect(ctx)
	switch {
	case err != nil || version == schemaVersion, version != 0 && s.opts.ReadOnly:
		return err
	case version != 0:
		return s.locked(ctx, s.migrate)
	}
	if s.opts.ReadOnly {
		return fmt.Errorf("%w: it is empty and opened for reading; load articles first", ErrReadOnly)
	}
	if err := s.exec(ctx, "PRAGMA journal_mode = WAL"); err != nil {
		return err
	}
	return s.locked(ctx, s.create)
}

// locked runs a change of the tables under the write lock.
func (s *Store) locked(ctx context.Context, change func(context.Context) error) error {
	if err := s.exec(ctx, "BEGIN IMMEDIATE"); err != nil {
		return err
	}
	if err := change(ctx); err != nil {
		return errors.Join(err, s.exec(context.WithoutCancel(ctx), "ROLLBACK"))
	}
	return s.exec(ctx, "COMMIT")
}

// inspect returns the version of the tables, 0 if the file is new, or an error if it is not ours.
func (s *Store) inspect(ctx context.Context) (version int64, err error) {
	var app, tables int64
	for query, into := range map[string]*int64{
		"PRAGMA application_id":              &app,
		"PRAGMA user_version":                &version,
		"SELECT count(*) FROM sqlite_schema": &tables,
	} {
		if err := s.conn.QueryRowContext(ctx, query).Scan(into); err != nil {
			return 0, err
		}
	}
	switch {
	case app == 0 && version == 0 && tables == 0:
		return 0, nil
	case app != applicationID:
		return 0, fmt.Errorf("%w (application id %#x, %d tables): give --store another file name", ErrForeign, uint32(app), tables)
	case version > schemaVersion:
		return 0, fmt.Errorf("%w (schema %d, this program knows %d): use the newer program", ErrNewer, version, schemaVersion)
	case version < oldestSchema:
		return 0, fmt.Errorf("%w (schema %d, this program needs %d): export its articles with the older program and load them into a new file",
			ErrOlder, version, schemaVersion)
	}
	return version, nil
}

func (s *Store) create(ctx context.Context) error {
	version, err := s.inspect(ctx) // again under the lock: another process may have been faster
	if err != nil || version != 0 {
		return err
	}
	names, err := queries.Statements("schema", ".sql")
	if err != nil {
		return err
	}
	for _, name := range names {
		statement, err := queries.Statement(name)
		if err != nil {
			return err
		}
		if err := s.exec(ctx, statement); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	if err := s.exec(ctx, fmt.Sprintf("PRAGMA application_id = %d", applicationID)); err != nil {
		return err
	}
	return s.exec(ctx, fmt.Sprintf("PRAGMA user_version = %d", schemaVersion))
}

func (s *Store) exec(ctx context.Context, statement string) error {
	_, err := s.conn.ExecContext(ctx, statement)
	return err
}
