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

// LockPath is the path of the lock in the input tree.
const LockPath = "content/shared/translations.lock"

// A Lock contains the text of each section in each language at the time when somebody
// confirmed that they have the same meaning. It is the text itself and not a sum of
// it, since only the text can show what has changed. A line is
//
//	exercises/bird-dog#steps no Gå ned på alle fire. …
//
// with single spaces for the white space of the text; the id of the part of a page
// before its first heading is empty. A record is a line too, with "!" after the language
// if it is critical, and "-" if it is in none:
//
//	exercises/bird-dog.yaml#cautions -! wrist | knee
//
// The lines are sorted, with an empty line between sections, so that two people who
// confirm different ones have no merge conflict.
type Lock struct {
	entries map[lockKey]entry
}

// A lockKey is one section in one language.
type lockKey struct {
	Key, ID string
	Lang    lang.Lang
}

// String returns the section as an argument of build confirm, without the language.
func (k lockKey) String() string { return k.Key + "#" + k.ID }

type entry struct {
	text   []byte // in the file, which must not be changed
	sum    markdown.Sum
	offset int // of its line in the file

	critical bool // a record that was critical when it was confirmed
}

// ParseLock parses the lock.
func ParseLock(f source.File) (*Lock, diag.List) {
	l := &Lock{map[lockKey]entry{}}
	var probs diag.List
	offset := 0
	key := lockKey{}
	for line := range bytes.Lines(f.Data) {
		text := bytes.TrimSuffix(line, []byte("\n"))
		if len(bytes.TrimSpace(text)) > 0 {
			var ok, critical bool
			key, text, critical, ok = parseLine(text, key.Key)
			_, twice := l.entries[key]
			switch {
			case !ok:
				probs = append(probs, diag.Errorf(f.Path, offset, "this is not a line of a lock").
					Hintf("after a merge keep whole lines: page#section, language, text"))
			case twice:
				probs = append(probs, diag.Errorf(f.Path, offset, "%s in %q is here twice", key, key.Lang).
					Hintf("keep one line, or delete both and confirm the section again"))
			default:
				l.entries[key] = entry{text, page.Sum(text), offset, critical}
			}
		}
		offset += len(line)
	}
	return l, probs
}

// parseLine parses a line of the lock. last is the page of the line before, which is
// reused if it is the same, since a page has many lines.
func parseLine(line []byte, last string) (key lockKey, text []byte, critical, ok bool) {
	name, rest, hasName := bytes.Cut(line, []byte(" "))
	in, text, hasText := bytes.Cut(rest, []byte(" "))
	pageKey, id, hasID := bytes.Cut(name, []byte("#"))
	if string(pageKey) != last {
		last = string(pageKey)
	}
	in, critical = bytes.CutSuffix(in, []byte("!"))
	key = lockKey{last, string(id), lang.Lang(in)}
	ok = hasName && hasText && hasID && len(text) > 0 && (page.IsKey(last) && !critical || isFile(last))
	return key, text, critical, ok
}

// Bytes returns the lock as its file.
func (l *Lock) Bytes() []byte {
	keys := slices.SortedFunc(maps.Keys(l.entries), func(a, b lockKey) int {
		return cmp.Or(cmp.Compare(a.Key, b.Key), cmp.Compare(a.ID, b.ID), cmp.Compare(a.Lang, b.Lang))
	})
	var b strings.Builder
	for i, k := range keys {
		if i > 0 && k.String() != keys[i-1].String() {
			b.WriteByte('\n')
		}
		e := l.entries[k]
		b.WriteString(k.String() + " " + string(k.Lang))
		if e.critical {
			b.WriteByte('!')
		}
		b.WriteByte(' ')
		b.Write(e.text)
		b.WriteByte('\n')
	}
	return []byte(b.String())
}

// has reports whether anything of a page has been confirmed in a language.
func (l *Lock) has(key string, in lang.Lang) bool {
	for k := range l.entries {
		if k.Key == key && k.Lang == in {
			return true
		}
	}
	return false
}

// any reports whether anything of a target has been confirmed.
func (l *Lock) any(t target) bool {
	for k := range l.entries {
		if t.has(k) {
			return true
		}
	}
	return false
}
