package main

import (
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/spf13/pflag"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/review"
)

// A reviewsVerb lists which pages have been reviewed, and what has changed since.
type reviewsVerb struct {
	sources
	format tableFormat
}

func (v *reviewsVerb) flags(f *pflag.FlagSet) {
	v.sources.flags(f)
	v.format = tableFormat(textFormat)
	f.Var(&v.format, "format", "how the table is written: `text, json or csv`")
}

// A tableFormat is the flag of how a table is written.
type tableFormat string

const csvFormat tableFormat = "csv"

func (f *tableFormat) String() string { return string(*f) }
func (*tableFormat) Type() string     { return "format" }

func (f *tableFormat) Set(value string) error {
	switch *f = tableFormat(value); *f {
	case tableFormat(textFormat), tableFormat(jsonFormat), csvFormat:
		return nil
	}
	return fmt.Errorf("-format is text, json or csv, not %q", value)
}

func (v *reviewsVerb) run(_ context.Context, c console, _ []string) (diag.List, error) {
	r, err := c.site(string(v.src), v.options())
	if err != nil {
		return nil, err
	}
	report := r.Reviews()
	switch v.format {
	case tableFormat(jsonFormat):
		return nil, diag.EncodeJSON(c.stdout, report)
	case csvFormat:
		return nil, writeCSV(c.stdout, report)
	}
	return nil, writeTable(c.stdout, report)
}

// writeTable writes a line for each page, with a column for each language.
func writeTable(out io.Writer, report review.Report) error {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprint(w, "page\t")
	for _, l := range report.Languages {
		fmt.Fprintf(w, "%s\t", l)
	}
	fmt.Fprintln(w)
	for _, p := range report.Pages {
		fmt.Fprintf(w, "%s\t", p.Key)
		for _, l := range report.Languages {
			if e, ok := p.States[l]; ok {
				fmt.Fprint(w, describe(e))
			}
			fmt.Fprint(w, "\t")
		}
		fmt.Fprintln(w)
	}
	return w.Flush()
}

// describe writes the state of a page in a cell.
func describe(e review.Entry) string {
	changed := strings.Join(e.Changed, ", ")
	switch e.Status {
	case review.Valid:
		return "valid until " + e.Until
	case review.Changed:
		return "valid until " + e.Until + ", changed since: " + changed
	case review.Suspended:
		return "suspended, changed since: " + changed
	case review.Due:
		return "due by " + e.Until
	case review.Overdue:
		text := "overdue since " + e.Until
		if changed != "" {
			text += ", changed since: " + changed
		}
		return text
	}
	return string(e.Status)
}

// writeCSV writes a line for each page in each language.
func writeCSV(out io.Writer, report review.Report) error {
	w := csv.NewWriter(out)
	rows := [][]string{{"page", "language", "status", "reviewer", "role", "reviewed", "until", "changed"}}
	for _, p := range report.Pages {
		for _, l := range report.Languages {
			if e, ok := p.States[l]; ok {
				changed := strings.Join(e.Changed, "; ")
				rows = append(rows, []string{
					p.Key, string(l), string(e.Status), e.Reviewer, e.Role, e.Reviewed, e.Until, changed,
				})
			}
		}
	}
	return w.WriteAll(rows)
}
