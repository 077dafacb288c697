package cite

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

// Print writes a difference for a person: a line for each work, with what it lacks, and what
// is filled in or could be.
func (d *Difference) Print(w io.Writer, fill bool) error {
	var b strings.Builder
	for _, c := range d.Added {
		fmt.Fprintf(&b, "+ %s: %s\n", c.Key, c.Entry.short())
		if list := d.works.Get(c.Key).Missing(); len(list) > 0 {
			fmt.Fprintf(&b, "    lacks %s\n", strings.Join(list, ", "))
		}
		if slices.Contains(d.Twice, c.Entry) {
			fmt.Fprintf(&b, "    is in the export more than once\n")
		}
	}
	filled := 0
	for _, c := range d.Known {
		fmt.Fprintf(&b, "= %s: is there, with the same %s\n", c.Key, c.By)
		for _, f := range c.Lacks {
			sign := map[bool]string{true: "+   ", false: "    could have "}[fill]
			fmt.Fprintf(&b, "%s%q: %s\n", sign, f.Name, f.Value)
			filled++
		}
	}
	d.sum(&b, filled, fill)
	_, err := io.WriteString(w, b.String())
	return err
}

// sum writes how much changes, and how many fields are filled in or could be.
func (d *Difference) sum(b *strings.Builder, filled int, fill bool) {
	fmt.Fprintf(b, "%d new, %d there already", len(d.Added), len(d.Known))
	if n := len(d.Twice); n > 0 {
		fmt.Fprintf(b, ", %d more than once in the export", n)
	}
	if filled > 0 {
		what := map[bool]string{true: "filled in", false: "could be filled in with -fill"}[fill]
		noun := map[bool]string{true: "field", false: "fields"}[filled == 1]
		fmt.Fprintf(b, "; %d %s %s", filled, noun, what)
	}
	b.WriteString("\n")
	if left := d.left(); left != "" {
		fmt.Fprintf(b, "left out, since no list of works prints it: %s\n", left)
	}
}

// Empty reports whether the list stays as it is.
func (d *Difference) Empty(fill bool) bool {
	hasFields := slices.ContainsFunc(d.Known, func(c Change) bool { return len(c.Lacks) > 0 })
	return len(d.Added) == 0 && !(fill && hasFields)
}

// short names a work: its authors, title and year.
func (e *Entry) short() string {
	var names []string
	for i, p := range e.responsible() {
		if i == 3 {
			names = append(names, "et al.")
			break
		}
		names = append(names, strings.TrimSpace(p.NonDropping+" "+p.Family+p.Literal))
	}
	s := e.text("title")
	if len(names) > 0 {
		s = strings.TrimSuffix(strings.Join(names, ", "), ".") + ". " + s
	}
	if y := e.year(); y > 0 {
		s += fmt.Sprintf(" (%d)", y)
	}
	return s
}

// left lists what is left out, and of how many works.
func (d *Difference) left() string {
	counts := map[string]int{}
	for _, c := range slices.Concat(d.Added, d.Known) {
		for _, name := range slices.Compact(slices.Sorted(slices.Values(c.Entry.left))) {
			counts[name]++
		}
	}
	var list []string
	for _, name := range slices.Sorted(maps.Keys(counts)) {
		list = append(list, fmt.Sprintf("%s (%d)", name, counts[name]))
	}
	return strings.Join(list, ", ")
}
