package markdown

import (
	"github.com/yuin/goldmark/ast"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/text/hyphen"
)

// Soft hyphens are put in when text is printed (typographicWriter, printWiki), so
// that nothing that reads the syntax tree meets them; the comparison of letters
// and numbers takes no notice of them. Code, addresses and phrases in another
// language have none.

// Hyphens are the joints of long words. Whole is how many letters a word has that
// should have one; 0 is for a language whose joints are not listed.
type Hyphens struct {
	List  hyphen.List
	Whole int
}

// unjoined warns of a long word in a text for which no joint is known, once.
func (c *checker) unjoined(n *ast.Text) {
	if c.hyphens.Whole == 0 || n.IsRaw() || n.Parent().Kind() == ast.KindCodeSpan {
		return
	}
	text := n.Segment.Value(c.src)
	if !hyphen.MayHold(text, c.hyphens.Whole) {
		return
	}
	for p := n.Parent(); p != nil; p = p.Parent() {
		if p.Kind() == kindPhrase {
			return
		}
	}
	c.whole(string(text), n.Segment.Start)
}

// whole warns of the long words in a text that have no joint.
func (c *checker) whole(text string, offset int) {
	c.joints.Whole(text, c.hyphens.Whole, func(at int, word string) {
		if c.unbroken[word] {
			return
		}
		if c.unbroken == nil {
			c.unbroken = map[string]bool{}
		}
		c.unbroken[word] = true
		c.warnf(offset+at, "no joint is known in %q, so it may not fit on a phone", word).Hint = "add a part of it, or the word with a bar at each joint, to content/shared/hyphens.yaml; a word without a joint is listed without a bar, and one in another language is written [word]{lang=en}"
	})
}

// Whole warns of the long words without a joint in a text of the front matter.
func (c *Converter) Whole(file, text string, offset int) diag.List {
	check := &checker{file: file, joints: c.joints, hyphens: c.Hyphens}
	if c.Hyphens.Whole > 0 {
		check.whole(text, offset)
	}
	return check.probs
}
