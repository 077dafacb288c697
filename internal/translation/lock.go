package translation

import (
	"cmp"
	"maps"
	"regexp"
	"slices"
	"strings"

	"rygghandboka/internal/diag"
	"rygghandboka/internal/lang"
	"rygghandboka/internal/markdown"
	"rygghandboka/internal/page"
	"rygghandboka/internal/source"
)

// LockPath is where the lock stands in the input tree.
const LockPath = "content/shared/translations.lock"

// A Lock holds the text of each section in each language as it was when somebody
// confirmed that they say the same. It is the text itself and not a sum of it,
// since only the text can show what has changed. A line is
//
//	exercises/bird-dog#steps no Gå ned på alle fire. …
//
// with the white space of the text made single spaces; the part of a page before
// its first heading has no #id. The lines are sorted, so that two people who
// confirm different sections do not meet.
type Lock struct {
	Given   bool // there is such a file
	entries map[place]entry
}

// A place is one section in one language.
type place struct {
	Key, ID string
	Lang    lang.Lang
}

// String returns the place as build confirm takes it, without the language.
func (p place) String() string {
	if p.ID == "" {
		return p.Key
	}
	return p.Key + "#" + p.ID
}

type entry struct {
	text   string
	sum    markdown.Sum
	offset int // of its line in the file
}

// ParseLock reads the lock. f without data is that of a handbook that has none.
func ParseLock(f source.File) (*Lock, diag.List) {
	l := &Lock{f.Data != nil, map[place]entry{}}
	var probs diag.List
	offset := 0
	for line := range strings.Lines(string(f.Data)) {
		name, rest, ok := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		in, text, hasText := strings.Cut(rest, " ")
		key, id, _ := strings.Cut(name, "#")
		p := place{key, id, lang.Lang(in)}
		_, twice := l.entries[p]
		switch {
		case !ok || !hasText || text == "" || !keyForm.MatchString(key):
			probs = append(probs, diag.Errorf(f.Path, offset, "this line is not one of a lock").
				Hintf("after a merge keep whole lines: page#section, language, text"))
		case twice:
			probs = append(probs, diag.Errorf(f.Path, offset, "%s in %q stands here twice", p, in).
				Hintf("keep one line, or delete both and confirm the section again"))
		default:
			l.entries[p] = entry{text, page.Sum([]byte(text)), offset}
		}
		offset += len(line)
	}
	return l, probs
}

// keyForm is the form of a page's key: the marks that a merge leaves have others.
var keyForm = regexp.MustCompile(`^[a-z0-9-]+(/[a-z0-9-]+)*$`)

// Bytes returns the lock as its file.
func (l *Lock) Bytes() []byte {
	places := slices.SortedFunc(maps.Keys(l.entries), func(a, b place) int {
		return cmp.Or(cmp.Compare(a.Key, b.Key), cmp.Compare(a.ID, b.ID), cmp.Compare(a.Lang, b.Lang))
	})
	var b strings.Builder
	for _, p := range places {
		b.WriteString(p.String() + " " + string(p.Lang) + " " + l.entries[p].text + "\n")
	}
	return []byte(b.String())
}

// places returns the places of a lock, in order.
func (l *Lock) places() (list []place) {
	for p := range l.entries {
		list = append(list, p)
	}
	slices.SortFunc(list, func(a, b place) int { return cmp.Compare(l.entries[a].offset, l.entries[b].offset) })
	return list
}

// offset returns where the first line of a place stands, or of its page if it
// names no section.
func (l *Lock) offset(p place) int {
	if e, ok := l.entries[p]; ok {
		return e.offset
	}
	for _, other := range l.places() {
		if other.Key == p.Key && other.Lang == p.Lang {
			return l.entries[other].offset
		}
	}
	return 0
}
