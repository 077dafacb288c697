package i18n

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/strict"
	"rygghandboka/internal/source"
	"rygghandboka/internal/text/hyphen"
	"rygghandboka/internal/text/lang"
)

// The hyphenation of long words, by language:
//
//	no:
//	  warn: 16
//	  parts: [muskel, trening]
//	  words: [allmenn|tilstand*]
//
// doc/syntax/hyphen.md explains them.

// HyphenPath is the path of the list in the input tree.
const HyphenPath = "content/shared/hyphens.yaml"

// Hyphenation is that of each language.
type Hyphenation struct {
	Lists map[lang.Lang]hyphen.List

	keys map[string]int // the offset of each language in the file
}

// hyphens is one language of hyphens.yaml.
type hyphens struct {
	Warn  strict.Number `yaml:"warn" doc:"a word of so many letters without a break is a warning"`
	Parts []strict.Text `yaml:"parts,optional" doc:"parts before which a long word may break"`
	Words []strict.Text `yaml:"words,optional" doc:"words with a bar at each break; a * at the end is any ending"`
}

// HyphenSchema returns the JSON Schema of hyphens.yaml.
func HyphenSchema() strict.Schema { return strict.SchemaOf(&map[string]hyphens{}) }

// ParseHyphens parses hyphens.yaml. Entries with problems are left out.
func ParseHyphens(f source.File) (*Hyphenation, diag.List) {
	out := &Hyphenation{Lists: map[lang.Lang]hyphen.List{}}
	if len(f.Data) == 0 {
		return out, nil
	}
	doc, probs := strict.Parse(f.Path, string(f.Data), 0)
	if doc == nil {
		return out, probs
	}
	out.keys = doc.Keys()
	var in map[string]hyphens
	probs = doc.Decode(&in)
	for _, name := range slices.Sorted(maps.Keys(in)) {
		list, more := in[name].parse(f.Path)
		out.Lists[lang.Lang(name)] = list
		probs = append(probs, more...)
	}
	return out, probs
}

// parse parses the entries of one language.
func (h hyphens) parse(file string) (hyphen.List, diag.List) {
	p := hyphenParser{file: file, seen: map[string]bool{}}
	list := hyphen.List{Warn: int(h.Warn.Value)}
	for _, part := range h.Parts {
		if p.part(part) {
			list.Parts = append(list.Parts, part.Text)
		}
	}
	for _, word := range h.Words {
		if p.word(word) {
			list.Words = append(list.Words, hyphen.ParseWord(word.Text))
		}
	}
	p.nested(h.Parts)
	if n := h.Warn; n.Value != float64(int(n.Value)) || n.Value != 0 && n.Value < hyphen.Narrow {
		p.errorf(n.Offset, "words of %g letters are not divided", n.Value).Hint =
			fmt.Sprintf("write %d or more", hyphen.Narrow)
	}
	return list, p.probs
}

// UnknownLanguages reports languages that words.yaml does not list.
func (h *Hyphenation) UnknownLanguages(t *Table) (probs diag.List) {
	var folders []string
	for _, l := range t.Languages() {
		folders = append(folders, string(l.Lang))
	}
	for _, name := range slices.Sorted(maps.Keys(h.Lists)) {
		if _, ok := t.Language(name); !ok {
			p := diag.Errorf(HyphenPath, h.keys[string(name)], "the language %q is not known", name)
			probs = append(probs, p.Hintf("%s", diag.SuggestOr(string(name), folders)))
		}
	}
	return probs
}

// A hyphenParser checks the entries of one language.
type hyphenParser struct {
	file  string
	seen  map[string]bool
	probs diag.List
}

// errorf adds a problem and returns it, so that a hint can be added.
func (p *hyphenParser) errorf(offset int, format string, args ...any) *diag.Problem {
	p.probs = append(p.probs, diag.Errorf(p.file, offset, format, args...))
	return &p.probs[len(p.probs)-1]
}

// part reports whether a part is valid.
func (p *hyphenParser) part(s strict.Text) bool {
	return s.Text != "" && p.letters(s, s.Text) && p.long(s, s.Text) && p.first(s, "-"+s.Text)
}

// word reports whether a word with its breaks is valid.
func (p *hyphenParser) word(s strict.Text) bool {
	if s.Text == "" {
		return false // which Decode has reported
	}
	stem := strings.TrimSuffix(s.Text, "*")
	for _, piece := range strings.Split(stem, "|") {
		if !p.letters(s, piece) || strings.Contains(stem, "|") && !p.long(s, piece) {
			return false
		}
	}
	bare := strings.ReplaceAll(stem, "|", "")
	if n := utf8.RuneCountInString(bare); n < hyphen.Narrow && stem == s.Text {
		p.errorf(s.Offset, "%q has %d letters, and words of fewer than %d are not divided", s.Text, n, hyphen.Narrow).
			Hint = fmt.Sprintf("remove it, or write %s* for its longer forms", s.Text)
		return false
	}
	return p.first(s, bare)
}

// letters reports whether a piece of an entry is lower-case letters.
func (p *hyphenParser) letters(s strict.Text, piece string) bool {
	ok := piece != "" && !strings.ContainsFunc(piece, func(c rune) bool { return !unicode.IsLower(c) })
	if !ok {
		p.errorf(s.Offset, "%q is not in lower-case letters", s.Text).Hint =
			"a part is muskulatur; a word is kjerne|muskulatur or kjerne|muskulatur*"
	}
	return ok
}

// long reports whether a piece has the letters that a line must keep.
func (p *hyphenParser) long(s strict.Text, piece string) bool {
	n := utf8.RuneCountInString(piece)
	if n < hyphen.Least {
		p.errorf(s.Offset, "%q has a piece of %d letters", s.Text, n).Hint =
			fmt.Sprintf("there are at least %d on either side of a break", hyphen.Least)
	}
	return n >= hyphen.Least
}

// first reports whether an entry is the first with its bare text.
func (p *hyphenParser) first(s strict.Text, bare string) bool {
	if p.seen[bare] {
		p.errorf(s.Offset, "%q is listed twice", s.Text)
		return false
	}
	p.seen[bare] = true
	return true
}

// nested reports parts that begin with another, and so add nothing.
func (p *hyphenParser) nested(parts []strict.Text) {
	for _, long := range parts {
		for _, short := range parts {
			if short.Text != "" && long.Text != short.Text && strings.HasPrefix(long.Text, short.Text) {
				p.errorf(long.Offset, "%q adds nothing to the part %q", long.Text, short.Text).Hint = "remove it"
			}
		}
	}
}
