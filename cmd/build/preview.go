package main

import (
	"context"
	"fmt"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/build"
	"rygghandboka/internal/serve"
)

// idle is how long after a save the pages that nobody looks at are printed: those
// that somebody looks at come first.
const idle = 300 * time.Millisecond

// A preview is a site that is built after each save.
type preview struct {
	console
	src     string
	options build.Options
	server  *serve.Server
	builder *build.Builder
	built   bool // there has been a build
	relaid  bool // layouts have changed since a site was shown
}

// follow builds the site after each change. In between it prints all pages, to
// find what is wrong with those that nobody looks at. A change ends that, and it
// begins anew with the site that is shown then.
func (p *preview) follow(ctx context.Context, changes <-chan struct{}, report func(error)) {
	var unprinted *build.Result
	for {
		printing, stop := context.WithCancel(ctx)
		select {
		case _, more := <-changes:
			stop()
			if !more {
				return
			}
			switch r, err := p.rebuild(); {
			case err != nil:
				report(err) // a file may have gone while it was read; its event comes
			case r != nil:
				unprinted = r
			}
		case probs := <-p.print(printing, unprinted):
			stop()
			unprinted = nil
			if len(probs) > 0 {
				p.server.Report(probs)
				probs.Print(p.stderr)
			}
		}
	}
}

// print prints the pages of a site, after a while, and sends what is wrong with
// them. It sends nothing if there is no site, or if ctx ends.
func (p *preview) print(ctx context.Context, r *build.Result) <-chan diag.List {
	if r == nil {
		return nil
	}
	found := make(chan diag.List, 1)
	go func() {
		defer func() {
			if fault := recover(); fault != nil {
				fmt.Fprintf(p.stderr, "serve: this is a fault of the program: %v\n%s", fault, debug.Stack())
			}
		}()
		select {
		case <-time.After(idle):
			found <- r.Render(ctx)
		case <-ctx.Done():
		}
	}()
	return found
}

// rebuild builds the site and hands it to the server. If layouts have changed it
// prints all pages before, so that a layout that fails on one does not take the
// place of a good site. It returns nil if nothing has changed.
//
// A fault of the program itself is one line and its trace, and the site stays up.
func (p *preview) rebuild() (r *build.Result, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			p.relaid = true // what the build before has read is not known any more
			r, err = nil, fmt.Errorf("this is a fault of the program: %v\n%s", fault, debug.Stack())
		}
	}()
	start := time.Now()
	tree, err := p.open(p.src)
	if err != nil {
		return nil, err
	}
	defer tree.Close()
	if r, err = p.builder.Build(tree, p.options); err != nil {
		return nil, err
	}
	if p.built && len(r.Changed) == 0 {
		return nil, nil
	}
	p.relaid = p.relaid || !p.built || slices.ContainsFunc(r.Changed, isLayout)
	p.built = true
	if p.relaid {
		if found := r.Render(context.Background()); found.Errors() > 0 {
			r.Problems, r.Outputs = append(r.Problems, found...), nil
		}
	}
	p.server.Show(r)
	p.relaid = p.relaid && r.Outputs == nil
	if err := r.Problems.Print(p.stderr); err != nil {
		return nil, err
	}
	fmt.Fprintf(p.stderr, "%s  %d pages, %d ms%s\n", start.Format(time.TimeOnly), r.Pages, time.Since(start).Milliseconds(), changed(r.Changed))
	return r, nil
}

// isLayout reports whether a file can break the printing of pages.
func isLayout(file string) bool {
	return strings.HasPrefix(file, "layouts/") || strings.HasPrefix(file, "static/")
}

// changed names the first files of those that have changed.
func changed(files []string) string {
	const most = 3
	switch {
	case len(files) == 0:
		return ""
	case len(files) > most:
		return fmt.Sprintf("  %s and %d more", strings.Join(files[:most], ", "), len(files)-most)
	}
	return "  " + strings.Join(files, ", ")
}
