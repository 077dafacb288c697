package bib

import "strings"

// A Style is how a run of text is set. Styles add up.
type Style uint8

const (
	Italic Style = 1 << iota
	Bold
	SmallCaps
	Sub
	Sup
)

// A Run is text in one style.
type Run struct {
	Text  string
	Style Style
}

// Rich is text with styles: what Zotero's markup of a title means. Package render makes
// HTML of it, and String plain text for everything else.
type Rich []Run

// plain returns a text without styles.
func plain(s string) Rich {
	if s == "" {
		return nil
	}
	return Rich{{Text: s}}
}

// String returns the text without styles. What is raised or lowered is so in Unicode too,
// where it has the characters: 10⁶ is not 106. Small capitals are capitals.
func (r Rich) String() string {
	var b strings.Builder
	for _, run := range r {
		b.WriteString(run.plain())
	}
	return b.String()
}

// plain returns a run without its style.
func (r Run) plain() string {
	switch {
	case r.Style&SmallCaps != 0:
		return strings.ToUpper(r.Text)
	case r.Style&Sup != 0:
		return shifted(r.Text, raised)
	case r.Style&Sub != 0:
		return shifted(r.Text, lowered)
	}
	return r.Text
}

var raised, lowered = pairs("0⁰1¹2²3³4⁴5⁵6⁶7⁷8⁸9⁹+⁺-⁻−⁻=⁼(⁽)⁾nⁿiⁱ"), pairs("0₀1₁2₂3₃4₄5₅6₆7₇8₈9₉+₊-₋−₋=₌(₍)₎")

// pairs returns a table of characters, each followed by its replacement.
func pairs(s string) map[rune]rune {
	table, runes := map[rune]rune{}, []rune(s)
	for i := 0; i < len(runes); i += 2 {
		table[runes[i]] = runes[i+1]
	}
	return table
}

// shifted returns s with all its characters replaced, or s if the table lacks one of them.
func shifted(s string, table map[rune]rune) string {
	var b strings.Builder
	for _, r := range s {
		to, ok := table[r]
		if !ok {
			return s
		}
		b.WriteRune(to)
	}
	return b.String()
}

// A cell is one character of rich text.
type cell struct {
	char  rune
	style Style
}

// cells returns the characters of a text.
func (r Rich) cells() (list []cell) {
	for _, run := range r {
		for _, char := range run.Text {
			list = append(list, cell{char, run.Style})
		}
	}
	return list
}

// runs returns the text that consists of characters.
func runs(list []cell) (r Rich) {
	for start := 0; start < len(list); {
		end := start
		var b strings.Builder
		for ; end < len(list) && list[end].style == list[start].style; end++ {
			b.WriteRune(list[end].char)
		}
		r = append(r, Run{b.String(), list[start].style})
		start = end
	}
	return r
}
