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
	addresses := append(strings.Fields(r.Text(rule.PublishedPath)), rule.Addresses(r.Site)...)
	slices.Sort(addresses)
	addresses = slices.Compact(addresses)
	text := strings.Join(addresses, "\n") + "\n"
	if err := replaceFile(string(v.src), rule.PublishedPath, []byte(text)); err != nil {
		return nil, err
	}
	if v.format == textFormat {
		fmt.Fprintf(c.stderr, "%d addresses in %s\n", len(addresses), rule.PublishedPath)
	}
	return v.report(c.stdout, r.Problems)
}
