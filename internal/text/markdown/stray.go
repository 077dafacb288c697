package markdown

import (
	"bytes"
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// A Stray is a key after an @ outside a citation: [see @key], (@key), @key says.
// Readers would see it as it is written. Whether there is such a work is seen by
// the whole site only (rule/citation.go), where an address of e-mail is told from
// a key.
type Stray struct {
	Key    string
	Offset int    // of the @
	Glued  bool   // a letter or digit stands before the @, as in an address
	Hint   string // what the author seems to have meant, and how it is written
}

var strayForm = regexp.MustCompile(`@\{?([\pL\pN][\pL\pN:._-]*)`)

// asText matches before an @ that is no key's: after a backslash, or a bracket that
// has one, and in an address.
var asText = regexp.MustCompile(`(?:\\\[?|/)$`)

// Strays finds the strays in text that is no code.
func Strays(text []byte, offset int) (found []Stray) {
	if bytes.IndexByte(text, '@') < 0 {
		return nil
	}
	for _, m := range strayForm.FindAllSubmatchIndex(text, -1) {
		before := text[:m[0]]
		if asText.Match(before) {
			continue
		}
		key := strings.TrimRight(string(text[m[2]:m[3]]), ":._-")
		found = append(found, Stray{key, offset + m[0], glued.Match(before), meant(before, key)})
	}
	return found
}

var glued = regexp.MustCompile(`[\pL\pN._%+~]$`)

// meant says how to write what stands like pandoc's forms of a citation.
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

// stray notes the strays of a text outside code.
func (c *checker) stray(n *ast.Text) {
	if n.IsRaw() || n.Parent().Kind() == ast.KindCodeSpan {
		return
	}
	start := n.Segment.Start
	for _, s := range Strays(n.Segment.Value(c.src), start) {
		if s.Offset == start && start > 0 && c.src[start-1] == '\\' {
			continue
		}
		if !c.reported(s.Offset) && !c.reported(s.Offset-1) {
			c.strays = append(c.strays, s)
		}
	}
}

// wikiStrays notes the strays in the text of a [[link|text]].
func (c *checker) wikiStrays(n *wiki) {
	if n.text == "" {
		return
	}
	source, _, _ := bytes.Cut(c.src[n.Pos():], []byte("]]"))
	key, label, _ := bytes.Cut(source, []byte("|"))
	c.strays = append(c.strays, Strays(label, n.Pos()+len(key)+1)...)
}
