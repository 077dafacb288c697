package page

import (
	"strings"

	"rygghandboka/internal/base/strict"
	"rygghandboka/internal/text/markdown"
)

// Strays finds the strays in the values of a YAML document, which text holds from a
// byte offset of its file on.
func Strays(doc *strict.Document, text string, start int) (found []markdown.Stray) {
	if !strings.Contains(text, "@") {
		return nil
	}
	for _, s := range doc.Strings() {
		at := s.Offset - start // a key stands in the file as in the value, whatever is folded around it
		for _, stray := range markdown.Strays([]byte(s.Text), 0) {
			if n := strings.Index(text[at:], "@"+stray.Key); n >= 0 {
				at += n
			}
			stray.Offset = start + at
			stray.Hint = "nothing is cited here: cite the work in the text of a page"
			found = append(found, stray)
			at++
		}
	}
	return found
}
