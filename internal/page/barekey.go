package page

import (
	"strings"

	"rygghandboka/internal/base/strict"
	"rygghandboka/internal/text/markdown"
)

// BareKeys returns the bare keys in the values of a YAML document, which text holds from a
// byte offset of its file on.
func BareKeys(doc *strict.Document, text string, start int) (found []markdown.BareKey) {
	if !strings.Contains(text, "@") {
		return nil
	}
	for _, s := range doc.Strings() {
		bracket := map[int]int{} // in the file, by that in the value
		at := s.Offset - start   // a key is in the file as in the value, whatever is folded around it
		for _, key := range markdown.BareKeys([]byte(s.Text), 0) {
			if n := strings.Index(text[at:], "@"+key.Key); n >= 0 {
				at += n
			}
			if _, seen := bracket[key.Bracket]; !seen {
				bracket[key.Bracket] = start + at
			}
			key.Offset, key.Bracket = start+at, bracket[key.Bracket]
			key.Hint = "nothing is cited here: cite the work in the text of a page"
			found = append(found, key)
			at++
		}
	}
	return found
}
