package fetch

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"time"
)

// Causes that callers may test with errors.Is.
var (
	ErrNotModified = errors.New("not modified") // no failure: the answer is still the one that is known
	ErrAddress     = errors.New("no address that can be fetched")
	ErrPrivate     = errors.New("address of a private network")
	ErrRobots      = errors.New("the site's robots.txt forbids it")
	ErrRedirects   = errors.New("too many redirects")
	ErrTooLarge    = errors.New("answer is too long")
	ErrStatus      = errors.New("server answers")
	ErrTimeout     = errors.New("server takes too long")
	ErrCut         = errors.New("answer ends in the middle")
	ErrBroken      = errors.New("answer is broken")
	ErrUnreachable = errors.New("server cannot be reached")
)

// Error says why an address was not fetched.
type Error struct {
	URL    string // without login
	Err    error
	Advice string // what the user can do
	Later  bool   // it may be otherwise the next time
}

// Error returns "address: cause (what to do)".
func (e *Error) Error() string {
	s := e.URL + ": " + e.Err.Error()
	if e.Advice != "" {
		s += " (" + e.Advice + ")"
	}
	return s
}

func (e *Error) Unwrap() error { return e.Err }

// explain tells what an error of the transport means.
func explain(err error) *Error {
	var known *Error
	if errors.As(err, &known) {
		return known
	}
	var network net.Error
	var name *net.DNSError
	switch {
	case errors.Is(err, context.DeadlineExceeded), errors.As(err, &network) && network.Timeout():
		return &Error{Err: ErrTimeout, Advice: "try again later, or give --timeout", Later: true}
	case errors.Is(err, ErrPrivate):
		if op := new(net.OpError); errors.As(err, &op) {
			err = op.Err // without the words of the dialer
		}
		return &Error{Err: err, Advice: "give --allow-private if you mean it"}
	case errors.As(err, &name) && name.IsNotFound:
		return &Error{Err: fmt.Errorf("%w: there is no host %q", ErrUnreachable, name.Name), Advice: "check the spelling of the address"}
	case isTLS(err):
		return &Error{Err: fmt.Errorf("%w: %w", ErrUnreachable, err), Advice: "it does not speak TLS, or its certificate is not to be trusted", Later: true}
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return &Error{Err: ErrCut, Advice: "try again", Later: true}
	}
	var op *net.OpError
	if errors.As(err, &op) && op.Op == "dial" {
		return &Error{Err: fmt.Errorf("%w: %w", ErrUnreachable, op.Err), Advice: "try again later", Later: true}
	}
	return &Error{Err: fmt.Errorf("%w: %w", ErrBroken, err), Advice: "try again later", Later: true}
}

func isTLS(err error) bool {
	var certificate *tls.CertificateVerificationError
	var record tls.RecordHeaderError
	var alert tls.AlertError
	var unknown x509.UnknownAuthorityError
	var host x509.HostnameError
	return errors.As(err, &certificate) || errors.As(err, &record) || errors.As(err, &alert) || errors.As(err, &unknown) || errors.As(err, &host)
}

// statusError tells what an answer without content means.
func statusError(status int, after time.Duration) *Error {
	e := &Error{Err: fmt.Errorf("%w %d %s", ErrStatus, status, http.StatusText(status))}
	switch {
	case status == http.StatusNotFound || status == http.StatusGone:
		e.Advice = "check the address; the page may have been taken away"
	case status == http.StatusUnauthorized || status == http.StatusForbidden || status == http.StatusUnavailableForLegalReasons:
		e.Advice = "it is not for everybody; save the page with a browser and load the file"
	case status == http.StatusTooManyRequests || status >= 500:
		e.Advice, e.Later = "try again later", true
		if after > 0 {
			e.Advice = fmt.Sprintf("it asks to come back in %s", after.Round(time.Second))
		}
	case status == http.StatusNotModified:
		e.Advice, e.Later = "nobody had asked whether it changed; try again later", true
	default:
		e.Advice = "check the address"
	}
	return e
}
