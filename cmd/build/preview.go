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

// idle is how long after a save the pages that nobody looks at are rendered: those
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
	unsure  bool // layouts have changed since a site was shown
}

// follow builds the site after each change. In between it renders all pages, to
// find what is wrong with those that nobody looks at. A change ends that, and it
// begins anew with the site that is shown then.
func (p *preview) follow(ctx context.Context, changes <-chan struct{}, report func(error)) {
	var unrendered *build.Result
	for {
		rendering, stop := context.WithCancel(ctx)
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
				unrendered = r
			}
		case problems := <-p.render(rendering, unrendered):
			stop()
			unrendered = nil
			if len(problems) > 0 {
				p.server.Report(problems)
				problems.Print(p.stderr)
			}
		}
	}
}

// render renders the pages of a site, after a while, and sends what is wrong with
// them. It sends nothing if there is no site, or if ctx ends.
func (p *preview) render(ctx context.Context, r *build.Result) <-chan diag.List {
	if r == nil {
		return nil
	}
	found := make(chan diag.List, 1)
	go func() {
		defer func() {
			if fault := recover(); fault != nil {
				fmt.Fprintln(p.stderr, "serve:", internalError(fault))
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

// internalError returns the error of a fault of the program itself, with its trace.
func internalError(fault any) error {
	return fmt.Errorf("internal error: %v\n%s", fault, debug.Stack())
}

// rebuild builds the site and hands it to the server. It returns nil if nothing has
// changed. After a fault of the program itself the site before is still served.
func (p *preview) rebuild() (r *build.Result, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			p.unsure = true // what the build before has read is not known any more
			r, err = nil, internalError(fault)
		}
	}()
	start := time.Now()
	tree, err := p.open(p.src)
	if err != nil {
		return nil, err
	}
	defer tree.Close()
	r, err = p.builder.Build(tree, p.options)
	if err != nil || p.built && len(r.Changed) == 0 {
		return nil, err
	}
	r = p.show(r)
	if err := firstUnwritten(r.Problems).Print(p.stderr); err != nil {
		return nil, err
	}
	fmt.Fprintf(p.stderr, "%s  %d pages, %d ms%s\n",
		start.Format(time.TimeOnly), r.Pages, time.Since(start).Milliseconds(), changed(r.Changed))
	return r, nil
}

// show hands a result to the server, and returns what is shown of it. If layouts have
// changed it renders all pages before, so that a layout that fails on one of them does
// not take the place of a good site.
func (p *preview) show(r *build.Result) *build.Result {
	p.unsure = p.unsure || !p.built || slices.ContainsFunc(r.Changed, isLayout)
	p.built = true
	if p.unsure {
		if found := r.Render(context.Background()); found.Errors() > 0 {
			r = r.Failed(found)
		}
	}
	p.server.Show(r)
	p.unsure = p.unsure && r.Outputs == nil
	return r
}

// isLayout reports whether a file can break the rendering of pages.
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
