package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"rygghandboka/internal/build"
	"rygghandboka/internal/diag"
	"rygghandboka/internal/rule"
)

// publish adds the addresses of all pages to those that have been published.
// From then on an address that leads nowhere is an error.
func (c *command) publish(context.Context) (diag.List, error) {
	r, err := new(build.Builder).Build(os.DirFS(c.src), c.options)
	if err != nil || r.Problems.Errors() > 0 {
		return r.Problems, err
	}
	file := filepath.Join(c.src, filepath.FromSlash(rule.PublishedPath))
	old, err := os.ReadFile(file)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	addresses := append(strings.Fields(string(old)), rule.Addresses(r.Site)...)
	slices.Sort(addresses)
	addresses = slices.Compact(addresses)
	if err := replaceFile(file, []byte(strings.Join(addresses, "\n")+"\n")); err != nil {
		return nil, err
	}
	if c.format == "text" {
		fmt.Fprintf(c.stderr, "%d addresses in %s\n", len(addresses), rule.PublishedPath)
	}
	return r.Problems, nil
}
