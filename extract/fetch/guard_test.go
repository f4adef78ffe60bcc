package fetch

import (
	"net/http"
	"net/netip"
	"strings"
	"testing"
)

func TestIsPrivate(t *testing.T) {
	ranges := inside()
	for address, want := range map[string]bool{
		"127.0.0.1": true, "127.8.9.10": true, "0.0.0.0": true, "10.1.2.3": true, "172.16.0.1": true, "172.31.255.255": true, "192.168.1.1": true,
		"169.254.169.254": true, "100.64.0.1": true, "100.100.100.200": true, "192.0.0.192": true, "198.18.0.1": true, "224.0.0.1": true,
		"255.255.255.255": true, "240.0.0.1": true, "203.0.113.7": true,
		"::": true, "::1": true, "::ffff:127.0.0.1": true, "::ffff:10.0.0.1": true, "::127.0.0.1": true, "fe80::1": true, "fe80::1%eth0": true,
		"fc00::1": true, "fd00:ec2::254": true, "fec0::1": true, "ff02::1": true, "2001:db8::1": true, "2001::1": true,
		"64:ff9b::7f00:1": true, "64:ff9b::a00:1": true, "64:ff9b:1::1": true, "2002:7f00:1::": true, "2002:c0a8:101::1": true,
		"8.8.8.8": false, "1.1.1.1": false, "172.15.0.1": false, "172.32.0.1": false, "100.128.0.1": false, "193.0.0.1": false,
		"2606:4700::1111": false, "::ffff:8.8.8.8": false, "64:ff9b::808:808": false, "2002:808:808::1": false,
	} {
		if got := isPrivate(netip.MustParseAddr(address), ranges); got != want {
			t.Errorf("%s: private %v, want %v", address, got, want)
		}
	}
	if !isPrivate(netip.Addr{}, ranges) {
		t.Error("no address at all is let through")
	}
}

// TestGuard connects to this machine under many names: none gets through, unless it is asked for.
func TestGuard(t *testing.T) {
	s := serve(t, func(http.ResponseWriter, *http.Request) {})
	_, port, _ := strings.Cut(strings.TrimPrefix(s.URL, "http://"), ":")
	none := func(netip.AddrPort) bool { return false }
	for _, host := range []string{"127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "0.0.0.0"} {
		address := "http://" + host + ":" + port + "/"
		newBench(t, Options{pass: none}).fails(t, address, ErrPrivate, "(give --allow-private if you mean it)")
		if host == "0.0.0.0" {
			continue // whether it leads here hangs on the machine
		}
		if _, err := newBench(t, Options{AllowPrivate: true}).Get(t.Context(), address, Condition{}); err != nil {
			t.Errorf("%s, allowed: %v", host, err)
		}
	}
}

// TestRedirectInside sends a program from a server that it may ask to one inside of the network.
func TestRedirectInside(t *testing.T) {
	asked := false
	hidden := serve(t, func(http.ResponseWriter, *http.Request) { asked = true })
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, hidden.URL+"/admin", http.StatusFound)
	})
	newBench(t, Options{}, s).fails(t, s.URL, ErrPrivate, "redirected to", hidden.URL)
	if asked {
		t.Error("the server inside was asked")
	}
}

// TestLoginStays is not given to a host to which another one leads.
func TestLoginStays(t *testing.T) {
	var logins []string
	note := func(r *http.Request) { user, _, _ := r.BasicAuth(); logins = append(logins, r.URL.Path+" "+user) }
	other := serve(t, func(_ http.ResponseWriter, r *http.Request) { note(r) })
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		note(r)
		to := "/second"
		if r.URL.Path == to {
			to = strings.Replace(other.URL, "://", "://evil:word@", 1) + "/third"
		}
		http.Redirect(w, r, to, http.StatusFound)
	})
	p, err := newBench(t, Options{}, s, other).Get(t.Context(), strings.Replace(s.URL, "://", "://reader:"+secret+"@", 1)+"/first", Condition{})
	if err != nil || p.URL != other.URL+"/third" {
		t.Errorf("%+v, %v", p, err)
	}
	if got := strings.Join(logins, ", "); got != "/first reader, /second reader, /third " {
		t.Errorf("logins %q", got)
	}
}
