package main

import (
	"cmp"
	"context"
	"fmt"
	"text/tabwriter"

	"rygghandboka/internal/diag"
	"rygghandboka/internal/rule"
)

// readability lists the readability of each page and section, with its target,
// and the value that it has if the glossary's terms are taken for short words.
func (c *command) readability(context.Context) (diag.List, error) {
	c.options.Prose = true
	r, probs, err := c.soundSite()
	if r == nil {
		return probs, err
	}
	rows := rule.Readability(r.Site)
	c.printed = true
	if c.format == "json" {
		return nil, diag.EncodeJSON(c.stdout, rows)
	}
	w := tabwriter.NewWriter(c.stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "page\tsection\twords\tformula\tvalue\twithout terms\ttarget\t")
	for _, row := range rows {
		section, over := "#"+cmp.Or(row.Section, "lead"), ""
		if row.Whole {
			section = "all"
		}
		if row.Value > row.Target {
			over = "over"
		}
		fmt.Fprintf(w, "%s\t%s\t%d\t%s\t%.1f\t%.1f\t%.0f\t%s\n", row.Path, section, row.Words, row.Formula, row.Value, row.Plain, row.Target, over)
	}
	return nil, w.Flush()
}
