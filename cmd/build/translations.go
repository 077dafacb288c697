package main

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/pflag"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/translation"
)

// A translationsVerb lists how far each page is translated and each shared file confirmed, and with -diff what has
// changed since it was confirmed.
type translationsVerb struct {
	sources
	format
	diff bool
}

func (v *translationsVerb) flags(f *pflag.FlagSet) {
	v.sources.flags(f)
	v.format.flags(f)
	f.BoolVar(&v.diff, "diff", false, "also show what has changed since it was confirmed")
}

func (v *translationsVerb) run(_ context.Context, c console, _ []string) (diag.List, error) {
	r, err := c.site(string(v.src), v.options())
	if err != nil {
		return nil, err
	}
	report := r.Translations
	if v.format == jsonFormat {
		return nil, diag.EncodeJSON(c.stdout, report)
	}
	w := tabwriter.NewWriter(c.stdout, 0, 0, 2, ' ', 0)
	fmt.Fprint(w, "page\t")
	for _, l := range report.Languages {
		fmt.Fprintf(w, "%s\t", l)
	}
	fmt.Fprintln(w, "sections\t")
	for _, p := range slices.Concat(report.Pages, report.Shared) {
		fmt.Fprintf(w, "%s\t", p.Key)
		for _, l := range report.Languages {
			fmt.Fprintf(w, "%s\t", p.In(l).Status)
		}
		fmt.Fprintf(w, "%s\t\n", sections(p, report))
	}
	if err := w.Flush(); err != nil {
		return nil, err
	}
	fmt.Fprintln(c.stdout)
	for _, l := range report.Languages {
		var totals []string
		for _, s := range translation.Statuses {
			totals = append(totals, fmt.Sprintf("%d %s", report.Total(l, s), s))
		}
		fmt.Fprintf(c.stdout, "%s: %s\n", l, strings.Join(totals, ", "))
	}
	for _, d := range report.Differences {
		fmt.Fprintf(c.stdout, "differs on purpose: %s#%s, %s: %s\n", d.Path, d.Section, d.What, d.Reason)
	}
	if v.diff {
		fmt.Fprintln(c.stdout)
		return nil, r.Drift.Print(c.stdout)
	}
	return nil, nil
}

// sections names the sections of a page, or the records of a shared file, that are not
// confirmed.
func sections(p translation.Page, report *translation.Report) string {
	var list []string
	for _, id := range p.States[translation.NoLang].Sections {
		list = append(list, p.Key+"#"+id)
	}
	for _, l := range report.Languages {
		for _, id := range p.States[l].Sections {
			list = append(list, string(l)+":"+p.Key+"#"+id)
		}
	}
	return strings.Join(list, " ")
}
