package markdown

import (
	"bytes"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
)

// A BareKey is a key outside a citation: [see @key], (@key), @key writes, [key].
// Readers would see it as it is written. Only the whole site knows whether there is
// such a work (rule/citation.go), and distinguishes a key from an e-mail address.
type BareKey struct {
	Key     string
	Offset  int    // of the @, or of the bracket before a key without one
	Bracket int    // offset of the bracket that the key is in, else Offset
	Glued   bool   // a letter or digit is before the @, as in an address
	NoSign  bool   // the key has no @, and only the key of a work is one
	Hint    string // what the author seems to have meant, and how it is written
}

var (
	bareKeyForm = regexp.MustCompile(`@\{?([\pL\pN][\pL\pN:._-]*)`)
	noSignForm  = regexp.MustCompile(`\[([\pL\pN][\pL\pN:._-]*)\]`)
)

// isText reports whether an @ after a text is no key's: after a backslash, or a bracket that
// has one, and in an address.
func isText(before []byte) bool {
	return bytes.HasSuffix(before, []byte(`/`)) ||
		bytes.HasSuffix(bytes.TrimSuffix(before, []byte(`[`)), []byte(`\`))
}

// BareKeys returns the bare keys in text that is not code.
func BareKeys(text []byte, offset int) []BareKey { return bareKeys(text, 0, len(text), offset) }

// bareKeys returns the bare keys in src from start to end. What is around them is the text that
// they are in.
func bareKeys(src []byte, start, end, offset int) (found []BareKey) {
	if text := src[start:end]; bytes.IndexByte(text, '@') >= 0 {
		for _, m := range bareKeyForm.FindAllSubmatchIndex(text, -1) {
			at := start + m[0]
			if isText(src[:at]) {
				continue
			}
			bracket := openBracket(src, at)
			if bracket < 0 {
				bracket = at
			}
			found = append(found, BareKey{
				Key:     trimKey(text[m[2]:m[3]]),
				Offset:  offset + at,
				Bracket: offset + bracket,
				Glued:   isGlued(src[:at]),
			})
		}
	}
	return found
}

// trimKey returns a key without the signs after it that end a sentence.
func trimKey(key []byte) string { return string(bytes.TrimRight(key, ":._-")) }

// isGlued reports whether an @ after a text is part of a word or an address.
func isGlued(before []byte) bool {
	r, n := utf8.DecodeLastRune(before)
	return n > 0 && (unicode.In(r, unicode.L, unicode.N) || strings.ContainsRune("._%+~", r))
}

// openBracket returns the offset of the innermost bracket that is open before an offset, in the
// same paragraph, or -1.
func openBracket(src []byte, before int) int {
	closed := 0
	for i := before - 1; i >= 0; i-- {
		switch src[i] {
		case ']', ')':
			closed++
		case '[', '(':
			if closed == 0 {
				return i
			}
			closed--
		case '\n':
			if i > 0 && src[i-1] == '\n' {
				return -1
			}
		}
	}
	return -1
}

// meant returns how to write what resembles pandoc's forms of a citation.
func (c *checker) meant(k BareKey) string {
	write := c.locators.citation(bracketed(c.src, k))
	before := strings.TrimSpace(string(c.src[k.Bracket:k.Offset]))
	switch {
	case before == "":
		return "a citation has square brackets: write the name as text, then " + write
	case before == "(":
		return "a citation has square brackets: write " + write
	case before[0] == '(':
		return "a citation has square brackets, and no words before the key: " +
			"write them in the sentence, then " + write
	case before == "[-":
		return "a citation never names the author: write " + write
	case before == "[":
		return "write it without the space: " + write
	}
	return "a citation has no words before the key: write them in the sentence, then " + write
}

// bracketed returns what is in the brackets around a key, or the key and the place in brackets
// after it, as pandoc has it: @key [p. 4].
func bracketed(src []byte, k BareKey) []byte {
	text := src[k.Offset:]
	if paragraph, _, more := bytes.Cut(text, []byte("\n\n")); more {
		text = paragraph
	}
	if k.Bracket == k.Offset {
		if m := withPlace.Find(text); m != nil {
			return m
		}
		return bareKeyForm.Find(text)
	}
	closing := "]"
	if src[k.Bracket] == '(' {
		closing = ")"
	}
	inside, _, closed := bytes.Cut(text, []byte(closing))
	if !closed {
		return bareKeyForm.Find(text)
	}
	return inside
}

var withPlace = regexp.MustCompile(`^@\{?[\pL\pN][\pL\pN:._-]*\}? \[[^\[\]@]*\]`)

// citation returns the citation of all works whose keys are in a text, each once, with the
// places that follow its key, or "" if there is no key.
func (l locators) citation(text []byte) string {
	var keys []string
	places := map[string][]string{}
	all := bareKeyForm.FindAllSubmatchIndex(text, -1)
	for i, m := range all {
		key := trimKey(text[m[2]:m[3]])
		if _, known := places[key]; !known {
			keys = append(keys, key)
			places[key] = nil
		}
		after := text[m[3]:]
		if i+1 < len(all) {
			after = text[m[3]:all[i+1][0]]
		}
		place := strings.Join(strings.Fields(strings.Trim(string(after), " \n,;.}[]")), " ")
		if place != "" && l.form().MatchString(place) {
			places[key] = append(places[key], place)
		}
	}
	for i, key := range keys {
		keys[i] = strings.Join(append([]string{"@" + key}, places[key]...), ", ")
	}
	if len(keys) == 0 {
		return ""
	}
	return "[" + strings.Join(keys, "; ") + "]"
}

// bareKeysIn adds the bare keys of a text outside code.
func (c *checker) bareKeysIn(n *ast.Text) {
	parent := n.Parent().Kind()
	if n.IsRaw() || parent == ast.KindCodeSpan || parent == ast.KindImage {
		return
	}
	c.addBareKeys(n.Segment.Start, n.Segment.Stop)
	text := n.Segment.Value(c.src)
	if bytes.IndexByte(text, '[') < 0 {
		return
	}
	for _, m := range noSignForm.FindAllSubmatchIndex(text, -1) {
		at, key := n.Segment.Start+m[0], string(text[m[2]:m[3]])
		if at == 0 || c.src[at-1] != '\\' {
			c.bareKeys = append(c.bareKeys, BareKey{
				Key: key, Offset: at, Bracket: at, NoSign: true, Hint: "write [@" + key + "]",
			})
		}
	}
}

// addBareKeys adds the bare keys of a part of the source, without those that are part of
// another mistake.
func (c *checker) addBareKeys(start, end int) {
	for _, k := range bareKeys(c.src, start, end, 0) {
		if !c.reported(k.Offset) && !c.reported(k.Offset-1) && !c.reported(k.Offset-2) {
			k.Hint = c.meant(k)
			c.bareKeys = append(c.bareKeys, k)
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
	start := n.Pos() + len(key) + 1
	c.addBareKeys(start, start+len(label))
}
