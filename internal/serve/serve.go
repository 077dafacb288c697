// Package serve shows the site while it is written: from memory, built anew
// after each save, with the browser told to reload.
//
// Its law: what is served is the last site that could be built, and its bytes are
// those of a build, but for one script tag. Translations that do not agree do not
// stop it: whoever writes in one language wants to see it. A page is printed when it is asked
// for.
//
// It answers GET and HEAD for paths that the build made, and nothing else; and
// only if the request names this machine as its host, so that no page elsewhere
// can read it through a name that it made point here.
package serve

import (
	"bytes"
	"context"
	_ "embed"
	"errors"
	"fmt"
	"io"
	"mime"
	"net"
	"net/http"
	"path"
	"strings"
	"sync"
	"time"

	"rygghandboka/internal/build"
	"rygghandboka/internal/diag"
	"rygghandboka/internal/render"
)

// A Server serves the last good site.
type Server struct {
	log io.Writer

	mu      sync.Mutex
	version int64 // of the site that is served; never used by another run of the program
	outputs map[string]render.Output
	locate  func(diag.List) diag.List
	probs   diag.List // of the last build
	changed chan struct{}
}

// New returns a server that has nothing to serve yet, and logs to log.
func New(log io.Writer) *Server {
	return &Server{log: log, version: time.Now().UnixMilli(), changed: make(chan struct{})}
}

// Show takes over the result of a build. Browsers are told.
func (s *Server) Show(r *build.Result) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.probs = r.Problems
	if r.Outputs != nil {
		s.version++
		s.locate = r.Locate
		s.outputs = make(map[string]render.Output, len(r.Outputs))
		for _, o := range r.Outputs {
			s.outputs[o.Path] = o
		}
	}
	close(s.changed)
	s.changed = make(chan struct{})
}

// Run answers requests that come in on ln, until ctx ends.
func (s *Server) Run(ctx context.Context, ln net.Listener) error {
	server := &http.Server{
		Handler:           s,
		ReadHeaderTimeout: 5 * time.Second,
		MaxHeaderBytes:    64 << 10,
		BaseContext:       func(net.Listener) context.Context { return ctx },
	}
	stopped := context.AfterFunc(ctx, func() { server.Close() })
	defer stopped()
	if err := server.Serve(ln); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// ServeHTTP answers one request.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	switch {
	case !Local(hostOf(r.Host)):
		http.Error(w, "this host name is not served", http.StatusForbidden)
		return
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "only GET and HEAD are served", http.StatusMethodNotAllowed)
		return
	}
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Cross-Origin-Resource-Policy", "same-origin")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	switch r.URL.Path {
	case "/_serve/reload.js":
		script(w, reloadScript)
	case "/_serve/worker.js":
		script(w, workerScript)
	case "/_serve/events":
		s.events(w, r)
	default:
		s.page(w, r)
	}
}

func hostOf(address string) string {
	if name, _, err := net.SplitHostPort(address); err == nil {
		return name
	}
	return strings.Trim(address, "[]")
}

// Local reports whether a host's name or number is that of this machine to
// itself, and to nobody else.
func Local(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || strings.HasSuffix(host, ".localhost") || ip != nil && ip.IsLoopback()
}

//go:embed reload.js
var reloadScript []byte

//go:embed worker.js
var workerScript []byte

func script(w http.ResponseWriter, text []byte) {
	w.Header().Set("Content-Type", "text/javascript; charset=utf-8")
	w.Write(text)
}

// reloadTag is what a page is served with. It says which site it is of.
func reloadTag(version int64) string {
	return fmt.Sprintf(`<script src="/_serve/reload.js" data-version="%d" defer></script>`, version)
}

func (s *Server) page(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	name := strings.TrimPrefix(r.URL.Path, "/")
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	o, ok := s.outputs[name]
	_, folder := s.outputs[name+"/index.html"]
	missing, hasMissing := s.outputs["404.html"]
	probs, locate, tag := s.probs, s.locate, reloadTag(s.version)
	s.mu.Unlock()

	status := http.StatusOK
	switch {
	case ok:
	case folder:
		http.Redirect(w, r, "/"+name+"/", http.StatusFound)
		return
	case hasMissing:
		o, status, name = missing, http.StatusNotFound, "404.html"
	default:
		// No build has succeeded yet. The page waits for one.
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.WriteHeader(http.StatusServiceUnavailable)
		io.WriteString(w, "<!doctype html><title>…</title>"+tag)
		return
	}
	data, found := o.Print()
	if len(found) > 0 {
		var text strings.Builder
		locate(append(found, probs...)).Print(&text)
		http.Error(w, text.String(), http.StatusInternalServerError)
		return
	}
	kind := mime.TypeByExtension(path.Ext(name))
	if strings.HasPrefix(kind, "text/html") {
		data = bytes.Replace(data, []byte("</body>"), []byte(tag+"</body>"), 1)
	}
	w.Header().Set("Content-Type", kind)
	w.Header().Set("Content-Length", fmt.Sprint(len(data)))
	w.WriteHeader(status)
	if r.Method == http.MethodGet {
		w.Write(data)
	}
}
