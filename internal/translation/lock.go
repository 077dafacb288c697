package translation

import (
	"bytes"
	"cmp"
	"maps"
	"slices"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/page"
	"rygghandboka/internal/source"
	"rygghandboka/internal/text/lang"
	"rygghandboka/internal/text/markdown"
)

// LockPath is the path of the lock in the input tree.
const LockPath = "content/shared/translations.lock"

// The first line of a lock.
const (
	format  = "translations "
	present = format + "2"
)

// A Lock contains the text of each section in each language at the time when somebody
// confirmed that they have the same meaning. It is the text itself and not a sum of
// it, since only the text can show what has changed. A line is
//
//	exercises/bird-dog#steps no Gå ned på alle fire. …
//
// with single spaces for the white space of the text; the id of the part of a page
// before its first heading is empty. Before the text, in brackets, is who confirmed it and
// when, if that is known. A record is a line too, with "!" after the language if it is
// critical, and "-" if it is in none:
//
//	exercises/bird-dog.yaml#cautions -! [2026-03-12 Kari Nordmann] wrist | knee
//
// The first line is the format. A file without it is of the format before, which had no
// brackets. The lines are sorted, with an empty line between sections, so that two people
// who confirm different ones have no merge conflict.
type Lock struct {
	entries map[lockKey]entry
}

// A lockKey is one section in one language.
type lockKey struct {
	Key, ID string
	Lang    lang.Lang
}

func (k lockKey) compare(to lockKey) int {
	return cmp.Or(cmp.Compare(k.Key, to.Key), cmp.Compare(k.ID, to.ID), cmp.Compare(k.Lang, to.Lang))
}

// String returns the section as an argument of build confirm, without the language.
func (k lockKey) String() string { return k.Key + "#" + k.ID }

type entry struct {
	text   []byte // in the file, which must not be changed
	sum    markdown.Sum
	stamp  string // who has confirmed it and when, or ""
	offset int    // of its line in the file

	critical bool // a record that was critical when it was confirmed
}

// ParseLock parses the lock.
func ParseLock(f source.File) (*Lock, diag.List) {
	l := &Lock{map[lockKey]entry{}}
	var probs diag.List
	if text := bytes.TrimSpace(f.Data); len(text) > 0 && bytes.HasPrefix(bytes.TrimLeft(f.Data, " "), []byte("\n")) {
		return l, diag.List{diag.Errorf(f.Path, 0, "the lock starts with an empty line").
			Hintf("remove it: the first line is %q", present)}
	}
	offset := 0
	key, stamped := lockKey{}, false
	for line := range bytes.Lines(f.Data) {
		text := bytes.TrimSuffix(line, []byte("\n"))
		switch {
		case len(bytes.TrimSpace(text)) == 0:
		case offset == 0 && string(text) == present:
			stamped = true
		case offset == 0 && bytes.HasPrefix(text, []byte(format)):
			return l, diag.List{diag.Errorf(f.Path, 0, "the lock has another format than %q", present).
				Hintf("restore the first line, or use the program that wrote the file")}
		default:
			var e entry
			var ok bool
			key, e, ok = parseLine(text, key.Key, stamped)
			e.offset = offset
			_, twice := l.entries[key]
			switch {
			case !ok:
				probs = append(probs, diag.Errorf(f.Path, offset, "this is not a line of a lock").
					Hintf("after a merge keep whole lines: page#section, language, text"))
			case twice:
				probs = append(probs, diag.Errorf(f.Path, offset, "%s in %q is here twice", key, key.Lang).
					Hintf("keep one line, or delete both and confirm the section again"))
			default:
				l.entries[key] = e
			}
		}
		offset += len(line)
	}
	return l, probs
}

// parseLine parses a line of the lock. last is the page of the line before, which is
// reused if it is the same, since a page has many lines.
func parseLine(line []byte, last string, stamped bool) (key lockKey, e entry, ok bool) {
	name, rest, hasName := bytes.Cut(line, []byte(" "))
	in, text, hasText := bytes.Cut(rest, []byte(" "))
	pageKey, id, hasID := bytes.Cut(name, []byte("#"))
	if string(pageKey) != last {
		last = string(pageKey)
	}
	in, e.critical = bytes.CutSuffix(in, []byte("!"))
	key = lockKey{last, string(id), lang.Lang(in)}
	ok = hasName && hasText && hasID && (page.IsKey(last) && !e.critical || isFile(last))
	if stamped {
		var isStamp bool
		e.stamp, text, isStamp = cutStamp(text)
		ok = ok && isStamp
	}
	e.text, e.sum = text, page.Sum(text)
	return key, e, ok && len(text) > 0
}

// Bytes returns the lock as its file.
func (l *Lock) Bytes() []byte {
	var b bytes.Buffer
	b.WriteString(present + "\n")
	last := ""
	for _, k := range slices.SortedFunc(maps.Keys(l.entries), lockKey.compare) {
		if k.String() != last {
			b.WriteByte('\n')
			last = k.String()
		}
		e := l.entries[k]
		b.WriteString(last + " " + string(k.Lang))
		if e.critical {
			b.WriteByte('!')
		}
		b.WriteByte(' ')
		if e.stamp != "" || bytes.HasPrefix(e.text, []byte("[")) {
			b.WriteString("[" + e.stamp + "] ")
		}
		b.Write(e.text)
		b.WriteByte('\n')
	}
	return b.Bytes()
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
