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
	"rygghandboka/internal/translation"
	"rygghandboka/internal/watch"
)

// quiet is how long after the last event of a save the site is built. Editors
// write a file in several steps, and the first event often finds it empty.
const quiet = 12 * time.Millisecond

// patience is how long a build waits for a file that is empty or still growing.
const patience = 60 * time.Millisecond

const defaultEditor = "vscode://file{path}:{line}:{column}"

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
	f.StringVar(&v.editor, "editor", defaultEditor, "the `ADDRESS` that opens a file in an editor")
}

func (v *serveVerb) run(ctx context.Context, c console, _ []string) (diag.List, error) {
	limitMemory()
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()
	ln, err := listen(v.addr)
	if err != nil {
		return nil, err
	}
	defer ln.Close()
	report := func(err error) { fmt.Fprintln(c.stderr, "serve:", diag.Visible(err.Error())) }
	changes, err := watch.Tree(ctx, string(v.src), source.Dirs, quiet, report)
	if err != nil {
		return nil, err
	}
	p, err := v.preview(ctx, c, &url.URL{Scheme: "http", Host: ln.Addr().String(), Path: "/"})
	if err != nil {
		return nil, err
	}
	if _, err := p.rebuild(); err != nil {
		return nil, err
	}
	p.announce()
	if v.open {
		if err := openBrowser(ctx, p.options.Base.String()); err != nil {
			report(err)
		}
	}
	go p.follow(ctx, changes, report)
	return nil, p.server.Run(ctx, ln)
}

// limitMemory has memory collected sooner than for one build: serve runs for hours, and
// keeps two sites for a moment after each save.
func limitMemory() {
	debug.SetGCPercent(150)
	debug.SetMemoryLimit(math.MaxInt64)
}

// listen listens at an address of this machine.
func listen(addr string) (net.Listener, error) {
	if host, _, err := net.SplitHostPort(addr); err != nil || !serve.Local(host) {
		return nil, fmt.Errorf("-addr is an address of this machine, such as 127.0.0.1:1314, not %q", addr)
	}
	ln, err := net.Listen("tcp", addr)
	if errors.Is(err, syscall.EADDRINUSE) {
		return nil, fmt.Errorf("%s is in use: choose another address, such as -addr 127.0.0.1:1314", addr)
	}
	return ln, err
}

// preview returns the preview of a site that is served at an address. Nothing has been
// built yet.
func (v *serveVerb) preview(ctx context.Context, c console, base *url.URL) (*preview, error) {
	root, err := filepath.Abs(string(v.src))
	if err != nil {
		return nil, err
	}
	o := v.options()
	o.Base = base
	o.Preview = true
	return &preview{
		console: c,
		src:     string(v.src),
		options: o,
		server: serve.New(c.stderr, serve.Options{
			Editor:  v.editor,
			Root:    filepath.ToSlash(root),
			Confirm: v.confirm(c),
			By:      gitUser(ctx, root),
		}),
		builder: &build.Builder{Source: source.Reader{Patience: patience}},
	}, nil
}

// confirm returns what notes that somebody has compared the texts of a proposal.
func (v *serveVerb) confirm(c console) func(translation.Proposal, string) error {
	return func(p translation.Proposal, by string) error {
		stamp, err := translation.NewStamp(v.date.now(), by)
		if err != nil {
			return err
		}
		return c.note(string(v.src), []translation.Proposal{p}, stamp)
	}
}

// announce prints where the site is served.
func (p *preview) announce() {
	base := p.options.Base
	fmt.Fprintf(p.stderr, "%s%s/  (how far each page is translated)\n", base, path.Dir(render.TranslationsPath))
	fmt.Fprintf(p.stderr, "%s%s/  (all figures)\n", base, path.Dir(render.FiguresPath))
	fmt.Fprintf(p.stderr, "%s  (Ctrl-C ends it)\n", base)
}

// openBrowser opens an address in the browser of the system.
func openBrowser(ctx context.Context, address string) error {
	program := map[string]string{"darwin": "open", "windows": "explorer"}[runtime.GOOS]
	if err := exec.CommandContext(ctx, cmp.Or(program, "xdg-open"), address).Start(); err != nil {
		return fmt.Errorf("open %s yourself: %w", address, err)
	}
	return nil
}
