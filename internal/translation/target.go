package translation

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/page"
)

// A target is what somebody wants to confirm: a page or a shared file, or one section or
// record of it.
type target struct {
	key, id string
	whole   bool // not one section
	all     bool // it was not named: everything was asked for
}

func (t target) has(k lockKey) bool { return k.Key == t.key && t.hasID(k.ID) }

func (t target) hasID(id string) bool { return t.whole || id == t.id }

// An inventory is all that can be confirmed.
type inventory struct {
	pages  map[string][]*page.Page // by their keys, each in the order of the languages
	files  map[string]Records      // by the names of shared files
	locked map[string][]lockKey    // what the lock has of a page or file
}

func (s Subject) inventory() inventory {
	in := inventory{map[string][]*page.Page{}, s.recordsByName(), map[string][]lockKey{}}
	for _, l := range s.Languages {
		for _, p := range s.Pages {
			if p.Lang == l.Lang {
				in.pages[p.Key] = append(in.pages[p.Key], p)
			}
		}
	}
	for k := range s.Lock.entries {
		in.locked[k.Key] = append(in.locked[k.Key], k)
	}
	return in
}

// named returns what names match. The error is a name that matches nothing.
func (in inventory) named(names []string) (targets []target, err error) {
	for _, name := range names {
		t, err := in.target(name)
		if err != nil {
			return nil, err
		}
		targets = append(targets, t)
	}
	return targets, nil
}

// all returns every page and shared file, removed ones included, and drafts left out.
func (in inventory) all() (targets []target) {
	keys := map[string]bool{}
	for key := range in.pages {
		keys[key] = true
	}
	for key := range in.files {
		keys[key] = true
	}
	for key := range in.locked {
		keys[key] = true
	}
	for _, key := range slices.Sorted(maps.Keys(keys)) {
		if !slices.ContainsFunc(in.pages[key], func(p *page.Page) bool { return p.Draft }) {
			targets = append(targets, target{key: key, whole: true, all: true})
		}
	}
	return targets
}

// target returns what one name matches.
func (in inventory) target(name string) (target, error) {
	key, id, one := strings.Cut(name, "#")
	keys := slices.AppendSeq(slices.Collect(maps.Keys(in.pages)), maps.Keys(in.files))
	var last []string // keys that end with the name
	for _, k := range keys {
		if path.Base(k) == key {
			last = append(last, k)
		}
	}
	if !slices.Contains(keys, key) && len(last) == 1 {
		key = last[0]
	}
	t := target{key: key, id: id, whole: !one}
	pages := in.pages[key]
	file, isFile := in.files[key]
	switch {
	case slices.ContainsFunc(in.locked[key], t.has):
	case isFile && one && !slices.Contains(file.ids(), id):
		return t, fmt.Errorf("there is no record %q; %s", name, diag.SuggestOr(id, file.ids()))
	case isFile:
	case pages == nil:
		return t, fmt.Errorf("there is no page %q; %s", name, diag.SuggestOr(key, keys))
	case one && !slices.Contains(allIDs(pages), id):
		return t, fmt.Errorf("there is no section %q; %s", name, diag.SuggestOr(id, ids(pages[0])))
	case len(pages) < 2:
		return t, fmt.Errorf("%s is only in %q: there is nothing to compare it with", key, pages[0].Lang)
	}
	return t, nil
}

// invalid returns why a target cannot be confirmed: its texts differ, or have errors.
func (in inventory) invalid(t target, termless func(p *page.Page) bool) (probs diag.List) {
	pages := in.pages[t.key]
	for i, p := range pages {
		switch {
		case p.HasErrors:
			probs = append(probs, hasErrors(p.Path))
		case i > 0 && !pages[0].HasErrors:
			pair := pair{pages[0], p, termless(pages[0]) || termless(p)}
			probs = append(probs, compare(pair, t).probs...)
		}
	}
	if file := in.files[t.key]; file.HasErrors {
		probs = append(probs, hasErrors(file.Path))
	}
	return probs
}

// hasErrors is the problem of confirming a file that has errors.
func hasErrors(path string) diag.Problem {
	return diag.Errorf(path, 0, "there are other errors in this file").
		Hintf("fix them first: go run ./cmd/build check")
}
