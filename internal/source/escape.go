package source

import (
	"html"
	"path"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"rygghandboka/internal/base/diag"
)

// unseen reports the invisible characters of a text, and those that its escapes mean. The
// meaning of an escape in Markdown and YAML depends on where it is, so that is left to
// packages markdown and strict. In JavaScript an escape is code, which compares or replaces.
func unseen(p string, text []byte) diag.List {
	probs := diag.UnseenIn(p, text, 0)
	escape, known := escapes[path.Ext(p)]
	if !known {
		return probs
	}
	for _, m := range escape.form.FindAllIndex(text, -1) {
		written := string(text[m[0]:m[1]])
		for _, r := range diag.Unseen(escape.meaning(written)) {
			probs = append(probs, diag.UnseenAt(p, m[0], r, written))
			break
		}
	}
	return probs
}

// An escape is how a language writes a character with others.
type escape struct {
	form    *regexp.Regexp
	meaning func(written string) string
}

var (
	entity = escape{regexp.MustCompile(`&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);?`), ofEntity}

	// Two of JSON's may be one character. A backslash that is escaped starts none.
	jsonString = escape{regexp.MustCompile(`(?:\\u[0-9a-fA-F]{4})+|\\.`), ofJSON}

	cssString = escape{regexp.MustCompile(`\\(?:[0-9a-fA-F]{1,6}|.)`), ofCSS}

	escapes = map[string]escape{
		".html": entity,
		".svg":  entity,
		".xml":  entity,
		".json": jsonString,
		".css":  cssString,
	}
)

// ofEntity returns the meaning of an entity. The package html takes &#x80; for the
// euro sign, as a browser does in HTML, but not in SVG.
func ofEntity(written string) string {
	digits, numeric := strings.CutPrefix(strings.TrimSuffix(written, ";"), "&#")
	if !numeric {
		return html.UnescapeString(written)
	}
	if hex := strings.TrimLeft(digits, "xX"); hex != digits {
		return ofNumber(hex, 16)
	}
	return ofNumber(digits, 10)
}

func ofCSS(written string) string { return ofNumber(written[1:], 16) }

// ofNumber returns the character with a number, or "" if there is none.
func ofNumber(digits string, base int) string {
	n, err := strconv.ParseInt(digits, base, 32)
	if err != nil || n > utf8.MaxRune {
		return ""
	}
	return string(rune(n))
}

// ofJSON returns the meaning of a run of escapes.
func ofJSON(written string) string {
	switch written {
	case `\b`:
		return "\b"
	case `\f`:
		return "\f"
	case `\r`:
		return "\r"
	}
	var units []uint16
	for digits := range strings.SplitSeq(written, `\u`) {
		if n, err := strconv.ParseUint(digits, 16, 16); err == nil {
			units = append(units, uint16(n))
		}
	}
	return string(utf16.Decode(units))
}
