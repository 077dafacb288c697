package rule

import (
	"bytes"
	"iter"
	"regexp"
	"slices"
	"strings"

	"rygghandboka/internal/base/strict"
	"rygghandboka/internal/data/i18n"
	"rygghandboka/internal/site"
	"rygghandboka/internal/text/readability"
)

// shares are the patterns with which a language states a share of people: 40 %, 40 per cent.
// A number in code or in an address states none, and neither does the size of something:
// "100 % of the width".
type shares struct {
	stated *regexp.Regexp
	units  []string       // how each word for a share begins, besides the sign
	size   *regexp.Regexp // matches a sentence about a size; nil if there are no words for one
}

func newShares(c i18n.Citing) shares {
	s := shares{stated: regexp.MustCompile(`\d+(?:[.,–-]\d+)*\s?` + oneOf("%", c.Shares...))}
	for _, w := range c.Shares {
		first, _, _ := strings.Cut(w, " ")
		s.units = append(s.units, first)
	}
	if len(c.Sizes) > 0 {
		words := strings.ReplaceAll(oneOf(c.Sizes[0], c.Sizes[1:]...), `\*`, `\pL*`)
		s.size = regexp.MustCompile(`(?i)(?:^|[^\pL])` + words + `(?:[^\pL]|$)`)
	}
	return s
}

// unsupported returns the offset at which a page without any citation states what needs one,
// or -1.
func (s shares) unsupported(e *site.Entry, text []byte) int {
	if len(e.References) > 0 || e.Kind.Traits().Listing {
		return -1
	}
	if e.Name() == flagsName {
		return e.Title.Offset
	}
	if bytes.IndexByte(text, '%') < 0 && !s.namesUnit(text) {
		return -1
	}
	for _, part := range e.Parts {
		for _, t := range part.In(strict.Prose, strict.Name, strict.Label) {
			if at := s.in(t.Text); at >= 0 {
				return t.Offset + at
			}
		}
	}
	if len(e.Sections) == 0 { // the body cannot be read, which has been told
		return -1
	}
	start := e.Sections[0].Start
	for at, block := range proseBlocks(text[start:]) {
		if n := s.in(block); n >= 0 {
			return start + at + n
		}
	}
	return -1
}

// namesUnit reports whether a text may have a word for a share. Most have none, and are
// not searched with a pattern.
func (s shares) namesUnit(text []byte) bool {
	return slices.ContainsFunc(s.units, func(unit string) bool { return bytes.Contains(text, []byte(unit)) })
}

// in returns the offset of the first share that a text states, or -1.
func (s shares) in(text string) int {
	for at, sentence := range readability.Divide(text) {
		m := s.stated.FindStringIndex(sentence)
		if m != nil && (s.size == nil || !s.size.MatchString(sentence)) {
			return at + m[0]
		}
	}
	return -1
}

var (
	// noProse matches code, the addresses of links, and addresses as they are.
	noProse = regexp.MustCompile("(?ms)^[ >]*(?:```.*?```|~~~.*?~~~)|`+[^`]+`+|" +
		`\]\([^()\s]*\)|<[^<>\s]+>|https?://\S+`)

	// blockEnd matches before a paragraph, an item of a list, a row of a table and a heading.
	blockEnd = regexp.MustCompile(`\n[ >]*(?:\n|(?:[-|#]|\d+\.) ?)`)
)

// proseBlocks divides the body of a page into blocks, each with its offset. What is no prose
// is spaces.
func proseBlocks(body []byte) iter.Seq2[int, string] {
	text := noProse.ReplaceAllStringFunc(string(body), func(s string) string {
		return strings.Repeat(" ", len(s))
	})
	return func(yield func(int, string) bool) {
		start := 0
		for _, m := range blockEnd.FindAllStringIndex(text, -1) {
			if !yield(start, text[start:m[0]]) {
				return
			}
			start = m[1]
		}
		yield(start, text[start:])
	}
}
