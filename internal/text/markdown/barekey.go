package markdown

import (
	"bytes"
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// A BareKey is a key after an @ outside a citation: [see @key], (@key), @key writes.
// Readers would see it as it is written. Only the whole site knows whether there is
// such a work (rule/citation.go), and distinguishes a key from an e-mail address.
type BareKey struct {
	Key    string
	Offset int    // of the @
	Glued  bool   // a letter or digit is before the @, as in an address
	Hint   string // what the author seems to have meant, and how it is written
}

var bareKeyForm = regexp.MustCompile(`@\{?([\pL\pN][\pL\pN:._-]*)`)

// asText matches before an @ that is no key's: after a backslash, or a bracket that
// has one, and in an address.
var asText = regexp.MustCompile(`(?:\\\[?|/)$`)

// BareKeys returns the bare keys in text that is not code.
func BareKeys(text []byte, offset int) (found []BareKey) {
	if bytes.IndexByte(text, '@') < 0 {
		return nil
	}
	for _, m := range bareKeyForm.FindAllSubmatchIndex(text, -1) {
		before := text[:m[0]]
		if asText.Match(before) {
			continue
		}
		key := strings.TrimRight(string(text[m[2]:m[3]]), ":._-")
		found = append(found, BareKey{key, offset + m[0], glued.Match(before), meant(before, key)})
	}
	return found
}

var glued = regexp.MustCompile(`[\pL\pN._%+~]$`)

// meant returns how to write what resembles pandoc's forms of a citation.
func meant(before []byte, key string) string {
	cite := "[@" + key + "]"
	open := bytes.LastIndexByte(before, '[')
	inside := open > bytes.LastIndexByte(before, ']')
	switch trimmed := bytes.TrimRight(before, " "); {
	case inside && bytes.HasSuffix(trimmed, []byte("[-")):
		return "a citation never names the author: write " + cite
	case inside && bytes.HasSuffix(trimmed, []byte("[")):
		return "write it without the space: " + cite
	case inside:
		return "a citation has no words before the key: write them in the sentence, then " + cite
	case bytes.HasSuffix(trimmed, []byte("(")):
		return "a citation has square brackets: write " + cite
	}
	return "a citation has square brackets: write the name as text, then " + cite
}

// bareKeysIn adds the bare keys of a text outside code.
func (c *checker) bareKeysIn(n *ast.Text) {
	if n.IsRaw() || n.Parent().Kind() == ast.KindCodeSpan {
		return
	}
	start := n.Segment.Start
	for _, s := range BareKeys(n.Segment.Value(c.src), start) {
		if s.Offset == start && start > 0 && c.src[start-1] == '\\' {
			continue
		}
		if !c.reported(s.Offset) && !c.reported(s.Offset-1) {
			c.bareKeys = append(c.bareKeys, s)
		}
	}
}

// wikiBareKeys adds the bare keys in the text of a [[link|text]].
func (c *checker) wikiBareKeys(n *wiki) {
	if n.text == "" {
		return
	}
	source, _, _ := bytes.Cut(c.src[n.Pos():], []byte("]]"))
	key, label, _ := bytes.Cut(source, []byte("|"))
	c.bareKeys = append(c.bareKeys, BareKeys(label, n.Pos()+len(key)+1)...)
}
