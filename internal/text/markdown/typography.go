package markdown

import (
	"bytes"
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"

	"rygghandboka/internal/text/hyphen"
)

// What belongs together stays on one line: there is a no-break space between a
// number and its unit, between the groups of a number (116 117), and after the
// point of a date (12. mars); a range (5–10) has a word joiner after its dash.
// Authors write plain spaces.

const (
	noBreakSpace = "\u00a0"
	wordJoiner   = "\u2060"
)

// typographicWriter is goldmark's writer of text, with typography and soft hyphens.
// Code goes through RawWrite, and stays as it is.
type typographicWriter struct {
	html.Writer
	hyphenator *hyphen.Hyphenator
}

func (w typographicWriter) Write(out util.BufWriter, text []byte) {
	text = together(text)
	if h := out.(*holes); h.phrases == 0 {
		text = w.hyphenator.Bytes(text, h.letters())
	}
	w.Writer.Write(out, text)
}

var (
	unit     = `(?:%|‰|°C?|µg|mg|kg|g|mm|cm|km|m|ml|dl|l|min|s|t|h)`
	joinable = regexp.MustCompile(strings.Join([]string{
		`([0-9])( )([0-9]|` + unit + `(?:[^\pL\pN]|$))`,
		`([0-9]\.)( )(\p{Ll})`,
		`([0-9]–)()([0-9])`,
	}, "|"))
)

// together returns text with its numbers joined to what belongs to them.
func together(text []byte) []byte {
	if !numbered(text) {
		return text
	}
	var out []byte
	end := 0
	for {
		m := joinable.FindSubmatchIndex(text[end:])
		if m == nil {
			break
		}
		for g := 2; g < len(m); g += 6 { // three groups an alternative: before, between, after
			if m[g] < 0 {
				continue
			}
			join := noBreakSpace
			if m[g+2] == m[g+3] {
				join = wordJoiner
			}
			out = append(out, text[end:end+m[g+2]]...)
			out = append(out, join...)
			end += m[g+3]
		}
	}
	if end == 0 {
		return text
	}
	return append(out, text[end:]...)
}

// numbered reports whether there is a digit before something that it could be
// joined to. Most text has none.
func numbered(text []byte) bool {
	for i := range max(0, len(text)-1) {
		if c := text[i]; c >= '0' && c <= '9' && (text[i+1] == ' ' || text[i+1] == '.' || text[i+1] == "–"[0]) {
			return true
		}
	}
	return false
}

var (
	// numeral finds what may be a number or a range: a run of letters, digits and
	// signs inside numbers, without a full stop or comma at its end.
	numeral     = regexp.MustCompile(`[\pL\pN.,-]*[\pL\pN]`)
	hyphenRange = regexp.MustCompile(`^[0-9]+-[0-9]+$`)
	pointNumber = regexp.MustCompile(`^[0-9]+\.[0-9]+$`)
	version     = regexp.MustCompile(`[A-Z]{2} $`)  // CC BY-SA 4.0
	timeOfDay   = regexp.MustCompile(`(\pL+)\.? $`) // kl. 10.30
)

// typography warns of what only the author can fix: a hyphen in a range, and
// a decimal point where the language has a comma. It looks at text outside code.
func (c *checker) typography(n *ast.Text) {
	text := n.Segment.Value(c.src)
	if n.IsRaw() || n.Parent().Kind() == ast.KindCodeSpan || !bytes.ContainsAny(text, "0123456789") {
		return
	}
	if bytes.IndexByte(text, '-') < 0 && bytes.IndexByte(text, '.') < 0 {
		return
	}
	for _, m := range numeral.FindAllIndex(text, -1) {
		found, at := string(text[m[0]:m[1]]), n.Segment.Start+m[0]
		switch {
		case hyphenRange.MatchString(found):
			c.warnf(at, "a hyphen in the range %s", found).Hint =
				"write an en dash: " + strings.ReplaceAll(found, "-", "–")
		case c.options.Decimal == "," && pointNumber.MatchString(found) && c.isDecimal(text[:m[0]]):
			c.warnf(at, "a decimal point in %s", found).Hint = "write a comma: " + strings.ReplaceAll(found, ".", ",")
		}
	}
}

// isDecimal reports whether the point of a number is a decimal point, from what is before it.
func (c *checker) isDecimal(before []byte) bool {
	word := timeOfDay.FindSubmatch(before)
	return !version.Match(before) && (word == nil || !c.facts.IsClock(string(word[1])))
}
