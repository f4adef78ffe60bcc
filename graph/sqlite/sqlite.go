// Package sqlite is the embedded store: one SQLite file, in pure Go, readable with any SQLite tool.
//
// A write is one transaction that starts with BEGIN IMMEDIATE: SQLite's lock on the file is the store's write lock,
// between goroutines and between processes. The file is in WAL mode, so questions are answered while somebody loads;
// synchronous is FULL: one fsync per batch costs little, and what a run has reported survives a power cut. Beside the file stands
// its write-ahead log, up to 64 MB and the batch under way, until the last process closes the store.
// The file carries an application id and a schema version; a file of another program or of a newer version is refused
// untouched. The statements stand in package queries (schema, read, upsert and the named questions).
package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"sync"
	"time"

	_ "modernc.org/sqlite" // the driver named "sqlite"

	"mithaq/graph"
)

// Options change how a store works; the zero value is right for users.
type Options struct {
	// Busy is how long a write waits for another process that writes; zero means a minute.
	Busy time.Duration
	// ReadOnly opens an existing file without changing it: every write fails with [ErrReadOnly].
	ReadOnly bool
	// Clock gives the time for LoadedAt; nil means time.Now.
	Clock func() time.Time
	// Fault is called at named points inside a write; an error makes the write fail there. For tests.
	Fault func(point string) error
}

// Store is a graph in one SQLite file.
type Store struct {
	path  string
	world graph.World
	opts  Options

	mu    sync.Mutex // one writing goroutine; guards conn and stmts
	write *sql.DB
	conn  *sql.Conn
	stmts map[string]*sql.Stmt

	read *sql.DB // several connections that cannot write
}

var _ graph.Store = (*Store)(nil)

// What callers can test for.
var (
	ErrForeign  = errors.New("the file is not a store of this program")
	ErrNewer    = errors.New("the store was written by a newer version")
	ErrOlder    = errors.New("the store was written by an older version")
	ErrReadOnly = errors.New("the store cannot be written")
	ErrLocked   = errors.New("another process is writing to the store")
	ErrFull     = errors.New("no space left for the store")
	ErrDamaged  = errors.New("the store is damaged")
)

// Open opens the store in a file and creates it if the file does not exist or is empty.
func Open(ctx context.Context, path string, world graph.World, opts Options) (*Store, error) {
	if opts.Busy == 0 {
		opts.Busy = time.Minute
	}
	if opts.Clock == nil {
		opts.Clock = time.Now
	}
	if err := checkPath(path, opts.ReadOnly); err != nil {
		return nil, fmt.Errorf("open store %s: %w", path, err)
	}
	s := &Store{path: path, world: world, opts: opts, stmts: map[string]*sql.Stmt{}}
	if err := s.open(ctx); err != nil {
		return nil, errors.Join(fmt.Errorf("open store %s: %w", path, explain(err)), s.Close())
	}
	return s, nil
}

func (s *Store) open(ctx context.Context) error {
	var err error
	if s.write, err = sql.Open("sqlite", s.source(s.opts.ReadOnly)); err != nil {
		return err
	}
	s.write.SetMaxOpenConns(1)
	if s.conn, err = s.write.Conn(ctx); err != nil {
		return err
	}
	if err := s.prepareSchema(ctx); err != nil {
		return err
	}
	if s.read, err = sql.Open("sqlite", s.source(true)); err != nil {
		return err
	}
	s.read.SetMaxOpenConns(4)
	return s.read.PingContext(ctx)
}

// Close ends the work with the file. The last process that closes it also folds the write-ahead log into it.
func (s *Store) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	var errs []error
	for _, stmt := range s.stmts {
		errs = append(errs, stmt.Close())
	}
	s.stmts = nil
	if s.read != nil {
		errs = append(errs, s.read.Close())
	}
	if s.conn != nil {
		errs = append(errs, s.conn.Close())
		s.conn = nil
	}
	if s.write != nil {
		errs = append(errs, s.write.Close())
	}
	if err := errors.Join(errs...); err != nil {
		return fmt.Errorf("close store %s: %w", s.path, err)
	}
	return nil
}

// fail gives an error of the database its operation, its file and what the user can do.
func (s *Store) fail(operation string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s %s: %w", operation, s.path, explain(err))
}
