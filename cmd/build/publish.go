package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/rule"
)

// A publishVerb adds the addresses of all pages to those that have been published.
// From then on an address that leads nowhere is an error.
type publishVerb struct{ survey }

func (v *publishVerb) run(_ context.Context, c console, _ []string) (diag.List, error) {
	r, probs, err := v.sound(c, v.options())
	if r == nil {
		return probs, err
	}
	var addresses []string
	err = c.rewrite(string(v.src), rule.PublishedPath, func(data []byte) ([]byte, error) {
		addresses = append(strings.Fields(string(data)), rule.Addresses(r.Site)...)
		slices.Sort(addresses)
		addresses = slices.Compact(addresses)
		return []byte(strings.Join(addresses, "\n") + "\n"), nil
	})
	if err != nil {
		return nil, err
	}
	if v.format == textFormat {
		fmt.Fprintf(c.stderr, "%d addresses in %s\n", len(addresses), rule.PublishedPath)
	}
	return v.report(c.stdout, r.Problems)
}
