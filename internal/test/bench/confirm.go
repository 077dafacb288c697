package main

import (
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"time"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/build"
	"rygghandboka/internal/translation"
)

// writeConfirmed writes our input tree of a corpus, with all of it confirmed.
func writeConfirmed(c *corpus, dir string) error {
	if err := c.writeOurs(dir); err != nil {
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
