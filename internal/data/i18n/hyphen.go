package i18n

import (
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

// The joints of long words, by language:
//
//	no:
//	  warn: 16
//	  parts: [muskel, trening]
//	  words: [allmenn|tilstand*]
//
// doc/syntax/hyphen.md says what they mean.

// HyphenPath is where the joints of long words stand in the input tree.
const HyphenPath = "content/shared/hyphens.yaml"

// Hyphens are the joints of long words in each language.
type Hyphens struct {
	Lists map[lang.Lang]hyphen.List

	// Whole is how many letters a word of a language has that should have a joint.
	Whole map[lang.Lang]int

	keys map[string]int // where each language stands in the file
}

// hyphens is one language of hyphens.yaml.
type hyphens struct {
	Warn  strict.Number   `yaml:"warn" doc:"a word of so many letters without a joint is a warning"`
	Parts []strict.String `yaml:"parts,optional" doc:"parts before which a long word may break"`
	Words []strict.String `yaml:"words,optional" doc:"words with a bar at each joint; a * at the end stands for any ending"`
}

// HyphenSchema returns the JSON Schema of hyphens.yaml.
func HyphenSchema() strict.Schema { return strict.SchemaOf(&map[string]hyphens{}) }

// ParseHyphens reads hyphens.yaml. What is wrong in it has no effect.
func ParseHyphens(f source.File) (*Hyphens, diag.List) {
	out := &Hyphens{Lists: map[lang.Lang]hyphen.List{}, Whole: map[lang.Lang]int{}}
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
		l := in[name]
		r := hyphenReader{file: f.Path, seen: map[string]bool{}}
		for _, part := range l.Parts {
			r.part(part)
		}
		for _, word := range l.Words {
			r.word(word)
		}
		r.nested(l.Parts)
		if n := l.Warn; n.Value != float64(int(n.Value)) || n.Value != 0 && n.Value < hyphen.Narrow {
			r.problem(diag.Errorf(f.Path, n.Offset, "words of %g letters are not divided", n.Value).Hintf("write %d or more", hyphen.Narrow))
		}
		out.Lists[lang.Lang(name)] = hyphen.List(r.list.String())
		out.Whole[lang.Lang(name)] = int(l.Warn.Value)
		probs = append(probs, r.probs...)
	}
	return out, probs
}

// Strays reports languages that words.yaml does not list.
func (h *Hyphens) Strays(t *Table) (probs diag.List) {
	var folders []string
	for _, l := range t.Languages() {
		folders = append(folders, string(l.Lang))
	}
	for _, name := range slices.Sorted(maps.Keys(h.Lists)) {
		if _, ok := t.Language(name); !ok {
			probs = append(probs, diag.Errorf(HyphenPath, h.keys[string(name)], "the language %q is not known", name).Hintf("%s", diag.SuggestOr(string(name), folders)))
		}
	}
	return probs
}

// A hyphenReader reads the entries of one language.
type hyphenReader struct {
	file  string
	seen  map[string]bool
	list  strings.Builder
	probs diag.List
}

func (r *hyphenReader) problem(p diag.Problem) { r.probs = append(r.probs, p) }

// part reads a part.
func (r *hyphenReader) part(s strict.String) {
	if s.Text != "" && r.letters(s, s.Text) && r.long(s, s.Text) {
		r.add(s, "-"+s.Text)
	}
}

// word reads a word with its joints.
func (r *hyphenReader) word(s strict.String) {
	if s.Text == "" {
		return // Decode has said so
	}
	stem := strings.TrimSuffix(s.Text, "*")
	for _, piece := range strings.Split(stem, "|") {
		if !r.letters(s, piece) || strings.Contains(stem, "|") && !r.long(s, piece) {
			return
		}
	}
	if n := utf8.RuneCountInString(strings.ReplaceAll(stem, "|", "")); n < hyphen.Narrow && stem == s.Text {
		r.problem(diag.Errorf(r.file, s.Offset, "%q has %d letters, and words of fewer than %d are not divided", s.Text, n, hyphen.Narrow).Hintf("take it away, or write %s* for its longer forms", s.Text))
		return
	}
	r.add(s, s.Text)
}

// letters reports whether a piece of an entry is small letters.
func (r *hyphenReader) letters(s strict.String, piece string) bool {
	ok := piece != "" && !strings.ContainsFunc(piece, func(c rune) bool { return !unicode.IsLower(c) })
	if !ok {
		r.problem(diag.Errorf(r.file, s.Offset, "%q is not written in small letters", s.Text).Hintf("a part is muskulatur; a word is kjerne|muskulatur or kjerne|muskulatur*"))
	}
	return ok
}

// long reports whether a piece has the letters that a line must keep.
func (r *hyphenReader) long(s strict.String, piece string) bool {
	n := utf8.RuneCountInString(piece)
	if n < hyphen.Least {
		r.problem(diag.Errorf(r.file, s.Offset, "%q has a piece of %d letters", s.Text, n).Hintf("at least %d must stand on either side of a joint", hyphen.Least))
	}
	return n >= hyphen.Least
}

func (r *hyphenReader) add(s strict.String, line string) {
	bare := strings.TrimSuffix(strings.ReplaceAll(line, "|", ""), "*")
	if r.seen[bare] {
		r.problem(diag.Errorf(r.file, s.Offset, "%q is listed twice", s.Text))
		return
	}
	r.seen[bare] = true
	r.list.WriteString(line + "\n")
}

// nested reports parts that begin with another, and so add nothing.
func (r *hyphenReader) nested(parts []strict.String) {
	for _, long := range parts {
		for _, short := range parts {
			if short.Text != "" && long.Text != short.Text && strings.HasPrefix(long.Text, short.Text) {
				r.problem(diag.Errorf(r.file, long.Offset, "%q adds nothing to the part %q", long.Text, short.Text).Hintf("take it away"))
			}
		}
	}
}
