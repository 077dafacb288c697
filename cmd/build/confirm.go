package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/build"
	"rygghandboka/internal/page"
	"rygghandboka/internal/record"
	"rygghandboka/internal/translation"
)

// A confirmVerb notes in the lock that pages, or sections of pages, agree in all
// languages, and that shared files, or records of them, are right.
type confirmVerb struct {
	sources
	format
	all, sections bool
}

func (v *confirmVerb) flags(f *pflag.FlagSet) {
	v.sources.flags(f)
	v.format.flags(f)
	f.BoolVar(&v.all, "all", false, "confirm all pages and shared files")
	f.BoolVar(&v.sections, "sections", false, "name each section and record, not only pages and files")
}

func (v *confirmVerb) run(_ context.Context, c console, args []string) (diag.List, error) {
	if len(args) == 0 && !v.all {
		return nil, errors.New("confirm needs a page (exercises/plank), a section (exercises/plank#steps), " +
			"a shared file (exercises/plank.yaml) or -all")
	}
	var names []string
	for _, arg := range args {
		names = append(names, pageName(arg))
	}
	r, err := c.site(string(v.src), v.options())
	if err != nil {
		return nil, err
	}
	changes, probs, err := v.record(r, names)
	switch {
	case err != nil:
		return nil, err
	case probs.Errors() > 0 || v.format != textFormat:
		return v.report(c.stdout, probs)
	}
	return nil, printChanges(c.stdout, changes, v.sections)
}

// printChanges lists what a confirmation has changed: a line for each page, since a large
// site has tens of thousands of sections, or one for each section; and the sum.
func printChanges(w io.Writer, changes []translation.Change, sections bool) error {
	out := bufio.NewWriter(w)
	byPage := tallies(changes)
	if sections {
		for _, change := range changes {
			fmt.Fprintln(out, verbOf(change), change.Name, change.Lang)
		}
	} else {
		for _, key := range slices.Sorted(maps.Keys(byPage)) {
			fmt.Fprintf(out, "%s: %s\n", key, byPage[key])
		}
	}
	switch {
	case len(changes) == 0:
		fmt.Fprintln(out, "everything was confirmed already")
	case len(byPage) > 1:
		fmt.Fprintf(out, "%d pages and shared files: %s\n", len(byPage), count(changes))
	}
	return out.Flush()
}

// tallies counts the changes of each page, by its key.
func tallies(changes []translation.Change) map[string]tally {
	byPage := map[string][]translation.Change{}
	for _, change := range changes {
		key, _, _ := strings.Cut(change.Name, "#")
		byPage[key] = append(byPage[key], change)
	}
	counts := map[string]tally{}
	for key, ofPage := range byPage {
		counts[key] = count(ofPage)
	}
	return counts
}

// A tally is how many changes there are.
type tally struct{ confirmed, forgotten int }

func count(changes []translation.Change) (t tally) {
	for _, c := range changes {
		if c.Gone {
			t.forgotten++
		} else {
			t.confirmed++
		}
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

func verbOf(c translation.Change) string {
	if c.Gone {
		return "forgotten"
	}
	return "confirmed"
}

// record confirms pages, and writes the lock if that changes it.
func (v *confirmVerb) record(r *build.Result, names []string) ([]translation.Change, diag.List, error) {
	lock, changes, probs, err := r.Confirm(names, v.all)
	if err != nil || probs.Errors() > 0 || len(changes) == 0 {
		return nil, probs, err
	}
	return changes, nil, replaceFile(string(v.src), translation.LockPath, lock.Bytes())
}

// pageName returns the name of a page or shared file, or of a section or record of it,
// that an author wrote, perhaps as the path of its file.
func pageName(arg string) string {
	file, id, one := strings.Cut(arg, "#")
	name := path.Clean(filepath.ToSlash(file))
	if in, rest := page.LangOf(name); rest != "" && in != "" {
		name = rest
	}
	name = record.Name(strings.TrimSuffix(name, ".md"))
	if one {
		name += "#" + id
	}
	return name
}
