// Package bibtex reads BibTeX and BibLaTeX: entries, with the macros of @string replaced, and
// what TeX writes in them as plain text.
//
//	scan.go     the characters of a text
//	symbol.go   what TeX's commands for letters and signs show
//	tex.go      TeX as plain text
//	name.go     lists of names
//	bibtex.go   entries and their fields
//
// As in BibTeX, text outside of entries is a comment. Unlike in BibTeX, a brace after a
// backslash is a letter, so that one alone does not swallow the rest of the file.
package bibtex

import (
	"strings"

	"rygghandboka/internal/base/diag"
)

// An Entry is one work.
type Entry struct {
	Type   string // in lower case
	Key    string
	Fields []Field
	Offset int // in bytes from the start of the file
}

// A Field is a name in lower case, and its value as TeX.
type Field struct{ Name, Value string }

// Get returns the value of the first of some fields that the entry has, as TeX.
func (e *Entry) Get(names ...string) string {
	for _, name := range names {
		for _, f := range e.Fields {
			if f.Name == name && strings.TrimSpace(f.Value) != "" {
				return f.Value
			}
		}
	}
	return ""
}

// Parse reads a file. After a mistake it goes on with the next entry.
func Parse(file, text string) ([]Entry, diag.List) {
	p := &parser{scanner: scanner{text: text}, file: file, macros: map[string]string{}}
	for _, month := range months {
		p.macros[month] = month
	}
	for p.next() {
		start := p.at
		p.at++ // the @
		kind := strings.ToLower(p.word())
		p.space()
		if kind == "" || !p.see("{(") {
			continue // an e-mail address in a comment
		}
		if !p.block(kind, start) {
			p.at = p.nextEntry(start + 1)
		}
	}
	inherit(p.entries)
	return p.entries, p.probs
}

// months are the macros that every file has.
var months = []string{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}

type parser struct {
	scanner
	file    string
	macros  map[string]string // by name in lower case
	entries []Entry
	probs   diag.List
}

// block reads what is between the braces after @ and a kind. It reports whether that has an
// end.
func (p *parser) block(kind string, start int) bool {
	switch kind {
	case "comment", "preamble":
		_, ok := p.group()
		if !ok {
			p.at = start + 1
		}
		return true
	case "string":
		p.at++
		name, value, ok := p.field("a macro")
		if ok {
			p.macros[name] = value
		}
		return ok && p.closed("a macro", start)
	}
	p.at++
	e := Entry{Type: kind, Offset: start}
	e.Key = strings.TrimSpace(p.until(",})\n"))
	if strings.Contains(e.Key, "=") {
		p.fail(start, "an entry without a key").Hint = "write  @article{key, title = {…}}"
		return false
	}
	what := "the entry " + e.Key
	for p.space(); p.see(","); p.space() {
		p.at++
		if p.space(); p.see(",})") {
			continue
		}
		name, value, ok := p.field(what)
		if !ok {
			return false
		}
		e.Fields = append(e.Fields, Field{name, value})
	}
	if !p.closed(what, start) {
		return false
	}
	p.entries = append(p.entries, e)
	return true
}

// closed reads the closing brace of a block.
func (p *parser) closed(what string, start int) bool {
	p.space()
	if p.see("})") {
		p.at++
		return true
	}
	if p.at >= len(p.text) {
		p.fail(start, "%s is not closed", what).Hint = "it ends with }"
		return false
	}
	p.fail(p.at, "%s: a comma or the closing } is expected", what)
	return false
}

// field reads a name, = and a value.
func (p *parser) field(what string) (name, value string, ok bool) {
	p.space()
	at := p.at
	name = strings.ToLower(strings.TrimSpace(p.until("={}\",\n")))
	if name == "" || !p.see("=") {
		p.fail(at, "%s: a field is expected", what).Hint = "write  title = {…}"
		return "", "", false
	}
	p.at++
	value, ok = p.value(what + ": " + name)
	return name, value, ok
}

// value reads parts that # joins.
func (p *parser) value(what string) (string, bool) {
	var b strings.Builder
	for {
		p.space()
		at := p.at
		switch {
		case p.see("{"), p.see(`"`):
			part, ok := p.group()
			if !ok {
				p.fail(at, "%s is not closed", what)
				return "", false
			}
			b.WriteString(part)
		default:
			word := strings.TrimSpace(p.until("#,})\n"))
			if word == "" {
				p.fail(at, "%s has no value", what)
				return "", false
			}
			b.WriteString(p.macro(word, what, at))
		}
		if p.space(); !p.see("#") {
			return b.String(), true
		}
		p.at++
	}
}

// macro returns what a word that is not in quotes means: a number, or what @string says.
func (p *parser) macro(word, what string, at int) string {
	if strings.Trim(word, "0123456789-/") == "" {
		return word
	}
	value, known := p.macros[strings.ToLower(word)]
	if !known {
		p.probs = append(p.probs, diag.Warnf(p.file, at, "%s: no @string says what %s means", what, word).
			Hintf("it is taken as it is written; text is in braces"))
		return word
	}
	return value
}

func (p *parser) fail(at int, format string, args ...any) *diag.Problem {
	p.probs = append(p.probs, diag.Errorf(p.file, at, format, args...))
	return &p.probs[len(p.probs)-1]
}

// inherit gives entries with a crossref the fields of that entry that they lack. Its title is
// what they are a part of.
func inherit(entries []Entry) {
	byKey := map[string]*Entry{}
	for i := range entries {
		byKey[strings.ToLower(entries[i].Key)] = &entries[i]
	}
	for i := range entries {
		e := &entries[i]
		parent := byKey[strings.ToLower(strings.TrimSpace(e.Get("crossref")))]
		if parent == nil || parent == e {
			continue
		}
		if title := parent.Get("title"); title != "" && e.Get("booktitle") == "" {
			e.Fields = append(e.Fields, Field{"booktitle", title})
		}
		for _, f := range parent.Fields {
			if f.Name != "title" && f.Name != "crossref" && f.Name != "doi" && e.Get(f.Name) == "" {
				e.Fields = append(e.Fields, f)
			}
		}
	}
}
