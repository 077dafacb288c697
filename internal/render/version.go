package render

import (
	"crypto/sha256"
	"fmt"
	"strings"

	"rygghandboka/internal/hyphen"
	"rygghandboka/internal/markdown"
	"rygghandboka/internal/markup"
	"rygghandboka/internal/page"
	"rygghandboka/internal/site"
	"rygghandboka/internal/strict"
)

// version returns a part of the SHA-256 of what a page says: its words, numbers and
// drawings, and not its markup or the layout's words. A reader who reports an error
// quotes it, and it stands on paper. body is printed.
func (p *printer) version(e *site.Entry, body *body) string {
	said := sha256.New()
	say := func(parts ...any) { fmt.Fprintln(said, parts...) }
	say(e.Title.Text, e.Summary.Text, body.words(e))
	for _, c := range e.Children {
		say(c.Title, c.Summary)
	}
	if x := e.Exercise; x != nil {
		say(x.Stage, x.Groups, titles(x.Muscles), x.Position, x.Equipment, x.Dosage, x.Doses)
		say(titles(x.Easier), x.NoEasier, titles(x.Harder), x.NoHarder, texts(e.OtherNames))
		for _, c := range x.Cautions {
			say(c.Title, plain(c.HTML))
		}
		if x.Figure != nil {
			say(x.Figure.Panels)
		}
	}
	if e.Drawing != nil {
		say(e.Drawing.Panels)
	}
	for _, s := range e.Programme {
		say(s.Title, s.Reason)
	}
	for _, t := range e.Terms {
		say(t.Term.Text, texts(t.Also), t.Latin.Text, t.Definition.Text)
	}
	for _, c := range e.History {
		say(c.Date, c.What, titles(c.Pages))
	}
	if e.Kind == page.References {
		for _, w := range p.site.Works[e.Lang] {
			say(w.Text)
		}
	}
	return fmt.Sprintf("%.4x", said.Sum(nil))
}

// words returns the words of a page's body, in brackets: those of its lines, and of what has
// filled the holes in them.
func (b *body) words(e *site.Entry) string {
	printed := b.String()
	holes := markdown.TextHoles(e.Body)
	fill := func() string {
		hole := holes[0]
		holes = holes[1:]
		return spaced(b.filled[hole.Place].in(printed))
	}
	var list wordList
	for _, l := range e.Lines {
		if l.IsPlain() {
			list.add(l.Text)
		} else {
			list.addFields(l.Fill(" ", fill))
		}
	}
	return list.String()
}

// plain returns the words of HTML, in brackets, whether or not it is minified.
func plain(text string) string {
	var list wordList
	list.addFields(spaced(text))
	return list.String()
}

// spaced returns the text of HTML, with a space for each tag.
func spaced(text string) string {
	var b strings.Builder
	if strings.HasPrefix(text, "<") {
		b.WriteByte(' ')
	}
	first := true
	for part := range markup.Text(text) {
		if !first {
			b.WriteByte(' ')
		}
		first = false
		b.WriteString(part)
	}
	if strings.HasSuffix(text, ">") {
		b.WriteByte(' ')
	}
	return hyphen.Strip(b.String())
}

// A wordList is words with spaces between them.
type wordList struct{ words strings.Builder }

// add adds text that has single spaces between its words, and none around them.
func (l *wordList) add(text string) {
	if text == "" {
		return
	}
	if l.words.Len() > 0 {
		l.words.WriteByte(' ')
	}
	l.words.WriteString(text)
}

// addFields adds the words of a text.
func (l *wordList) addFields(text string) {
	for word := range strings.FieldsSeq(text) {
		l.add(word)
	}
}

func (l *wordList) String() string { return "[" + l.words.String() + "]" }

func titles(pages []site.Stub) (list []string) {
	for _, p := range pages {
		list = append(list, p.Title)
	}
	return list
}

func texts(list []strict.String) (out []string) {
	for _, s := range list {
		out = append(out, s.Text)
	}
	return out
}
