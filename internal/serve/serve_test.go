package serve

import (
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"rygghandboka/internal/build"
	"rygghandboka/internal/diag"
	"rygghandboka/internal/render"
)

func result(outputs map[string]string, probs ...diag.Problem) *build.Result {
	r := &build.Result{Problems: probs}
	for path, data := range outputs {
		r.Outputs = append(r.Outputs, render.Output{Path: path, Print: func() ([]byte, diag.List) { return []byte(data), nil }})
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
		if w.Header().Get("Access-Control-Allow-Origin") != "" {
			t.Errorf("%s: other sites may read the answer", c.path)
		}
	}
}

func TestLastGoodSiteStays(t *testing.T) {
	s := New(io.Discard, Options{})
	s.Show(result(nil, diag.Errorf("f", 0, "broken")))
	if w := ask(s, "GET", "localhost", "/no/"); w.Code != http.StatusServiceUnavailable || !strings.Contains(w.Body.String(), "/_serve/live.js") {
		t.Errorf("before the first good build: %d %q", w.Code, w.Body)
	}
	s.Show(result(map[string]string{"no/index.html": "god"}))
	before, _ := s.state()
	s.Show(result(nil, diag.Errorf("f", 0, "broken")))
	if w := ask(s, "GET", "localhost", "/no/"); w.Body.String() != "god" {
		t.Errorf("%q", w.Body)
	}
	if now, _ := s.state(); now.Version != before.Version || len(now.Problems) != 1 || now.Problems[0].Message != "broken" || !now.Stopped {
		t.Errorf("%+v", now)
	}
}
