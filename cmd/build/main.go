// Command build makes the handbook's site from Markdown, checks it, and shows
// it while it is written.
//
// Usage:
//
//	go run ./cmd/build [verb] [flags]
//
// Without a verb it builds. Each verb has flags of its own, which build help VERB lists;
// they may be before the verb or after it, and have one dash or two. build completion
// bash writes a script with which bash completes verbs, and flags with two dashes; zsh,
// fish and powershell have theirs.
//
// It exits 0 if all is well; 1 if there are errors in the content, which are
// all reported, and nothing has been written; 2 if it was called wrongly or the
// disk or the network failed (which go run itself turns into 1).
package main

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"os"
	"runtime/debug"

	"golang.org/x/term"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/build"
	"rygghandboka/internal/source"
)

func main() {
	// The program runs for a moment and then ends, or waits for a save: memory up to a limit is
	// cheaper than collecting garbage. More than twice what is in use costs memory and saves no
	// time at 1,000 pages. 10,000 pages need some 410 MB for as long as the build lasts, and a
	// limit of 560 had the collector take a third of the time.
	debug.SetGCPercent(200)
	debug.SetMemoryLimit(700 << 20)

	os.Exit(run(context.Background(), os.Args[1:], os.Stdout, os.Stderr))
}

// The exit codes.
const (
	fine     = 0
	problems = 1 // in the content
	failure  = 2 // of usage, disk or network
)

// run is the whole program. It returns the exit code.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	return console{openTree, os.Stdin, stdout, stderr}.run(ctx, args)
}

// A console is what a verb reads from and writes to.
type console struct {
	open           func(folder string) (tree, error)
	stdin          io.Reader
	stdout, stderr io.Writer
}

// isTerminal reports whether somebody is there, at the other end of what is read or written.
func isTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// A tree is the input tree, open.
type tree interface {
	fs.FS
	io.Closer
}

func openTree(folder string) (tree, error) { return source.Open(folder) }

// run runs the verb that the arguments name. It returns the exit code.
func (c console) run(ctx context.Context, args []string) int {
	found, err := c.execute(ctx, args)
	switch {
	case err != nil:
		fmt.Fprintln(c.stderr, "build:", diag.Visible(err.Error()))
		return failure
	case found.Errors() > 0:
		return problems
	}
	return fine
}

// site builds the site in memory, whatever is wrong with its sources.
func (c console) site(src string, o build.Options) (*build.Result, error) {
	return c.siteBy(new(build.Builder), src, o)
}

// siteBy is site with a builder that may have read the sources before.
func (c console) siteBy(b *build.Builder, src string, o build.Options) (*build.Result, error) {
	tree, err := c.open(src)
	if err != nil {
		return nil, err
	}
	defer tree.Close()
	return b.Build(tree, o)
}
