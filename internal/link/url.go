package link

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/site"
	"rygghandboka/internal/text/markdown"
)

// link returns the address that a link on owner's page leads to. The link is
// [text](path.md#id), relative to the page's file; [text](#id), within the
// page; or [[name#id]], by the name of a page in the same language. at
// is where the link is.
func (f *filler) link(owner *site.Entry, r *markdown.Ref, at nesting) string {
	key, id, hasID := strings.Cut(r.Key, "#")
	to := owner
	if key != "" {
		if to = f.find(owner, r, key); to == nil {
			return ""
		}
	}
	if owner == f.host {
		f.referred = append(f.referred, to)
	}
	if !hasID || to.Unidentified {
		return to.URL
	}
	if ids := to.IDs(); !slices.Contains(ids, id) {
		f.problem(diag.Errorf(owner.Path, r.Offset, "%s has no heading with the id %q", to.Path, id).
			Hintf("%s", diag.SuggestOr(id, ids)))
	}
	if to == f.glossaries[owner.Lang] && to.Glossary().Term(id) != nil {
		f.terms[id] = true
		f.note(owner, id)
	}
	switch {
	case to == owner && !at.part:
		return "#" + at.prefix + id
	case to == f.host:
		return "#" + id
	}
	return to.URL + "#" + id
}

// title returns the title of the page that a [[name]] without text leads to.
func (f *filler) title(owner *site.Entry, r *markdown.Ref) string {
	key, _, _ := strings.Cut(r.Key, "#")
	if key == "" {
		return owner.Title.Text
	}
	if to := f.find(owner, nil, key); to != nil {
		return to.Title.Text
	}
	return ""
}

// find returns the page that key names on owner's page, or nil. If r is not nil
// that is a problem at r.
func (f *filler) find(owner *site.Entry, r *markdown.Ref, key string) *site.Entry {
	pages := f.byKey[owner.Lang]
	var to *site.Entry
	var problem diag.Problem
	switch found := f.byName[owner.Lang][key]; {
	case strings.HasSuffix(key, ".md"):
		target := path.Join("content", string(owner.Lang), path.Dir(owner.Key), key)
		file, inside := strings.CutPrefix(target, path.Join("content", string(owner.Lang))+"/")
		to = pages[strings.TrimSuffix(file, ".md")]
		switch {
		case !inside:
			problem = diag.Errorf(owner.Path, atRef(r), "this link leaves the language").
				Hintf("link to the page in this language; readers change language at the top of the page")
		case to == nil:
			problem = diag.Errorf(owner.Path, atRef(r), "there is no page %s", target).
				Hintf("%s", f.suggestPath(owner, file))
		}
	case pages[key] != nil:
		to = pages[key]
	case len(found) == 1:
		to = found[0]
	case len(found) > 1:
		problem = diag.Errorf(owner.Path, atRef(r), "%d pages are named %q", len(found), key).
			Hintf("write the whole key: %s", keysOf(found))
	default:
		problem = diag.Errorf(owner.Path, atRef(r), "there is no page %q", key).
			Hintf("%s", diag.SuggestOr(key, f.names(owner.Lang)))
	}
	switch {
	case r == nil:
	case to == nil:
		f.problem(problem)
	case draftFor(owner, to):
		f.problem(isDraft(owner.Path, r.Offset, to))
	}
	return to
}

func atRef(r *markdown.Ref) int {
	if r == nil {
		return 0
	}
	return r.Offset
}

// suggestPath suggests how to write the link to the page whose key is nearest
// to the one that is missing.
func (f *filler) suggestPath(owner *site.Entry, file string) string {
	var paths []string
	for _, e := range f.site.Entries {
		if e.Lang == owner.Lang {
			paths = append(paths, e.Key+".md")
		}
	}
	if hint := diag.Suggest(file, paths); hint != "" {
		return hint
	}
	return fmt.Sprintf("write the path from %s to the page's file", path.Dir(owner.Path))
}

func keysOf(entries []*site.Entry) string {
	var keys []string
	for _, e := range entries {
		keys = append(keys, e.Key)
	}
	slices.Sort(keys)
	return strings.Join(keys, ", ")
}
