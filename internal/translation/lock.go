package translation

import (
	"bytes"
	"cmp"
	"maps"
	"slices"
	"strings"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/page"
	"rygghandboka/internal/source"
	"rygghandboka/internal/text/lang"
	"rygghandboka/internal/text/markdown"
)

// LockPath is where the lock stands in the input tree.
const LockPath = "content/shared/translations.lock"

// A Lock holds the text of each section in each language as it was when somebody
// confirmed that they say the same. It is the text itself and not a sum of it,
// since only the text can show what has changed. A line is
//
//	exercises/bird-dog#steps no Gå ned på alle fire. …
//
// with the white space of the text made single spaces; the id of the part of a
// page before its first heading is empty. The lines are sorted, and an empty line
// parts the sections, so that two people who confirm different ones do not meet.
type Lock struct {
	entries map[place]entry
}

// A place is one section in one language.
type place struct {
	Key, ID string
	Lang    lang.Lang
}

// String returns the place as build confirm takes it, without the language.
func (p place) String() string { return p.Key + "#" + p.ID }

type entry struct {
	text   []byte // in the file, which must not be changed
	sum    markdown.Sum
	offset int // of its line in the file
}

// ParseLock reads the lock.
func ParseLock(f source.File) (*Lock, diag.List) {
	l := &Lock{map[place]entry{}}
	var probs diag.List
	last := "" // the key of the line before: a page has many
	offset := 0
	for line := range bytes.Lines(f.Data) {
		name, rest, ok := bytes.Cut(bytes.TrimSuffix(line, []byte("\n")), []byte(" "))
		in, text, hasText := bytes.Cut(rest, []byte(" "))
		key, id, hasID := bytes.Cut(name, []byte("#"))
		if string(key) != last {
			last = string(key)
		}
		p := place{last, string(id), lang.Lang(in)}
		_, twice := l.entries[p]
		switch {
		case len(bytes.TrimSpace(line)) == 0:
		case !ok || !hasText || !hasID || len(text) == 0 || !page.IsKey(last):
			probs = append(probs, diag.Errorf(f.Path, offset, "this line is not one of a lock").
				Hintf("after a merge keep whole lines: page#section, language, text"))
		case twice:
			probs = append(probs, diag.Errorf(f.Path, offset, "%s in %q stands here twice", p, in).
				Hintf("keep one line, or delete both and confirm the section again"))
		default:
			l.entries[p] = entry{text, page.Sum(text), offset}
		}
		offset += len(line)
	}
	return l, probs
}

// Bytes returns the lock as its file.
func (l *Lock) Bytes() []byte {
	places := slices.SortedFunc(maps.Keys(l.entries), func(a, b place) int {
		return cmp.Or(cmp.Compare(a.Key, b.Key), cmp.Compare(a.ID, b.ID), cmp.Compare(a.Lang, b.Lang))
	})
	var b strings.Builder
	for i, p := range places {
		if i > 0 && p.String() != places[i-1].String() {
			b.WriteByte('\n')
		}
		b.WriteString(p.String() + " " + string(p.Lang) + " ")
		b.Write(l.entries[p].text)
		b.WriteByte('\n')
	}
	return []byte(b.String())
}

// has reports whether anything of a page has been confirmed in a language.
func (l *Lock) has(key string, in lang.Lang) bool {
	for p := range l.entries {
		if p.Key == key && p.Lang == in {
			return true
		}
	}
	return false
}

// any reports whether anything of a target has been confirmed.
func (l *Lock) any(t target) bool {
	for p := range l.entries {
		if t.has(p) {
			return true
		}
	}
	return false
}
