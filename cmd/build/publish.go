package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"rygghandboka/internal/diag"
	"rygghandboka/internal/rule"
)

// publish adds the addresses of all pages to those that have been published.
// From then on an address that leads nowhere is an error.
func (c *command) publish(context.Context) (diag.List, error) {
	r, probs, err := c.soundSite()
	if r == nil {
		return probs, err
	}
	addresses := append(strings.Fields(r.Text(rule.PublishedPath)), rule.Addresses(r.Site)...)
	slices.Sort(addresses)
	addresses = slices.Compact(addresses)
	if err := replaceFile(c.src, rule.PublishedPath, []byte(strings.Join(addresses, "\n")+"\n")); err != nil {
		return nil, err
	}
	if c.format == "text" {
		fmt.Fprintf(c.stderr, "%d addresses in %s\n", len(addresses), rule.PublishedPath)
	}
	return r.Problems, nil
}
