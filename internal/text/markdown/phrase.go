package markdown

import (
	"bytes"
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/text/lang"
)

// A phrase is text in another language than the page's, [core stability]{lang=en},
// so that a screen reader pronounces it in that language. It may contain whatever a
// link's text may. If all of it is a word of the glossary it is linked there as a
// whole: the definition, in the page's language, must not be inside it.
type phrase struct {
	ast.BaseInline
	tag    string   // "" while it is open
	end    int      // the offset of its closing bracket in the source
	outer  *phrase  // that it is in
	bottom ast.Node // the last mark of emphasis before it
}

var kindPhrase = ast.NewNodeKind("Phrase")

func (*phrase) Kind() ast.NodeKind           { return kindPhrase }
func (p *phrase) Dump(src []byte, level int) { ast.DumpHelper(p, src, level, nil, nil) }

// phraseParser parses both brackets: what is between them is parsed as usual,
// and is moved into the phrase when it ends.
type phraseParser struct{}

var openPhraseKey = parser.NewContextKey()

func (phraseParser) Trigger() []byte { return []byte{'[', ']'} }

func (phraseParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, seg := block.PeekLine()
	open, _ := pc.Get(openPhraseKey).(*phrase)
	if line[0] == ']' {
		if open == nil || open.end != seg.Start {
			return nil
		}
		pc.Set(openPhraseKey, open.outer)
		return open.close(parent, block, pc)
	}
	if bytes.HasPrefix(line, []byte("[[")) || bytes.HasPrefix(line, []byte("[@")) {
		return nil
	}
	end := phraseEnd(block)
	if end < 0 {
		return nil
	}
	block.Advance(1)
	p := &phrase{end: end, outer: open, bottom: pc.LastDelimiter()}
	pc.Set(openPhraseKey, p)
	return p
}

// CloseBlock forgets a phrase that the block has not closed.
func (phraseParser) CloseBlock(_ ast.Node, _ text.Reader, pc parser.Context) {
	pc.Set(openPhraseKey, (*phrase)(nil))
}

// phraseEnd returns the offset of the bracket, on this line or a later one of the
// block, that closes the one at the reader's place, or -1 if no brace follows it.
func phraseEnd(block text.Reader) int {
	line, pos := block.Position()
	defer block.SetPosition(line, pos)
	for depth, ticked := 0, 0; ; block.AdvanceLine() {
		rest, seg := block.PeekLine()
		if rest == nil {
			return -1
		}
		for i := 0; i < len(rest); i++ {
			switch c := rest[i]; {
			case c == '`':
				n := ticks(rest[i:])
				if ticked == 0 {
					ticked = n
				} else if ticked == n {
					ticked = 0
				}
				i += n - 1
			case ticked > 0:
			case c == '\\':
				i++
			case c == '[':
				depth++
			case c == ']':
				if depth--; depth > 0 {
					continue
				}
				if i+1 < len(rest) && rest[i+1] == '{' {
					return seg.Start + i
				}
				return -1
			}
		}
	}
}

// close moves what has been parsed since the phrase was opened into it, and reads
// its language. The reader is at the closing bracket.
func (p *phrase) close(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	check := checkerOf(pc)
	block.Advance(1)
	_, seg := block.PeekLine()
	block.Advance(1)
	attributes, closed := readTo(block, "}")
	parser.ProcessDelimiters(p.bottom, pc)
	for n := p.NextSibling(); n != nil; n = p.NextSibling() {
		parent.RemoveChild(parent, n)
		p.AppendChild(p, n)
	}
	parent.RemoveChild(parent, p)
	p.tag = "und"
	switch {
	case !closed:
		check.errorf(seg.Start, "a phrase without its closing brace").Hint = phraseHint
	case !p.HasChildren():
		check.errorf(p.Pos(), "a phrase without text").Hint = phraseHint
	default:
		p.tag = check.language(p, attributes, seg.Start)
	}
	return p
}

const phraseHint = "write [core stability]{lang=en}"

// language returns the language tag that the attributes of a phrase give.
func (c *checker) language(p *phrase, attributes string, at int) string {
	value, ok := strings.CutPrefix(attributes, "lang=")
	if !ok || strings.ContainsAny(value, " \n\t=") {
		c.errorf(at, "a phrase is given a language and nothing else, not {%s}", attributes).Hint = phraseHint
		return "und"
	}
	tag, err := lang.ParseTag(value)
	switch {
	case err != nil, tag.IsRoot(), strings.Contains(value, "_"), strings.HasPrefix(tag.String(), "x-"):
		c.errorf(at+len("{lang="), "%q is not the tag of a language", value).Hint =
			"en is English, nb is bokmål, la is Latin; the others are in the IANA registry of language subtags"
	case p.outer == nil && c.options.Lang != (lang.Tag{}) && lang.Same(tag, c.options.Lang):
		c.errorf(at+len("{lang="), "%q is the page's own language", value).Hint =
			"remove the brackets and {lang=" + value + "}"
	}
	return tag.String()
}

var nameForm = regexp.MustCompile(`^\[([^\[\]]+)\]\{([^{}]*)\}$`)

// Name returns the text of a name in the front matter of a file, and its language tag
// if it is a phrase. offset is that of the name, in quotation marks, since YAML has
// another use for brackets.
func (c *Converter) Name(file, name string, offset int) (label, tag string, probs diag.List) {
	check := &checker{Converter: c, file: file}
	if m := nameForm.FindStringSubmatchIndex(name); m != nil {
		tag = check.language(&phrase{}, name[m[4]:m[5]], offset+len(`"`)+m[4])
		return name[m[2]:m[3]], tag, check.probs
	}
	if strings.Contains(name, "{lang=") || strings.Contains(name, "]{") {
		check.errorf(offset, "only the whole of a name can be a phrase").Hint = `write "[bird dog]{lang=en}"`
	}
	return name, "", check.probs
}

var phraseForm = regexp.MustCompile(`\[([^\[\]]*)\]\{lang=[^{}]*\}`)

// Plain refuses phrases in a text of the front matter that is shown as it is written, and
// returns the text without them. offset is that of the text.
func (c *Converter) Plain(file, text string, offset int) (string, diag.List) {
	if !strings.Contains(text, "]{lang=") {
		return text, nil
	}
	p := diag.Errorf(file, offset, "this text cannot contain a phrase in another language").
		Hintf("write the words without [, ] and {lang=…}; other-names, also and the body can contain phrases")
	return phraseForm.ReplaceAllString(text, "$1"), diag.List{p}
}

// phrase checks a phrase, and links it if it is a word of the glossary.
func (c *checker) phrase(p *phrase) {
	if p.tag == "" {
		c.errorf(p.Pos(), "a phrase without its closing bracket").Hint = phraseHint
	}
	if !explains(p.Parent()) {
		return
	}
	label := plain(p, c.src)
	if m := c.lexicon.matches(label); len(m) == 1 && m[0].start == 0 && m[0].end == len(label) {
		parent := p.Parent()
		parent.InsertBefore(parent, p, newEdge(m[0].id, p.Pos()))
		parent.InsertAfter(parent, p, newEdge("", p.end))
	}
}

// renderPhrase renders Latin as an i, as names of that language are set.
func renderPhrase(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	element, tag := "span", n.(*phrase).tag
	if tag == "la" {
		element = "i"
	}
	if entering {
		w.(*holes).phrases++
		w.WriteString("<" + element + ` lang="` + tag + `">`)
	} else {
		w.(*holes).phrases--
		w.WriteString("</" + element + ">")
	}
	return ast.WalkContinue, nil
}
