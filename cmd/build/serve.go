package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"math"
	"net"
	"net/url"
	"os"
	"os/exec"
	"os/signal"
	"path"
	"path/filepath"
	"runtime"
	"runtime/debug"
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
const quiet = 12 * time.Millisecond

// patience is how long a build waits for a file that is empty or still growing.
const patience = 60 * time.Millisecond

// serve builds the site after each change and serves it until ctx ends.
func (c *command) serve(ctx context.Context) (diag.List, error) {
	if host, _, err := net.SplitHostPort(c.addr); err != nil || !serve.Local(host) {
		return nil, fmt.Errorf("-addr is an address of this machine, such as 127.0.0.1:1314, not %q: serve is for nobody else", c.addr)
	}
	// It runs for hours, and keeps two sites for a moment after each save.
	debug.SetGCPercent(150)
	debug.SetMemoryLimit(math.MaxInt64)

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
	report := func(err error) { fmt.Fprintln(c.stderr, "serve:", diag.Visible(err.Error())) }
	changes, err := watch.Tree(ctx, c.src, source.Dirs, quiet, report)
	if err != nil {
		return nil, err
	}
	root, err := filepath.Abs(c.src)
	if err != nil {
		return nil, err
	}
	p := &preview{command: c, server: serve.New(c.stderr, serve.Options{Editor: c.editor, Root: filepath.ToSlash(root)}), builder: &build.Builder{Source: source.Reader{Patience: patience}}}
	if _, err := p.rebuild(); err != nil {
		return nil, err
	}
	fmt.Fprintf(c.stderr, "%s%s  (how far each page is translated)\n", c.options.Base, path.Dir(render.TranslationsPath)+"/")
	fmt.Fprintf(c.stderr, "%s%s  (all figures)\n", c.options.Base, path.Dir(render.FiguresPath)+"/")
	fmt.Fprintf(c.stderr, "%s  (Ctrl-C ends it)\n", c.options.Base)
	if c.open {
		if err := openBrowser(ctx, c.options.Base.String()); err != nil {
			report(err)
		}
	}
	go p.follow(ctx, changes, report)
	return nil, p.server.Run(ctx, ln)
}

// openBrowser opens an address in the browser of the system.
func openBrowser(ctx context.Context, address string) error {
	program := map[string]string{"darwin": "open", "windows": "explorer"}[runtime.GOOS]
	if err := exec.CommandContext(ctx, cmp.Or(program, "xdg-open"), address).Start(); err != nil {
		return fmt.Errorf("open %s yourself: %w", address, err)
	}
	return nil
}
