// Package serve shows the site while it is written: from memory, rebuilt after each save, and
// the browser follows.
//
// What is served is the last preview that could be built, and its bytes are those of that
// build, but for one script tag. A preview has no policy in its pages, no hashes of styles and
// no service worker, so that an author sees each change at once. Translations that do not
// agree do not stop it: who writes in one language wants to see that language. A page is
// rendered when it is requested.
//
// It answers GET and HEAD for paths that the build made and for its own files below /_serve/,
// and one POST, which says that somebody has compared texts. It answers only if the request
// names this machine as its host and comes from no other site, so that no page elsewhere can
// read it.
//
//	request.go  which requests are answered, and how
//	events.go   what browsers receive after each build
//	author.go   facts of a page for its author
//	compare.go  what is not confirmed yet, and its confirmation
//	client/     what runs in the browser
package serve

import (
	"context"
	"crypto/rand"
	"errors"
	"io"
	"net"
	"net/http"
	"sync"
	"time"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/public"
	"rygghandboka/internal/build"
	"rygghandboka/internal/site"
	"rygghandboka/internal/translation"
)

// A Server serves the last good site.
type Server struct {
	Options
	log   io.Writer
	token string // of this run, without which nothing is confirmed

	mu      sync.Mutex
	version int64 // of the site that is served; never used by another run of the program
	outputs map[string]public.File
	site    *build.Result          // the one that is served
	entries map[string]*site.Entry // by the path of the page's file
	files   map[string]string      // of the page at an output's path
	probs   diag.List              // of the last build
	late    diag.List              // found after the site was shown
	stopped bool                   // the last build made no site
	event   []byte                 // what browsers receive, or nil until it is encoded
	changed chan struct{}
}

// Options are how to serve.
type Options struct {
	// Editor is the address that opens a file in the author's editor, with {path},
	// {line} and {column} in it: vscode://file{path}:{line}:{column}.
	Editor string
	Root   string // the folder of the input tree, as an absolute path

	// Confirm notes that somebody has compared the texts of a proposal. If it is nil,
	// nobody can. The error is for who sent the name.
	Confirm func(p translation.Proposal, by string) error
	By      string // who is likely to: the name to begin with, perhaps ""
}

// New returns a server that has nothing to serve yet, and logs to log.
func New(log io.Writer, o Options) *Server {
	return &Server{
		Options: o,
		log:     log,
		token:   rand.Text(),
		version: time.Now().UnixMilli(),
		changed: make(chan struct{}),
	}
}

// Show serves the result of a build, and notifies browsers.
func (s *Server) Show(r *build.Result) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.probs, s.late, s.stopped = r.Problems, nil, r.Outputs == nil
	if r.Outputs != nil {
		s.version++
		s.site = r
		s.outputs = make(map[string]public.File, len(r.Outputs))
		s.entries, s.files = map[string]*site.Entry{}, map[string]string{}
		for _, o := range r.Outputs {
			s.outputs[o.Path] = o
			if o.Source != "" {
				s.files[o.Path] = o.Source
			}
		}
		for _, e := range r.Site.Entries {
			s.entries[e.Path] = e
		}
	}
	s.notify()
}

// Report adds the problems of the site that is shown, found after it was shown.
func (s *Server) Report(probs diag.List) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.late = probs
	s.notify()
}

// notify sends browsers the new state. The caller has the lock.
func (s *Server) notify() {
	s.event = nil
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
