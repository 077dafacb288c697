package markdown

import (
	"github.com/yuin/goldmark/ast"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/text/hyphen"
)

// Soft hyphens are inserted when text is rendered (typographicWriter, renderWiki), so
// that the syntax tree has none; the comparison of letters and numbers ignores them.
// Code, addresses and phrases in another language have none.

// unbrokenIn warns of the long words in a text for which no break is known.
func (c *checker) unbrokenIn(n *ast.Text) {
	warn := c.options.Hyphenation.Warn
	if warn == 0 || n.IsRaw() || n.Parent().Kind() == ast.KindCodeSpan {
		return
	}
	text := n.Segment.Value(c.src)
	if !hyphen.MayContain(text, warn) {
		return
	}
	for p := n.Parent(); p != nil; p = p.Parent() {
		if p.Kind() == kindPhrase {
			return
		}
	}
	c.warnUnbroken(string(text), n.Segment.Start)
}

// unbrokenHint is the hint for a long word without a break.
const unbrokenHint = "add a part of it, or the word with a bar at each break, to content/shared/hyphens.yaml; " +
	"a word without a break is listed without a bar, and one in another language is written [word]{lang=en}"

// warnUnbroken warns of the long words in a text that have no break, once for each word.
func (c *checker) warnUnbroken(text string, offset int) {
	c.hyphenator.Unbroken(text, c.options.Hyphenation.Warn, func(at int, word string) {
		if c.unbroken[word] {
			return
		}
		if c.unbroken == nil {
			c.unbroken = map[string]bool{}
		}
		c.unbroken[word] = true
		c.warnf(offset+at, "no break is known in %q, so it may not fit on a phone", word).Hint = unbrokenHint
	})
}

// Unbroken warns of the long words without a break in a text of the front matter.
func (c *Converter) Unbroken(file, text string, offset int) diag.List {
	if c.options.Hyphenation.Warn == 0 {
		return nil
	}
	check := &checker{Converter: c, file: file}
	check.warnUnbroken(text, offset)
	return check.probs
}
