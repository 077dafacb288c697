package main

import (
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"time"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/build"
	"rygghandboka/internal/translation"
)

// writeApart writes our input tree of a corpus of n pages in a process of its own: Linux counts
// the memory of whoever starts a program as the program's, and confirming takes more than a build.
func writeApart(n int, dir string) error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	out, err := exec.Command(self, "-write", dir, "-pages", strconv.Itoa(n)).CombinedOutput()
	if err != nil {
		err = fmt.Errorf("%w\n%s", err, out)
	}
	return err
}

// writeSize writes our input tree of a corpus, with all of it confirmed.
func writeSize(pages, dir string) error {
	n, err := strconv.Atoi(pages)
	if err != nil {
		return fmt.Errorf("-write and -profile take one size of -pages: %w", err)
	}
	if err := newCorpus(n).writeOurs(dir); err != nil {
		return err
	}
	probs, err := confirm(dir, time.Now())
	if err == nil && len(probs) > 0 {
		err = fmt.Errorf("the corpus cannot be confirmed: %v", probs[0])
	}
	return err
}

// confirm confirms the whole corpus in a folder. The command does not do that at once: what
// is critical must be named.
func confirm(dir string, today time.Time) (diag.List, error) {
	o := build.Options{Base: &url.URL{Scheme: "https", Host: "example.org", Path: "/"}, Today: today}
	r, err := new(build.Builder).Build(os.DirFS(dir), o)
	if err != nil {
		return nil, err
	}
	proposals, probs, err := r.Propose(nil, true)
	if err != nil || probs.Errors() > 0 {
		return probs, err
	}
	lock := r.Confirm(proposals, translation.Stamp{}).Bytes()
	return nil, os.WriteFile(filepath.Join(dir, translation.LockPath), lock, 0o644)
}
