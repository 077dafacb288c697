package main

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"

	"net/url"

	"rygghandboka/internal/build"
)

// saveToServed returns the median time from a saved edit to the bytes of the
// edited page, as serve does it: a warm build, all pages printed once to find
// what layouts do wrong, and the page printed. Waiting for the editor to be done
// is not in it.
func saveToServed(dir string, c *corpus) (time.Duration, error) {
	o := build.Options{Base: &url.URL{Scheme: "http", Host: "localhost", Path: "/"}, Today: time.Now()}
	b := new(build.Builder)
	if _, err := b.Build(os.DirFS(dir), o); err != nil {
		return 0, err
	}
	var all []time.Duration
	for range 5 {
		if err := c.edit(dir); err != nil {
			return 0, err
		}
		start := time.Now()
		r, err := b.Build(os.DirFS(dir), o)
		if err != nil {
			return 0, err
		}
		if probs := r.Print(context.Background()); len(probs) > 0 {
			return 0, fmt.Errorf("%v", probs)
		}
		for _, out := range r.Outputs {
			if strings.HasSuffix(out.Path, "/side-0-om-ryggen/index.html") {
				if _, probs := out.Print(); len(probs) > 0 {
					return 0, fmt.Errorf("%v", probs)
				}
				break
			}
		}
		all = append(all, time.Since(start))
	}
	slices.Sort(all)
	return all[len(all)/2], nil
}
