package main

import (
	"bufio"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"rygghandboka/internal/translation"
)

// printProposal shows a proposal: each text whole, with what has changed since it was
// confirmed.
func printProposal(w io.Writer, p translation.Proposal) {
	critical := ""
	if p.Critical {
		critical = "  (critical)"
	}
	fmt.Fprintf(w, "\n%s%s\n", p.Name, critical)
	for _, t := range p.Texts {
		var words []string
		for _, part := range t.Parts {
			words = append(words, part.String())
		}
		in := ""
		if t.Lang != translation.NoLang {
			in = string(t.Lang) + ": "
		}
		if !t.Known {
			in += "new: "
		}
		fmt.Fprintf(w, "  %s%s\n", in, strings.Join(words, " "))
	}
}

// printConfirmed lists what has been confirmed: a line for each page, since a large site
// has tens of thousands of sections, or one for each section; and the sum.
func printConfirmed(w io.Writer, accepted []translation.Proposal, sections bool) error {
	out := bufio.NewWriter(w)
	pages := map[string]tally{}
	for _, p := range accepted {
		pages[keyOf(p)] = pages[keyOf(p)].and(p)
		if sections {
			fmt.Fprintf(out, "%s: %s\n", p.Name, tally{}.and(p))
		}
	}
	if !sections {
		for _, key := range slices.Sorted(maps.Keys(pages)) {
			fmt.Fprintf(out, "%s: %s\n", key, pages[key])
		}
	}
	if len(pages) > 1 {
		sum := tally{}
		for _, of := range pages {
			sum.confirmed += of.confirmed
			sum.forgotten += of.forgotten
		}
		fmt.Fprintf(out, "%d pages and shared files: %s\n", len(pages), sum)
	}
	return out.Flush()
}

// printCommands lists the commands that confirm what must be named, one for each page.
func printCommands(w io.Writer, byName []translation.Proposal) error {
	out := bufio.NewWriter(w)
	last := ""
	for _, p := range byName {
		switch of := keyOf(p); {
		case of == last:
			fmt.Fprintf(out, " %s", p.Name)
		default:
			if last != "" {
				fmt.Fprintln(out)
			}
			fmt.Fprintf(out, "go run ./cmd/build confirm -by NAME %s", p.Name)
			last = of
		}
	}
	fmt.Fprintln(out)
	return out.Flush()
}

// keyOf returns the page or shared file that a proposal is of.
func keyOf(p translation.Proposal) string {
	key, _, _ := strings.Cut(p.Name, "#")
	return key
}

// A tally is how many sections and records have been confirmed, and forgotten.
type tally struct{ confirmed, forgotten int }

// and returns a tally that counts a proposal too.
func (t tally) and(p translation.Proposal) tally {
	if p.IsGone() {
		t.forgotten++
	} else {
		t.confirmed++
	}
	return t
}

// String returns "3 confirmed, 1 forgotten", without what there is none of.
func (t tally) String() string {
	switch {
	case t.forgotten == 0:
		return fmt.Sprintf("%d confirmed", t.confirmed)
	case t.confirmed == 0:
		return fmt.Sprintf("%d forgotten", t.forgotten)
	}
	return fmt.Sprintf("%d confirmed, %d forgotten", t.confirmed, t.forgotten)
}
