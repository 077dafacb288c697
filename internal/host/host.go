// Package host adds the files to a finished site that define how it is served and cached.
//
//	_headers          for hosts that read this file (Netlify, Cloudflare Pages)
//	_host/Caddyfile   for Caddy
//	_host/nginx.conf  for nginx, to include in a server block
//	LANG/worker.js    the service worker, which keeps the pages of a language for
//	                  reading without a network
//	speculation.json  which pages a browser may fetch before they are asked for
//
// Its law: all of it is derived from the files of the site as they are rendered. The
// Content-Security-Policy permits what the pages use and no more; a page that does
// what the site's policy forbids is a problem, since a browser would break it in
// silence; and a worker's list is of the files that exist.
//
// The files, each of which uses only those above it:
//
//	page.go         what a page asks of its policy
//	weight.go       pages that are too heavy
//	host.go         the files of a site, each examined once
//	speculation.go  speculation.json
//	headers.go      configurations of hosts
//	worker.go       the service worker
//	add.go          what is added to a site
package host

import (
	"crypto/sha256"
	"maps"
	"net/url"
	"path"
	"slices"
	"strings"
	"sync"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/public"
	"rygghandboka/internal/text/lang"
)

// Options are the settings of what is added.
type Options struct {
	Base      *url.URL
	Languages []lang.Lang
	Weigh     bool // refuse pages that are too heavy, which takes time to find out
}

// A survey is the files of a site.
type survey struct {
	Options
	files  []*file
	byPath map[string]*file
}

// newSurvey returns a survey that has examined no file yet.
func newSurvey(files []public.File, o Options) *survey {
	s := &survey{Options: o, byPath: map[string]*file{}}
	for _, f := range files {
		entry := &file{File: f, survey: s}
		entry.weight = sync.OnceValue(entry.weigh)
		s.files = append(s.files, entry)
		s.byPath[f.Path] = entry
	}
	return s
}

// A file is one file of the site. It may be rendered many times, by several goroutines,
// and is examined once: the findings do not change.
type file struct {
	public.File
	survey *survey

	once     sync.Once
	findings findings   // after once
	weight   func() int // of a style sheet
}

// findings are the results of examining a file.
type findings struct {
	sum      [sha256.Size]byte // all zero if the file cannot be rendered
	uses     uses              // of a page
	problems diag.List
}

// weigh returns the weight of a style sheet. Many pages have it, so it is computed once.
func (f *file) weigh() int {
	data, _ := f.File.Render()
	return public.Weight(data)
}

// render renders the file, and examines it if that has not been done.
func (f *file) render() ([]byte, diag.List) {
	data, probs, isFirst := f.examine()
	if !isFirst {
		data, probs = f.File.Render()
	}
	return data, slices.Concat(probs, f.findings.problems)
}

// examine renders and examines the file unless that has been done.
func (f *file) examine() (data []byte, probs diag.List, isFirst bool) {
	f.once.Do(func() {
		isFirst = true
		if data, probs = f.File.Render(); data != nil && probs.Errors() == 0 {
			f.findings = f.find(data)
		}
	})
	return data, probs, isFirst
}

// find returns the findings in data, the rendered file.
func (f *file) find(data []byte) findings {
	found := findings{sum: sha256.Sum256(data)}
	if path.Ext(f.Path) != ".html" {
		return found
	}
	r := read(data)
	found.uses = r.uses
	for _, fault := range r.faults {
		problem := diag.Errorf(f.Path, 0, "the page breaks its Content-Security-Policy: %s", fault)
		found.problems = append(found.problems, problem)
	}
	if f.survey.Weigh {
		found.problems = append(found.problems, tooHeavy(f.File, data, f.survey.styleWeight(r.styles))...)
	}
	return found
}

// styleWeight returns the weight of the style sheets at some addresses.
func (s *survey) styleWeight(addresses []string) (bytes int) {
	for _, address := range addresses {
		if f := s.byPath[strings.TrimPrefix(address, s.Base.Path)]; f != nil {
			bytes += f.weight()
		}
	}
	return bytes
}

// examined returns all files, each examined. The problems of those that cannot be
// rendered are reported when they are rendered for the output.
func (s *survey) examined() []*file {
	for _, f := range s.files {
		f.examine()
	}
	return s.files
}

// directives returns the directives that the pages need, sorted.
func (s *survey) directives() []string {
	all := uses{}
	for _, f := range s.examined() {
		maps.Copy(all, f.findings.uses)
	}
	return slices.Sorted(maps.Keys(all))
}

// immutableFolders returns the folders of the top level in which every file is immutable.
func (s *survey) immutableFolders() (names []string) {
	all := map[string]bool{}
	for _, f := range s.files {
		top, _, deep := strings.Cut(f.Path, "/")
		if !deep {
			continue
		}
		if former, known := all[top]; !known || former {
			all[top] = f.Immutable
		}
	}
	for name, immutable := range all {
		if immutable {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}
