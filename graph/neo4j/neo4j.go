// Package neo4j keeps the graph in a Neo4j server, and is the only importer of its driver.
//
// A write is one managed transaction: the driver repeats it when a server restarts, a connection is lost or a deadlock is
// found, and a repeated transaction is harmless because the graph is a function of the claims. Its first statement
// sets a property of the store's own node (:MithaqStore): that is the write lock, for any number of writing
// processes, and it counts the writes so that an export notices when the graph changes under it.
//
// The statements stand in package queries. Each starts from a unique index; where a statement must name a label or a
// relationship type, the name comes from the tables of package graph and never from text.
package neo4j

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"slices"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/config"

	"mithaq/graph"
)

// Options change how a store works; the zero value is right for users.
type Options struct {
	// Retry is how long a transaction is repeated while the server is away or busy; zero means half a minute.
	Retry time.Duration
	// Timeout ends a transaction on the server, waiting for the write lock included; zero means ten minutes.
	Timeout time.Duration
	// Clock gives the time for LoadedAt; nil means time.Now.
	Clock func() time.Time
	// Fault is called at named points inside a write; an error makes the write fail there. For tests.
	Fault func(point string) error
}

// Auth is a login. Without a user there is none.
type Auth struct{ User, Password string }

// String hides the password from every printed form.
func (a Auth) String() string { return a.User + ":***" }

// GoString hides the password from %#v.
func (a Auth) GoString() string { return a.String() }

// Store is a graph in one database of a server.
type Store struct {
	address  string // for messages
	database string // empty means the user's home database
	world    graph.World
	opts     Options
	driver   driver.DriverWithContext
	texts    map[string]string // statements by file name, with names filled in
}

var _ graph.Store = (*Store)(nil)

// What callers can test for.
var (
	ErrAddress     = errors.New("the address of the server is wrong")
	ErrUnreachable = errors.New("the server does not answer")
	ErrLogin       = errors.New("the server refuses the login")
	ErrDatabase    = errors.New("the server has no such database")
	ErrReadOnly    = errors.New("the database cannot be written")
	ErrStopped     = errors.New("the database has stopped writing")
	ErrForeign     = errors.New("the database holds the graph of another program")
	ErrNewer       = errors.New("the database was written by a newer version")
	ErrOlder       = errors.New("the database was written by an older version")
	ErrGone        = errors.New("the database was emptied or replaced while it was open")
	ErrChanged     = errors.New("the graph was changed meanwhile")
	ErrNotRead     = errors.New("only statements that read are allowed here")
)

// Open connects to a database and makes constraints, indexes and the store's node if the database is empty.
func Open(ctx context.Context, uri string, auth Auth, database string, world graph.World, opts Options) (*Store, error) {
	address, err := checkAddress(uri)
	if err != nil {
		return nil, err
	}
	if opts.Retry == 0 {
		opts.Retry = 30 * time.Second
	}
	if opts.Timeout == 0 {
		opts.Timeout = 10 * time.Minute
	}
	if opts.Clock == nil {
		opts.Clock = time.Now
	}
	texts, err := statements()
	if err != nil {
		return nil, err
	}
	token := driver.NoAuth()
	if auth.User != "" {
		token = driver.BasicAuth(auth.User, auth.Password, "")
	}
	d, err := driver.NewDriverWithContext(uri, token, func(c *config.Config) {
		c.MaxTransactionRetryTime = opts.Retry
		c.SocketConnectTimeout = 5 * time.Second
		c.UserAgent = "mithaq"
		c.TelemetryDisabled = true
	})
	if err != nil {
		return nil, fmt.Errorf("open Neo4j at %s: %w: %w", address, ErrAddress, err)
	}
	s := &Store{address: address, database: database, world: world, opts: opts, driver: d, texts: texts}
	if err := s.prepare(ctx); err != nil {
		return nil, errors.Join(s.fail("open", err), s.Close())
	}
	return s, nil
}

// checkAddress returns the address as it may be shown.
func checkAddress(uri string) (string, error) {
	u, err := url.Parse(uri)
	if err != nil {
		return "", fmt.Errorf("open Neo4j: %w: want something like bolt://localhost:7687", ErrAddress) // err would repeat the text
	}
	shown := u.Scheme + "://" + u.Host
	switch {
	case u.User != nil:
		return "", fmt.Errorf("open Neo4j at %s: %w: a login does not belong there, give it in NEO4J_USERNAME and NEO4J_PASSWORD", shown, ErrAddress)
	case !slices.Contains([]string{"bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc"}, u.Scheme):
		return "", fmt.Errorf("open Neo4j at %s: %w: want bolt://, neo4j:// or their +s and +ssc forms", shown, ErrAddress)
	case u.Hostname() == "":
		return "", fmt.Errorf("open Neo4j at %s: %w: no host", shown, ErrAddress)
	}
	return shown, nil
}

// Close ends the connections.
func (s *Store) Close() error {
	if err := s.driver.Close(context.Background()); err != nil {
		return fmt.Errorf("close Neo4j at %s: %w", s.address, err)
	}
	return nil
}

// session opens a session on the store's database.
func (s *Store) session(ctx context.Context, mode driver.AccessMode) driver.SessionWithContext {
	return s.driver.NewSession(ctx, driver.SessionConfig{AccessMode: mode, DatabaseName: s.database})
}

// read runs a function in one reading transaction, repeated by the driver when that helps.
func (s *Store) read(ctx context.Context, do func(*tx) error) (err error) {
	session := s.session(ctx, driver.AccessModeRead)
	defer func() { err = errors.Join(err, session.Close(ctx)) }()
	_, err = session.ExecuteRead(ctx, func(t driver.ManagedTransaction) (any, error) {
		return nil, do(&tx{ctx: ctx, store: s, tx: t})
	}, driver.WithTxTimeout(s.opts.Timeout))
	return err
}
