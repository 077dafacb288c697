package translation

import (
	"bytes"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/page"
	"rygghandboka/internal/text/lang"
)

// A target is what somebody confirms: a page or a shared file, or one section or record
// of it.
type target struct {
	key, id string
	whole   bool
}

func (t target) has(k lockKey) bool { return k.Key == t.key && (t.whole || k.ID == t.id) }

// A Change is one section or record in one language that a confirmation has changed in the lock.
type Change struct {
	Name string    // exercises/bird-dog#steps
	Lang lang.Lang // perhaps NoLang
	Gone bool      // it is no longer in the lock
}

// Confirm returns a lock in which pages or sections are confirmed to have the same
// meaning in all their languages, and shared files or records to be right, and what has
// changed in it. A name is a page's key, or a file's name, or the last part of either,
// with #id for one section or record; the id is empty for the part before the first
// heading. All means every page and file. Sections and records that are gone are removed.
// If there are errors among the problems, the texts differ and the lock is nil. The error
// is a name that matches nothing.
func (s Subject) Confirm(names []string, all bool) (lock *Lock, changes []Change, probs diag.List, err error) {
	pages := s.pages()
	files := s.recordsByName()
	targets, err := s.targets(names, all, pages, files)
	if err != nil {
		return nil, nil, nil, err
	}
	termless := s.termless()
	for _, t := range targets {
		probs = append(probs, compareAll(t, pages[t.key], termless)...)
		probs = append(probs, files[t.key].invalid()...)
	}
	if probs.Errors() > 0 {
		return nil, nil, probs, nil
	}
	lock = &Lock{maps.Clone(s.Lock.entries)}
	byKey := map[string][]lockKey{}
	for p := range lock.entries {
		byKey[p.Key] = append(byKey[p.Key], p)
	}
	for _, t := range targets {
		now := files[t.key].texts(t)
		maps.Copy(now, s.texts(t, pages[t.key]))
		changes = append(changes, lock.write(t, now, byKey[t.key])...)
	}
	return lock, changes, nil, nil
}

// pages returns the pages by their keys, each in the order of the languages.
func (s Subject) pages() map[string][]*page.Page {
	byKey := map[string][]*page.Page{}
	for _, l := range s.Languages {
		for _, p := range s.Pages {
			if p.Lang == l.Lang {
				byKey[p.Key] = append(byKey[p.Key], p)
			}
		}
	}
	return byKey
}

// targets returns what the names match, or every page and shared file, removed ones
// included.
func (s Subject) targets(
	names []string, all bool, pages map[string][]*page.Page, files map[string]Records,
) (targets []target, err error) {
	for _, name := range names {
		t, err := s.target(name, pages, files)
		if err != nil {
			return nil, err
		}
		targets = append(targets, t)
	}
	if !all {
		return targets, nil
	}
	keys := map[string]bool{}
	for key := range pages {
		keys[key] = true
	}
	for key := range files {
		keys[key] = true
	}
	for p := range s.Lock.entries {
		keys[p.Key] = true
	}
	for _, key := range slices.Sorted(maps.Keys(keys)) {
		if slices.ContainsFunc(pages[key], func(p *page.Page) bool { return p.Draft }) {
			continue
		}
		targets = append(targets, target{key: key, whole: true})
	}
	return targets, nil
}

// target returns what one name matches.
func (s Subject) target(
	name string, pages map[string][]*page.Page, files map[string]Records,
) (target, error) {
	key, id, one := strings.Cut(name, "#")
	keys := slices.AppendSeq(slices.Collect(maps.Keys(pages)), maps.Keys(files))
	var last []string // keys that end with the name
	for _, k := range keys {
		if path.Base(k) == key {
			last = append(last, k)
		}
	}
	if !slices.Contains(keys, key) && len(last) == 1 {
		key = last[0]
	}
	t := target{key, id, !one}
	file, isFile := files[key]
	switch {
	case s.Lock.any(t):
	case isFile && one && !slices.Contains(file.ids(), id):
		return t, fmt.Errorf("there is no record %q; %s", name, diag.SuggestOr(id, file.ids()))
	case isFile:
	case pages[key] == nil:
		return t, fmt.Errorf("there is no page %q; %s", name, diag.SuggestOr(key, keys))
	case one && !slices.Contains(allIDs(pages[key]), id):
		return t, fmt.Errorf("there is no section %q; %s", name, diag.SuggestOr(id, ids(pages[key][0])))
	case len(pages[key]) < 2:
		return t, fmt.Errorf("%s is only in %q: there is nothing to compare it with", key, pages[key][0].Lang)
	}
	return t, nil
}

// compareAll returns why a target cannot be confirmed.
func compareAll(t target, pages []*page.Page, termless map[lang.Lang]bool) (probs diag.List) {
	for i, p := range pages {
		switch {
		case p.HasErrors:
			probs = append(probs, hasErrors(p.Path))
		case i > 0 && !pages[0].HasErrors:
			pair := pair{pages[0], p, termless[pages[0].Lang] || termless[p.Lang]}
			probs = append(probs, compare(pair, t).probs...)
		}
	}
	return probs
}

// hasErrors is the problem of confirming a file that has errors.
func hasErrors(path string) diag.Problem {
	return diag.Errorf(path, 0, "there are other errors in this file").
		Hintf("fix them first: go run ./cmd/build check")
}

// write writes the present texts of a target into the lock, and removes those before
// that are gone.
func (l *Lock) write(t target, now map[lockKey]entry, before []lockKey) (changes []Change) {
	for _, k := range before {
		if _, there := now[k]; t.has(k) && !there {
			delete(l.entries, k)
			changes = append(changes, Change{k.String(), k.Lang, true})
		}
	}
	for k, e := range now {
		if was := l.entries[k]; was.critical != e.critical || !bytes.Equal(was.text, e.text) {
			changes = append(changes, Change{k.String(), k.Lang, false})
		}
		l.entries[k] = e
	}
	slices.SortFunc(changes, func(a, b Change) int {
		return strings.Compare(a.Name+" "+string(a.Lang), b.Name+" "+string(b.Lang))
	})
	return changes
}

// texts returns the texts of a target's sections, if there are two languages at least: a
// section that only one language has cannot be confirmed.
func (s Subject) texts(t target, pages []*page.Page) map[lockKey]entry {
	texts := map[lockKey]entry{}
	if len(pages) < 2 {
		return texts
	}
	for _, p := range pages {
		for i := range p.Sections {
			section := &p.Sections[i]
			key := lockKey{t.key, section.ID, p.Lang}
			if t.has(key) {
				text := p.Normal(section, s.Text(p.Path))
				texts[key] = entry{text: text, sum: page.Sum(text)}
			}
		}
	}
	return texts
}
