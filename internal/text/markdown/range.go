package markdown

import "rygghandboka/internal/base/diag"

// Falling returns problems of the ranges that fall in a text at an offset of a file, such as
// 30–20 seconds: one of the two numbers is wrong.
func (c *Converter) Falling(file, text string, offset int) (probs diag.List) {
	for _, r := range c.facts.Falling(text) {
		probs = append(probs, diag.FallingAt(file, offset+r.Start, text[r.Start:r.End]))
	}
	return probs
}

// falling reports the ranges that fall in the text of a block, whose places are known.
func (c *checker) falling(text string, places spans) {
	for _, r := range c.facts.Falling(text) {
		c.add(diag.FallingAt(c.file, places.at(r.Start), text[r.Start:r.End]))
	}
}
