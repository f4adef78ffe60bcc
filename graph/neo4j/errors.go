package neo4j

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"strings"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// fail gives an error its operation, the server's address and what the user can do. Messages of the driver and of the
// server never hold the password.
func (s *Store) fail(operation string, err error) error {
	if err == nil {
		return nil
	}
	where := s.address
	if s.database != "" {
		where += ", database " + s.database
	}
	return fmt.Errorf("%s Neo4j at %s: %w", operation, where, explain(err))
}

// hints say what an error code of the server means for the user. The first prefix that fits counts.
var hints = []struct {
	prefix string
	kind   error
	text   string
}{
	{"Neo.ClientError.Security.Unauthorized", ErrLogin, "check NEO4J_USERNAME and NEO4J_PASSWORD"},
	{"Neo.ClientError.Security.AuthenticationRateLimit", ErrLogin, "too many wrong passwords; wait some seconds, then check NEO4J_USERNAME and NEO4J_PASSWORD"},
	{"Neo.ClientError.Security.CredentialsExpired", ErrLogin, "the password has to be changed first, for instance in Neo4j Browser"},
	{"Neo.ClientError.Security.Forbidden", ErrReadOnly, "the user lacks the right; ask whoever runs the server"},
	{"Neo.ClientError.Database.DatabaseNotFound", ErrDatabase, "check NEO4J_DATABASE; the Community edition has one, named neo4j"},
	{"Neo.ClientError.General.ForbiddenOnReadOnlyDatabase", ErrReadOnly, "open it for writing on the server, or load into another"},
	{"Neo.ClientError.General.WriteOnReadOnlyAccessDatabase", ErrReadOnly, "open it for writing on the server, or load into another"},
	{"Neo.ClientError.Cluster.NotALeader", ErrReadOnly, "this member of the cluster only reads; use neo4j:// instead of bolt://"},
	{"Neo.ClientError.Statement.AccessMode", ErrNotRead, "use MATCH ... RETURN; the graph is changed by load, remove and refresh"},
	{"Neo.ClientError.Security.", ErrLogin, "check NEO4J_USERNAME and NEO4J_PASSWORD"},
	{"Neo.TransientError.General.MemoryPoolOutOfMemoryError", errMemory, "load smaller batches, or give the server more memory (dbms.memory.transaction.total.max)"},
	{"Neo.TransientError.General.OutOfMemoryError", errMemory, "give the server more memory"},
	{"Neo.ClientError.Transaction.TransactionTimedOut", errSlow, "try again when it has less to do"},
	{"Neo.ClientError.Transaction.LockClientStopped", errSlow, "another transaction holds what it needs, or the server stops; try again"},
	{"Neo.DatabaseError.Transaction.TransactionLogError", ErrStopped, "its disk is full or broken; nothing of this batch was written: make room, restart the server, and load again"},
	{"Neo.DatabaseError.Transaction.TransactionCommitFailed", ErrStopped, "look at the server's log, mostly its disk is full: make room, restart the server, and load again (what was written already stays as it is)"},
	{"Neo.DatabaseError.Transaction.TransactionStartFailed", ErrStopped, "look at the server's log, mostly its disk is full: make room, restart the server, and load again"},
	{"Neo.TransientError.Database.DatabaseUnavailable", ErrUnreachable, "the database is stopped or starting; look at the server's log (a full disk stops it too)"},
}

var (
	errMemory = errors.New("the server has too little memory for the transaction")
	errSlow   = errors.New("the transaction took too long")
)

func explain(err error) error {
	if e, ok := serverError(err); ok {
		for _, h := range hints {
			if strings.HasPrefix(e.Code, h.prefix) {
				return fmt.Errorf("%w: %s (%w)", h.kind, h.text, err)
			}
		}
		if strings.Contains(e.Msg, "read-only") || strings.Contains(e.Msg, "read only") {
			return fmt.Errorf("%w: open it for writing on the server, or load into another (%w)", ErrReadOnly, err)
		}
		return err
	}
	if unreachable(err) && !errors.Is(err, context.Canceled) {
		return fmt.Errorf("%w: start it (docker compose up -d), or check the address (%w)", ErrUnreachable, err)
	}
	return err
}

// serverError returns what the server said last, also when the driver gave up after repeating.
func serverError(err error) (*driver.Neo4jError, bool) {
	var e *driver.Neo4jError
	if errors.As(err, &e) {
		return e, true
	}
	var limit *driver.TransactionExecutionLimit
	if errors.As(err, &limit) {
		for i := len(limit.Errors) - 1; i >= 0; i-- {
			if errors.As(limit.Errors[i], &e) {
				return e, true
			}
		}
	}
	return nil, false
}

func unreachable(err error) bool {
	var limit *driver.TransactionExecutionLimit
	return broken(err) || errors.As(err, &limit)
}

// broken reports whether the connection was lost. The driver says so with an error of its own, but passes on as it is what a
// read met in the middle of an answer.
func broken(err error) bool {
	var connectivity *driver.ConnectivityError
	var network net.Error
	return errors.As(err, &connectivity) || errors.As(err, &network) && !network.Timeout() ||
		errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, net.ErrClosed)
}

// again reports whether a whole transaction that the driver does not repeat itself may succeed when repeated:
// a unique constraint that another writer was faster to satisfy, and a connection that was lost while it committed
// (whether it was written or not, writing it again is harmless).
func again(err error) bool {
	if e, ok := serverError(err); ok {
		return e.Code == "Neo.ClientError.Schema.ConstraintValidationFailed"
	}
	return broken(err)
}
