package strict

import (
	"regexp"
	"strconv"

	"go.yaml.in/yaml/v4"

	"rygghandboka/internal/base/diag"
)

// unseen reports invisible characters in keys and values. They are written as escapes,
// since the text itself has none.
func (d *Document) unseen(n *yaml.Node) (probs diag.List) {
	for _, r := range diag.Unseen(n.Value) {
		at, written := d.escape(n, r)
		probs = append(probs, diag.UnseenAt(d.file, at, r, written))
	}
	for _, inner := range n.Content {
		probs = append(probs, d.unseen(inner)...)
	}
	return probs
}

var escapeForm = regexp.MustCompile(`\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)`)

// escape returns the offset of the escape of a character in a value, and the escape. For
// an escape of one letter, such as \e, it is the offset of the value.
func (d *Document) escape(n *yaml.Node, r rune) (at int, written string) {
	at = d.pos(n)
	text := d.text[at-d.start:]
	for _, m := range escapeForm.FindAllStringIndex(text, -1) {
		found := text[m[0]:m[1]]
		if code, err := strconv.ParseUint(found[len(`\u`):], 16, 32); err == nil && rune(code) == r {
			return at + m[0], found
		}
	}
	return at, "an escape"
}
