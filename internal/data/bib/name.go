package bib

import (
	"cmp"
	"encoding/json"
	"strings"
	"unicode"
)

// A Name is a person's or, as Literal, an organisation's.
type Name struct {
	Family   string `json:"family"`
	Given    string `json:"given"`
	Particle string `json:"non-dropping-particle"` // van in van Tulder M
	Dropping string `json:"dropping-particle"`     // de in La Fontaine J de
	Suffix   string `json:"suffix"`                // Jr.
	Literal  string `json:"literal"`
}

// UnmarshalJSON reads a name, or a name on one line: Thompson || Hunter S.
func (n *Name) UnmarshalJSON(data []byte) error {
	var line string
	if json.Unmarshal(data, &line) == nil {
		*n = nameOf(line)
		return nil
	}
	*n = Name{}
	type fields Name // without this method
	if err := json.Unmarshal(data, (*fields)(n)); err != nil {
		return err
	}
	n.divide()
	return nil
}

// nameOf reads a name as a note has it: Thompson || Hunter S.
func nameOf(line string) Name {
	family, given, both := strings.Cut(line, "||")
	if !both {
		return Name{Literal: strings.TrimSpace(line)}
	}
	n := Name{Family: strings.TrimSpace(family), Given: strings.TrimSpace(given)}
	n.divide()
	return n
}

// divide moves what programs write in the given name to where it belongs: a suffix after a
// comma, and particles, which are in lower case, after the name. Quotes around a name say
// that it is not to be divided.
func (n *Name) divide() {
	if family, quoted := unquote(n.Family); quoted {
		n.Family = family
	}
	given, quoted := unquote(n.Given)
	if quoted {
		n.Given = given
		return
	}
	if before, after, ok := strings.Cut(n.Given, ","); ok && n.Suffix == "" && before != "" {
		n.Given, n.Suffix = before, strings.TrimSpace(strings.TrimPrefix(after, "!"))
	}
	words := strings.Fields(n.Given)
	last := len(words)
	for last > 0 && isParticle(words[last-1]) {
		last--
	}
	if n.Dropping == "" && last > 0 && last < len(words) {
		n.Given, n.Dropping = strings.Join(words[:last], " "), strings.Join(words[last:], " ")
	}
}

func unquote(s string) (text string, quoted bool) {
	if len(s) > 2 && s[0] == '"' && s[len(s)-1] == '"' {
		return s[1 : len(s)-1], true
	}
	return s, false
}

// isParticle reports whether a word of a name is in lower case.
func isParticle(word string) bool {
	for _, r := range word {
		if !unicode.IsLower(r) && !strings.ContainsRune("'’-–.", r) {
			return false
		}
	}
	return true
}

// String returns a name in the Vancouver style: Hodges PW, La Fontaine J de, King ML Jr.
func (n Name) String() string {
	if n.Literal != "" {
		return apostrophes(n.Literal)
	}
	if n.Family == "" {
		return apostrophes(spaced(n.Particle, n.Given, n.Dropping, n.Suffix)) // a mononym, which is no initial
	}
	if !isSpaced(n.Family) {
		return n.Family + initials(n.Given)
	}
	family := n.Family
	if n.Particle != "" {
		family = bound(n.Particle) + family
	}
	return apostrophes(spaced(family, initials(n.Given), n.Dropping, n.Suffix))
}

// sorted returns a name in the order by which lists are sorted: Tulder, Maurits W. van.
func (n Name) sorted() string {
	if n.Literal != "" {
		return n.Literal
	}
	given := spaced(n.Given, n.Dropping, n.Particle)
	parts := []string{cmp.Or(n.Family, given)}
	if n.Family != "" && given != "" {
		parts = append(parts, given)
	}
	if n.Suffix != "" {
		parts = append(parts, n.Suffix)
	}
	return strings.Join(parts, ", ")
}

// bound returns a particle with a space after it, unless it ends with an apostrophe or a
// hyphen: d’Hemecourt.
func bound(particle string) string {
	if strings.HasSuffix(particle, "'") || strings.HasSuffix(particle, "’") || strings.HasSuffix(particle, "-") {
		return particle
	}
	return particle + " "
}

func apostrophes(s string) string { return strings.ReplaceAll(s, "'", "’") }

// unspaced are scripts in which a name is written without a space and whole.
var unspaced = []*unicode.RangeTable{unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul}

func isSpaced(name string) bool {
	for _, r := range name {
		if !unicode.In(r, unspaced...) {
			return true
		}
	}
	return false
}

// maxListed is how many authors are named before "et al.": the National Library of
// Medicine's Citing Medicine, for long lists in the Vancouver style.
const maxListed = 6

// names returns names as "Hodges PW, van Tulder MW, et al".
func names(list []Name, incomplete bool, t *Terms) string {
	out := make([]string, 0, maxListed+1)
	for i, n := range list {
		if i == maxListed {
			incomplete = true
			break
		}
		out = append(out, n.String())
	}
	if incomplete && len(out) > 0 {
		out = append(out, t.EtAl)
	}
	return strings.Join(out, ", ")
}

// labelled returns names with what they are: "Adams M, Bogduk N, editors", or nothing.
func labelled(list []Name, one, many string, t *Terms) Rich {
	switch len(list) {
	case 0:
		return nil
	case 1:
		many = one
	}
	return plain(names(list, false, t) + ", " + many)
}
