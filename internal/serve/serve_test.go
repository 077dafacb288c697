package serve

import (
	"bufio"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/public"
	"rygghandboka/internal/build"
	"rygghandboka/internal/site"
	"rygghandboka/internal/translation"
)

func result(outputs map[string]string, probs ...diag.Problem) *build.Result {
	r := &build.Result{Site: &site.Site{}, Problems: probs}
	for path, data := range outputs {
		r.Outputs = append(r.Outputs,
			public.File{Path: path, Render: func() ([]byte, diag.List) { return []byte(data), nil }})
	}
	return r
}

func ask(s *Server, method, host, path string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, "http://"+host+path, nil)
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w
}

func TestPaths(t *testing.T) {
	s := New(io.Discard, Options{})
	s.Show(result(map[string]string{
		"no/index.html": "<body>hjem</body>",
		"404.html":      "<body>ikke her</body>",
		"icon.svg":      "<svg/>",
	}))
	for _, c := range []struct {
		method, host, path string
		status             int
		body               string
	}{
		{"GET", "localhost:1313", "/no/", 200, "hjem"},
		{"GET", "127.0.0.1", "/no/index.html", 200, "/_serve/live.js"},
		{"GET", "[::1]:1313", "/icon.svg", 200, "<svg/>"},
		{"HEAD", "localhost", "/no/", 200, ""},
		{"GET", "localhost", "/no", 302, ""},
		{"GET", "localhost", "/nope/", 404, "ikke her"},
		{"GET", "localhost", "/../../etc/passwd", 404, "ikke her"},
		{"GET", "evil.example", "/no/", 403, "host"},
		{"GET", "127.0.0.1.evil.example", "/no/", 403, "host"},
		{"POST", "localhost", "/no/", 405, ""},
	} {
		w := ask(s, c.method, c.host, c.path)
		if w.Code != c.status || !strings.Contains(w.Body.String(), c.body) {
			t.Errorf("%s %s%s: %d %q, want %d %q", c.method, c.host, c.path, w.Code, w.Body, c.status, c.body)
		}
		if c.method == "HEAD" && w.Body.Len() > 0 {
			t.Errorf("HEAD has a body")
		}
		if w.Code != http.StatusForbidden && c.method != "POST" &&
			!strings.Contains(w.Header().Get("Content-Security-Policy"), "default-src 'none'") {
			t.Errorf("%s: no Content-Security-Policy", c.path)
		}
		if w.Header().Get("Access-Control-Allow-Origin") != "" {
			t.Errorf("%s: other sites may read the answer", c.path)
		}
	}
}

// Types do not depend on the system.
func TestTypes(t *testing.T) {
	for name, want := range map[string]string{
		"no/manifest.webmanifest": "application/manifest+json",
		"icon-192.png":            "image/png",
		"no/index.html":           "text/html; charset=utf-8",
	} {
		if got := typeOf(name); got != want {
			t.Errorf("%s is %q and not %q", name, got, want)
		}
	}
}

// A page elsewhere may link here, and read nothing.
func TestOtherSites(t *testing.T) {
	s := New(io.Discard, Options{})
	s.Show(result(map[string]string{"no/index.html": "<body>hjem</body>"}))
	for _, c := range []struct {
		site, mode string
		status     int
	}{
		{"same-origin", "cors", 200},
		{"none", "navigate", 200},
		{"cross-site", "navigate", 200},
		{"cross-site", "no-cors", 403},
		{"same-site", "cors", 403},
	} {
		r := httptest.NewRequest("GET", "http://localhost/no/", nil)
		r.Header.Set("Sec-Fetch-Site", c.site)
		r.Header.Set("Sec-Fetch-Mode", c.mode)
		w := httptest.NewRecorder()
		if s.ServeHTTP(w, r); w.Code != c.status {
			t.Errorf("%s, %s: %d, want %d", c.site, c.mode, w.Code, c.status)
		}
	}
}

// Only a page of this run of the server confirms, and only what it has shown.
func TestConfirm(t *testing.T) {
	confirmed := 0
	s := New(io.Discard, Options{Confirm: func(translation.Proposal, string) error {
		confirmed++
		return nil
	}})
	const body = `{"name": "index#", "seen": "0", "by": "Anna"}`
	for _, c := range []struct {
		method, token, site, origin, body string
		status                            int
	}{
		{"GET", s.token, "same-origin", "", body, http.StatusMethodNotAllowed},
		{"POST", "", "same-origin", "", body, http.StatusForbidden},
		{"POST", "x" + s.token, "same-origin", "", body, http.StatusForbidden},
		{"POST", s.token, "cross-site", "", body, http.StatusForbidden},
		{"POST", s.token, "none", "", body, http.StatusForbidden},
		{"POST", s.token, "", "http://evil.example", body, http.StatusForbidden},
		{"POST", s.token, "", "null", body, http.StatusForbidden},
		{"POST", s.token, "same-origin", "http://localhost", "{", http.StatusBadRequest},
		{"POST", s.token, "same-origin", "http://localhost", strings.Repeat(" ", 1<<17) + body, http.StatusBadRequest},
		{"POST", s.token, "same-origin", "http://localhost", body, http.StatusConflict},
	} {
		r := httptest.NewRequest(c.method, "http://localhost/_serve/confirm", strings.NewReader(c.body))
		r.Header.Set("X-Token", c.token)
		for name, value := range map[string]string{"Sec-Fetch-Site": c.site, "Origin": c.origin} {
			if value != "" {
				r.Header.Set(name, value)
			}
		}
		w := httptest.NewRecorder()
		if s.ServeHTTP(w, r); w.Code != c.status {
			t.Errorf("%+v: %d %s", c, w.Code, w.Body)
		}
	}
	if confirmed > 0 {
		t.Errorf("%d confirmed", confirmed)
	}
}

func TestLastGoodSiteStays(t *testing.T) {
	s := New(io.Discard, Options{})
	s.Show(result(nil, diag.Errorf("f", 0, "broken")))
	if w := ask(s, "GET", "localhost", "/no/"); w.Code != http.StatusServiceUnavailable ||
		!strings.Contains(w.Body.String(), "/_serve/live.js") {
		t.Errorf("before the first good build: %d %q", w.Code, w.Body)
	}
	s.Show(result(map[string]string{"no/index.html": "god"}))
	before := s.state()
	s.Show(result(nil, diag.Errorf("f", 0, "broken")))
	if w := ask(s, "GET", "localhost", "/no/"); w.Body.String() != "god" {
		t.Errorf("%q", w.Body)
	}
	if now := s.state(); now.Version != before.Version || len(now.Problems) != 1 ||
		now.Problems[0].Message != "broken" ||
		!now.Stopped {
		t.Errorf("%+v", now)
	}
}

// Browsers that do not read their events block nobody, and nothing is left
// of them.
func TestThousandBrowsers(t *testing.T) {
	const browsers, deaf = 1000, 50
	before := runtime.NumGoroutine()
	s := New(io.Discard, Options{})
	server := httptest.NewServer(s)
	last := diag.Errorf("f", 0, "the last: %s", strings.Repeat("long ", 20000)) // more than a socket takes in
	var notified sync.WaitGroup
	var conns []net.Conn
	for i := range browsers {
		c, err := net.Dial("tcp", server.Listener.Addr().String())
		if err != nil {
			t.Fatal(err)
		}
		conns = append(conns, c)
		io.WriteString(c, "GET /_serve/events HTTP/1.1\r\nHost: localhost\r\n\r\n")
		if i < deaf {
			continue
		}
		notified.Go(func() {
			lines := bufio.NewScanner(c)
			lines.Buffer(nil, 1<<20)
			for lines.Scan() {
				if strings.Contains(lines.Text(), "the last: ") {
					return
				}
			}
			t.Errorf("a browser was not notified: %v", lines.Err())
		})
	}
	for range 20 {
		s.Show(result(nil, diag.Errorf("f", 0, "not yet: %s", strings.Repeat("long ", 20000))))
	}
	s.Show(result(nil, last))
	start := time.Now()
	notified.Wait()
	t.Logf("%d browsers were notified in %v", browsers-deaf, time.Since(start))
	for _, c := range conns {
		c.Close()
	}
	server.CloseClientConnections()
	server.Close()
	for end := time.Now().Add(20 * time.Second); runtime.NumGoroutine() > before+5; {
		if time.Now().After(end) {
			t.Fatalf("%d goroutines are left of %d", runtime.NumGoroutine(), before)
		}
		runtime.Gosched()
	}
}
