package main

import (
	"bytes"
	"net"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
)

// published is the handbook as build wrote it, served by a host that obeys the file
// _headers and does nothing else.
type published struct {
	t       testing.TB
	dir     string
	address string // http://127.0.0.1:1234/
	server  *http.Server

	mu    sync.Mutex
	rules []headerRule
	asked []string                                      // the paths of all requests
	fault func(http.ResponseWriter, *http.Request) bool // answers in the place of the site, or not
}

type headerRule struct {
	pattern string
	headers [][2]string
}

// publish builds the handbook and serves it.
func publish(t testing.TB) *published {
	t.Helper()
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	p := &published{t: t, dir: t.TempDir(), address: "http://" + ln.Addr().String() + "/"}
	p.build(repository)
	p.server = &http.Server{Handler: p}
	go p.server.Serve(ln)
	t.Cleanup(func() { p.server.Close() })
	return p
}

// build writes the site in src to the folder that is served.
func (p *published) build(src string) {
	p.t.Helper()
	var log bytes.Buffer
	args := []string{"build", "-src", src, "-out", p.dir, "-base", p.address}
	if code := run(p.t.Context(), args, &log, &log); code != fine {
		p.t.Fatalf("build exits %d: %s", code, &log)
	}
	text, err := os.ReadFile(filepath.Join(p.dir, "_headers"))
	if err != nil {
		p.t.Fatal(err)
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.rules = nil
	for line := range strings.Lines(string(text)) {
		if name, value, isHeader := strings.Cut(strings.TrimSpace(line), ": "); isHeader && line[0] == ' ' {
			last := &p.rules[len(p.rules)-1]
			last.headers = append(last.headers, [2]string{name, value})
		} else {
			p.rules = append(p.rules, headerRule{pattern: strings.TrimSpace(line)})
		}
	}
}

func (p *published) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	p.mu.Lock()
	p.asked = append(p.asked, r.URL.Path)
	for _, rule := range p.rules {
		prefix, isPrefix := strings.CutSuffix(rule.pattern, "*")
		if r.URL.Path != rule.pattern && (!isPrefix || !strings.HasPrefix(r.URL.Path, prefix)) {
			continue
		}
		for _, h := range rule.headers {
			w.Header().Add(h[0], h[1])
		}
	}
	w.Header().Add("Vary", "Accept") // as some hosts do
	fault := p.fault
	p.mu.Unlock()
	if fault != nil && fault(w, r) {
		return
	}
	name := filepath.Join(p.dir, filepath.FromSlash(path.Clean(r.URL.Path)))
	if info, err := os.Stat(name); err != nil || info.IsDir() && !strings.HasSuffix(r.URL.Path, "/") {
		missing, _ := os.ReadFile(filepath.Join(p.dir, "404.html"))
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.WriteHeader(http.StatusNotFound)
		w.Write(missing)
		return
	}
	http.ServeFile(w, r, name)
}

// fail has requests answered by somebody else.
func (p *published) fail(fault func(http.ResponseWriter, *http.Request) bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.fault = fault
}

// requests returns the paths that have been asked for since the last call.
func (p *published) requests() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	asked := p.asked
	p.asked = nil
	return asked
}

// pages returns the addresses of all pages, below the site's own, sorted.
func (p *published) pages() (all []string) {
	p.t.Helper()
	err := filepath.WalkDir(p.dir, func(name string, d os.DirEntry, err error) error {
		if err == nil && filepath.Ext(name) == ".html" {
			rel, _ := filepath.Rel(p.dir, name)
			all = append(all, strings.TrimSuffix(filepath.ToSlash(rel), "index.html"))
		}
		return err
	})
	if err != nil {
		p.t.Fatal(err)
	}
	slices.Sort(all)
	return all
}
