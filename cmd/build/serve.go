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

	"github.com/spf13/pflag"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/build"
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

// A serveVerb builds the site after each change and serves it until ctx ends.
type serveVerb struct {
	sources
	addr, editor string
	open         bool
}

func (v *serveVerb) flags(f *pflag.FlagSet) {
	v.sources.flags(f)
	f.StringVar(&v.addr, "addr", "127.0.0.1:1313", "the `ADDRESS` of this machine at which the site is served")
	f.BoolVar(&v.open, "open", false, "also open the site in a browser")
	f.StringVar(&v.editor, "editor", "vscode://file{path}:{line}:{column}", "the `ADDRESS` that opens a file in an editor")
}

func (v *serveVerb) run(ctx context.Context, c console, _ []string) (diag.List, error) {
	if host, _, err := net.SplitHostPort(v.addr); err != nil || !serve.Local(host) {
		return nil, fmt.Errorf("-addr is an address of this machine, such as 127.0.0.1:1314, not %q: serve is for nobody else", v.addr)
	}
	// It runs for hours, and keeps two sites for a moment after each save.
	debug.SetGCPercent(150)
	debug.SetMemoryLimit(math.MaxInt64)

	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()
	ln, err := net.Listen("tcp", v.addr)
	if errors.Is(err, syscall.EADDRINUSE) {
		return nil, fmt.Errorf("%s is taken: choose another with -addr, such as -addr 127.0.0.1:1314", v.addr)
	}
	if err != nil {
		return nil, err
	}
	defer ln.Close()
	o := v.options()
	o.Draft = true
	o.Base = &url.URL{Scheme: "http", Host: ln.Addr().String(), Path: "/"}
	report := func(err error) { fmt.Fprintln(c.stderr, "serve:", diag.Visible(err.Error())) }
	changes, err := watch.Tree(ctx, string(v.src), source.Dirs, quiet, report)
	if err != nil {
		return nil, err
	}
	root, err := filepath.Abs(string(v.src))
	if err != nil {
		return nil, err
	}
	p := &preview{
		console: c,
		src:     string(v.src),
		options: o,
		server:  serve.New(c.stderr, serve.Options{Editor: v.editor, Root: filepath.ToSlash(root)}),
		builder: &build.Builder{Source: source.Reader{Patience: patience}},
	}
	if _, err := p.rebuild(); err != nil {
		return nil, err
	}
	fmt.Fprintf(c.stderr, "%s%s  (how far each page is translated)\n", o.Base, path.Dir(render.TranslationsPath)+"/")
	fmt.Fprintf(c.stderr, "%s%s  (all figures)\n", o.Base, path.Dir(render.FiguresPath)+"/")
	fmt.Fprintf(c.stderr, "%s  (Ctrl-C ends it)\n", o.Base)
	if v.open {
		if err := openBrowser(ctx, o.Base.String()); err != nil {
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
