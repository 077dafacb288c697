// Package host adds to a finished site what says how it is to be served and kept.
//
//	_headers          for hosts that read this file (Netlify, Cloudflare Pages)
//	_host/Caddyfile   for Caddy
//	_host/nginx.conf  for nginx, to include in a server block
//	LANG/worker.js    the service worker, which keeps the pages of a language for
//	                  reading without a network
//	speculation.json  which pages a browser may fetch before they are asked for
//
// Its law: all of it is read off the files of the site as they are printed. The
// Content-Security-Policy names what the pages use and no more; a page that does
// what the site's policy forbids is a problem, since a browser would break it in
// silence; and a worker's list is of the files that are there.
package host

import (
	"crypto/sha256"
	"net/url"
	"path"
	"slices"
	"strings"
	"sync"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/public"
	"rygghandboka/internal/text/lang"
)

// Options say what to add to a site.
type Options struct {
	Base      *url.URL
	Languages []lang.Lang
	Weigh     bool // refuse pages that are too heavy, which takes time to find out
}

// Add returns the outputs of a site and the files that this package adds to them.
// Those look at the others: what has not been printed when they are is printed for
// them.
func Add(outputs []public.File, o Options) []public.File {
	s := &survey{Options: o, byPath: map[string]*file{}}
	all := make([]public.File, 0, len(outputs)+8)
	for _, o := range outputs {
		f := &file{File: o, survey: s}
		f.weight = sync.OnceValue(f.weigh)
		s.files = append(s.files, f)
		s.byPath[o.Path] = f
		o.Render = f.render
		all = append(all, o)
	}
	for _, l := range o.Languages {
		all = append(all, public.File{Path: public.WorkerPath(l), Render: func() ([]byte, diag.List) { return s.worker(l) }})
	}
	return append(all,
		public.File{Path: "_headers", Render: s.headers},
		public.File{Path: "_host/Caddyfile", Render: s.caddy},
		public.File{Path: "_host/nginx.conf", Render: s.nginx},
		public.File{Path: speculationPath, Render: s.speculation},
	)
}

// A survey knows the files of a site.
type survey struct {
	Options
	files  []*file
	byPath map[string]*file
}

// A file is one file of the site. It may be printed many times, by several goroutines, and
// is looked at once: what was seen does not change.
type file struct {
	public.File
	survey *survey

	once   sync.Once
	seen   sight      // after once
	weight func() int // of a style sheet
}

// A sight is what a file looks like.
type sight struct {
	sum      [sha256.Size]byte // all zero if the file cannot be printed
	asks     uses              // of a page
	problems diag.List
}

// render renders the file, and looks at it if nobody has.
func (f *file) render() ([]byte, diag.List) {
	data, probs, isFirst := f.look()
	if !isFirst {
		data, probs = f.File.Render()
	}
	return data, slices.Concat(probs, f.seen.problems)
}

// look prints and sees the file if nobody has yet.
func (f *file) look() (data []byte, probs diag.List, isFirst bool) {
	f.once.Do(func() {
		isFirst = true
		if data, probs = f.File.Render(); data != nil && probs.Errors() == 0 {
			f.seen = f.see(data)
		}
	})
	return data, probs, isFirst
}

// see returns what data, which is the file printed, looks like.
func (f *file) see(data []byte) sight {
	seen := sight{sum: sha256.Sum256(data)}
	if path.Ext(f.Path) != ".html" {
		return seen
	}
	r := read(data)
	seen.asks = r.asks
	for _, what := range r.faults {
		seen.problems = append(seen.problems, diag.Errorf(f.Path, 0, "the page breaks its Content-Security-Policy: %s", what))
	}
	if f.survey.Weigh {
		seen.problems = append(seen.problems, f.tooHeavy(data, r.styles)...)
	}
	return seen
}

// look returns all files, each looked at. The problems of those that cannot be
// printed are found by who prints them.
func (s *survey) look() []*file {
	for _, f := range s.files {
		f.look()
	}
	return s.files
}

// asked returns the directives that the pages need, sorted.
func (s *survey) asked() (names []string) {
	all := uses{}
	for _, f := range s.look() {
		for name := range f.seen.asks {
			all[name] = true
		}
	}
	for name := range all {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// folders returns the folders of the top level of which every file has the property.
func (s *survey) folders(has func(*file) bool) (names []string) {
	all := map[string]bool{}
	for _, f := range s.files {
		if top, _, deep := strings.Cut(f.Path, "/"); deep {
			if former, known := all[top]; !known || former {
				all[top] = has(f)
			}
		}
	}
	for name, holds := range all {
		if holds {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}
