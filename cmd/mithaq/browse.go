package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"time"

	"github.com/spf13/cobra"

	"mithaq/queries/browser"
)

func newBrowseCmd(a *app) *cobra.Command {
	var address string
	cmd := &cobra.Command{
		Use: "browse", Short: "Serve style and guide for Neo4j Browser and say how to open the graph",
		Args: args(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error { return a.browse(cmd.Context(), address) },
	}
	cmd.Flags().StringVar(&address, "address", "127.0.0.1:7478", "HOST:PORT to listen on")
	return cmd
}

const browseText = `Style, guide and favourites for Neo4j Browser are at %[1]s (Ctrl-C ends).

1. Open http://localhost:7474/browser/ and connect to the graph (the address of your server, if it is another machine).
2. Type there, one after the other:

     %[2]s
     %[3]s

   English captions: %[4]s
`

// browse serves until the context ends.
func (a *app) browse(ctx context.Context, address string) error {
	if _, _, err := net.SplitHostPort(address); err != nil {
		return usagef("--address %q: want HOST:PORT", address)
	}
	l, err := net.Listen("tcp", address)
	if err != nil {
		return fmt.Errorf("browse: %w: is another mithaq browse running? --address HOST:PORT takes another port", err)
	}
	base := "http://" + reachable(l.Addr())
	lines := browser.Commands(base, "ar")
	if err := a.printf(browseText, base, lines[0], lines[1], browser.Commands(base, "en")[0]); err != nil {
		return errors.Join(err, l.Close())
	}
	// The base is left to each request: behind a published port it is another one than here.
	server := &http.Server{Handler: browser.Handler(""), ReadHeaderTimeout: 10 * time.Second}
	stopped := context.AfterFunc(ctx, func() {
		wait, cancel := context.WithTimeout(context.Background(), 2*time.Second)
		defer cancel()
		_ = server.Shutdown(wait)
	})
	defer stopped()
	if err := server.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("browse: %w", err)
	}
	return nil
}

// reachable is the address under which this machine reaches a listener on all of its own.
func reachable(addr net.Addr) string {
	tcp, ok := addr.(*net.TCPAddr)
	if !ok || !tcp.IP.IsUnspecified() {
		return addr.String()
	}
	return net.JoinHostPort("127.0.0.1", fmt.Sprint(tcp.Port))
}
