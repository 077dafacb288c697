// Command build makes the handbook's site from Markdown, checks it, and shows
// it while it is written.
//
// Usage:
//
//	go run ./cmd/build [verb] [flags]
//
// It exits 0 if all is well; 1 if there are errors in the content, which are
// all printed, and nothing has been written; 2 if it was called wrongly or the
// disk or the network failed (which go run itself turns into 1).
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"regexp"
	"runtime/debug"
	"strings"
	"time"

	"rygghandboka/internal/build"
	"rygghandboka/internal/diag"
	"rygghandboka/internal/output"
	"rygghandboka/internal/source"
)

func main() {
	// The program runs for a moment and then ends, or waits for a save: memory up
	// to a limit is cheaper than collecting garbage. Worth a tenth of the time, and
	// almost half at 10,000 pages, which need some 410 MB for as long as the build
	// lasts: a limit close to that has the collector run all the time.
	debug.SetGCPercent(400)
	debug.SetMemoryLimit(560 << 20)

	os.Exit(run(context.Background(), os.Args[1:], os.Stdout, os.Stderr))
}

// The exit codes.
const (
	fine     = 0
	problems = 1 // in the content
	failure  = 2 // of usage, disk or network
)

// A command is one call of the program.
type command struct {
	verb           func(*command, context.Context) (diag.List, error)
	src, out       string
	addr, editor   string
	format         string
	args           []string // after the verb
	all, diff      bool
	open           bool
	precompress    bool
	options        build.Options
	printed        bool // the verb has printed a report of its own
	tree           func(folder string) (tree, error)
	stdout, stderr io.Writer
}

// A tree is the input tree, open.
type tree interface {
	fs.FS
	io.Closer
}

func openTree(folder string) (tree, error) { return source.Open(folder) }

// verbs says what each verb does, in the order in which help lists them.
var verbs = []struct {
	name, help string
	run        func(*command, context.Context) (diag.List, error)
}{
	{"build", "write the site to the output folder (the default)", (*command).build},
	{"pdf", "write the site, and each handout as a PDF file too; needs Chromium", (*command).pdf},
	{"check", "find all problems and write nothing", (*command).check},
	{"serve", "show the site in a browser, and build it anew after each save", (*command).serve},
	{"new", "write the files of a new page: new exercise wall-sit", (*command).new},
	{"translations", "list how far each page is translated", (*command).translations},
	{"confirm", "note that pages say the same in all languages: confirm exercises/plank#steps …", (*command).confirm},
	{"schemas", "write the JSON Schemas with which editors complete keys", (*command).schemas},
	{"links", "list the links that lead out of the handbook", (*command).links},
	{"publish", "note the addresses of all pages as published, never to be lost", (*command).publish},
	{"readability", "list how easy each page and section is to read", (*command).readability},
}

// run is the whole program. It returns the exit code.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	c, err := parse(args, stdout, stderr)
	if errors.Is(err, flag.ErrHelp) {
		return fine
	}
	if err != nil {
		fmt.Fprintln(stderr, "build:", diag.Visible(err.Error()))
		return failure
	}
	return c.run(ctx)
}

// run does what the command says, and prints what came of it.
func (c *command) run(ctx context.Context) int {
	probs, err := c.verb(c, ctx)
	if err == nil && !c.printed {
		err = c.print(probs)
	}
	switch {
	case err != nil:
		fmt.Fprintln(c.stderr, "build:", diag.Visible(err.Error()))
		return failure
	case probs.Errors() > 0:
		return problems
	}
	return fine
}

// parse reads the arguments. Flags may stand before and after the verb.
func parse(args []string, stdout, stderr io.Writer) (*command, error) {
	c := &command{tree: openTree, stdout: stdout, stderr: stderr}
	var base, date string
	flags := flag.NewFlagSet("build", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.StringVar(&c.src, "src", ".", "the folder that holds content/, layouts/ and static/")
	flags.StringVar(&c.out, "out", "public", "the folder to write the site to")
	flags.StringVar(&base, "base", "https://rygghandboka.example/", "the address at which the site is published")
	flags.StringVar(&date, "date", "", "today's date, YYYY-MM-DD (default: the clock's)")
	flags.StringVar(&c.format, "format", "text", "how problems are printed: text or json")
	flags.BoolVar(&c.all, "all", false, "confirm all pages")
	flags.BoolVar(&c.diff, "diff", false, "translations also shows what has changed")
	flags.BoolVar(&c.options.Share, "share", false, "build and pdf also draw the picture that is shown beside a link to a page")
	flags.BoolVar(&c.open, "open", false, "serve also opens the site in a browser")
	flags.BoolVar(&c.precompress, "precompress", false, "build and pdf also write each text FILE compressed, as FILE.br and FILE.gz")
	flags.StringVar(&c.addr, "addr", "127.0.0.1:1313", "where serve listens")
	flags.StringVar(&c.editor, "editor", "vscode://file{path}:{line}:{column}", "the address with which serve opens a file in an editor")

	var words []string
	for rest := args; ; {
		if err := flags.Parse(rest); err != nil {
			if errors.Is(err, flag.ErrHelp) {
				usage(stdout, flags)
				return nil, err
			}
			return nil, fmt.Errorf("%w (-h lists the flags)", err)
		}
		if flags.NArg() == 0 {
			break
		}
		words, rest = append(words, flags.Arg(0)), flags.Args()[1:]
	}
	if len(words) == 0 {
		words = []string{verbs[0].name}
	}
	for _, v := range verbs {
		if v.name == words[0] {
			c.verb = v.run
		}
	}
	if c.args = words[1:]; c.verb == nil || len(c.args) > 0 && words[0] != "confirm" && words[0] != "new" {
		return nil, fmt.Errorf("unknown arguments %q (-h lists the verbs)", words)
	}
	if c.all && words[0] != "confirm" || c.diff && words[0] != "translations" || c.open && words[0] != "serve" {
		return nil, fmt.Errorf("-all is for confirm, -diff for translations and -open for serve, not for %s", words[0])
	}
	if c.options.Share && words[0] != "build" && words[0] != "pdf" {
		return nil, fmt.Errorf("-share is for build and pdf, not for %s", words[0])
	}
	if c.precompress && words[0] != "build" && words[0] != "pdf" {
		return nil, fmt.Errorf("-precompress is for build and pdf, not for %s", words[0])
	}
	return c, c.settle(base, date)
}

// basePath is what may stand after the host of the site: the same in a link, in
// a file's path and in the sitemap, so nothing that is escaped in one of them.
var basePath = regexp.MustCompile(`^(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*/?$`)

// settle checks the flags' values.
func (c *command) settle(base, date string) error {
	if c.format != "text" && c.format != "json" {
		return fmt.Errorf("-format is text or json, not %q", c.format)
	}
	u, err := url.Parse(base)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || u.RawQuery != "" || u.Fragment != "" || !basePath.MatchString(u.EscapedPath()) {
		return fmt.Errorf("-base is an address such as https://example.org/ or https://example.org/handbook/, not %q", base)
	}
	u.Path = strings.TrimSuffix(u.Path, "/") + "/"
	today := time.Now()
	if date != "" {
		if today, err = time.Parse(time.DateOnly, date); err != nil {
			return fmt.Errorf("-date is a day such as 2026-03-12, not %q", date)
		}
	}
	c.options.Base, c.options.Today = u, time.Date(today.Year(), today.Month(), today.Day(), 0, 0, 0, 0, time.UTC)
	if info, err := os.Stat(c.src); err != nil || !info.IsDir() {
		return fmt.Errorf("-src %s is not a folder", c.src)
	}
	return nil
}

func usage(w io.Writer, flags *flag.FlagSet) {
	fmt.Fprintln(w, "usage: build [verb] [flags]\n\nverbs:")
	for _, v := range verbs {
		fmt.Fprintf(w, "  %-12s %s\n", v.name, v.help)
	}
	fmt.Fprintln(w, "\nflags:")
	flags.SetOutput(w)
	flags.PrintDefaults()
}

// print prints problems in the format asked for.
func (c *command) print(probs diag.List) error {
	if c.format == "json" {
		return probs.PrintJSON(c.stdout)
	}
	return probs.Print(c.stdout)
}

// site builds the site in memory, whatever is wrong with its sources.
func (c *command) site() (*build.Result, error) {
	tree, err := c.tree(c.src)
	if err != nil {
		return nil, err
	}
	defer tree.Close()
	return new(build.Builder).Build(tree, c.options)
}

// soundSite builds the site for a verb that needs all of it. If there are errors in the
// sources it returns them, and no site.
func (c *command) soundSite() (*build.Result, diag.List, error) {
	r, err := c.site()
	if err != nil {
		return nil, nil, err
	}
	if r.Problems.Errors() > 0 {
		return nil, r.Problems, nil
	}
	return r, nil, nil
}

// check builds and prints the site in memory.
func (c *command) check(ctx context.Context) (diag.List, error) {
	c.options.Weigh = true
	r, err := c.site()
	if err != nil {
		return nil, err
	}
	return append(r.Problems, r.Print(ctx)...), nil
}

// build builds the site and writes it to the output folder.
func (c *command) build(ctx context.Context) (diag.List, error) {
	out, err := output.Folder(c.src, c.out, source.Dirs)
	if err != nil {
		return nil, err
	}
	start := time.Now()
	c.options.Weigh = c.precompress // which takes longer
	r, probs, err := c.soundSite()
	if r == nil {
		return probs, err
	}
	if c.options.PDF {
		if probs, err := c.addPDFs(ctx, r); err != nil || probs.Errors() > 0 {
			return probs, err
		}
	}
	report, probs, err := output.Write(out, r.Outputs, output.Options{Today: c.options.Today, Precompress: c.precompress})
	for _, p := range report.Lost {
		fmt.Fprintf(c.stderr, "%s should have stayed in %s for readers of older pages, but is gone or changed there\n", p, c.out)
	}
	probs = append(r.Problems, r.Locate(probs)...)
	if err == nil && probs.Errors() == 0 && c.format == "text" {
		fmt.Fprintf(c.stderr, "%d pages, %d files in %s, %d ms\n", r.Pages, len(r.Outputs), c.out, time.Since(start).Milliseconds())
	}
	return probs, err
}
