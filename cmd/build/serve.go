package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/url"
	"os"
	"os/signal"
	"path"
	"syscall"
	"time"

	"rygghandboka/internal/build"
	"rygghandboka/internal/diag"
	"rygghandboka/internal/render"
	"rygghandboka/internal/serve"
	"rygghandboka/internal/source"
	"rygghandboka/internal/watch"
)

// quiet is how long after the last event of a save the site is built. Editors
// write a file in several steps, and the first event often finds it empty.
const quiet = 15 * time.Millisecond

// serve builds the site after each change and serves it until ctx ends.
func (c *command) serve(ctx context.Context) (diag.List, error) {
	if host, _, err := net.SplitHostPort(c.addr); err != nil || !serve.Local(host) {
		return nil, fmt.Errorf("-addr is an address of this machine, such as 127.0.0.1:1314, not %q: serve is for nobody else", c.addr)
	}
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()
	ln, err := net.Listen("tcp", c.addr)
	if errors.Is(err, syscall.EADDRINUSE) {
		return nil, fmt.Errorf("%s is taken: choose another with -addr, such as -addr 127.0.0.1:1314", c.addr)
	}
	if err != nil {
		return nil, err
	}
	defer ln.Close()
	c.options.Draft = true
	c.options.Base = &url.URL{Scheme: "http", Host: ln.Addr().String(), Path: "/"}
	report := func(err error) { fmt.Fprintln(c.stderr, "watch:", err) }
	changes, err := watch.Tree(ctx, c.src, source.Dirs, quiet, report)
	if err != nil {
		return nil, err
	}
	server := serve.New(c.stderr)
	builder := new(build.Builder)
	if err := c.rebuild(server, builder); err != nil {
		return nil, err
	}
	fmt.Fprintf(c.stderr, "%s%s  (how far each page is translated)\n", c.options.Base, path.Dir(render.TranslationsPath)+"/")
	fmt.Fprintf(c.stderr, "%s  (Ctrl-C ends it)\n", c.options.Base)
	go func() {
		for range changes {
			if err := c.rebuild(server, builder); err != nil {
				report(err) // a file may have gone while it was read; its event comes
			}
		}
	}()
	return nil, server.Run(ctx, ln)
}

// rebuild builds the site and hands it to the server. It prints all pages, so
// that a layout that fails on one does not take the place of a good site.
func (c *command) rebuild(server *serve.Server, b *build.Builder) error {
	start := time.Now()
	r, err := b.Build(os.DirFS(c.src), c.options)
	if err != nil {
		return err
	}
	if found := r.Print(); found.Errors() > 0 {
		r.Problems, r.Outputs = append(r.Problems, found...), nil
	}
	server.Show(r)
	if err := r.Problems.Print(c.stderr); err != nil {
		return err
	}
	fmt.Fprintf(c.stderr, "%s  %d pages, %d ms\n", start.Format(time.TimeOnly), r.Pages, time.Since(start).Milliseconds())
	return nil
}
