package main

import (
	"cmp"
	"context"
	"fmt"
	"text/tabwriter"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/rule"
)

// A readabilityVerb lists the readability of each page and section, with its target,
// and the value that it has if the glossary's terms are taken for short words.
type readabilityVerb struct{ survey }

func (v *readabilityVerb) run(_ context.Context, c console, _ []string) (diag.List, error) {
	o := v.options()
	o.Prose = true
	r, probs, err := v.sound(c, o)
	if r == nil {
		return probs, err
	}
	rows := rule.Readability(r.Site)
	if v.format == jsonFormat {
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
		fmt.Fprintf(w, "%s\t%s\t%d\t%s\t", row.Path, section, row.Words, row.Formula)
		fmt.Fprintf(w, "%.1f\t%.1f\t%.0f\t%s\n", row.Value, row.Plain, row.Target, over)
	}
	return nil, w.Flush()
}
