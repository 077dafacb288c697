package render

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"

	"rygghandboka/internal/base/strict"
	"rygghandboka/internal/site"
	"rygghandboka/internal/text/hyphen"
	"rygghandboka/internal/text/markdown"
	"rygghandboka/internal/text/markup"
)

// version returns a part of the SHA-256 of the content of a page: its words, numbers and
// drawings, and not its markup or the layout's words. A reader who reports an error
// quotes it, and it is on paper. body has been rendered.
func version(e *site.Entry, body *body) string {
	hash := sha256.New()
	write := func(parts ...any) { fmt.Fprintln(hash, parts...) }
	own := e.Parts[0]
	write(append(values(own, strict.Prose), body.words(e))...)
	if e.Index != nil {
		for _, c := range e.Index.Children {
			write(c.Title, c.Summary)
		}
	}
	called := values(own, strict.Name)
	if x := e.Exercise(); x != nil {
		write(x.Stage, x.Groups, titles(x.Muscles), x.Position, x.Equipment, x.Dosage, x.Doses)
		write(append([]any{titles(x.Easier), x.NoEasier, titles(x.Harder), x.NoHarder}, called...)...)
		for _, c := range x.Cautions {
			write(c.Title, plain(c.HTML))
		}
		if x.Figure != nil {
			write(x.Figure.Panels)
		}
	} else if len(called) > 0 {
		write(called...)
	}
	if d := e.Diagram(); d != nil { // with its labels
		write(d.Panels)
	}
	for _, part := range e.Parts[1:] {
		writePart(write, e, part)
	}
	switch detail := e.Detail.(type) {
	case *site.References:
		for _, w := range detail.Works {
			write(w.Text)
		}
	case *site.Links:
		for _, g := range detail.Groups {
			write(titles(g.Pages))
		}
	}
	return fmt.Sprintf("%.4x", hash.Sum(nil))
}

// writePart writes a part of the front matter, with what the site knows of it.
func writePart(write func(...any), e *site.Entry, part strict.Part) {
	own := values(part, strict.Prose, strict.Name)
	switch detail := e.Detail.(type) {
	case *site.Programme:
		own = append([]any{detail.Steps[part.Index].Title}, own...)
	case *site.Changes:
		c := detail.Changes[part.Index]
		own = append(append([]any{c.Date}, own...), titles(c.Pages))
	}
	if len(own) > 0 {
		write(own...)
	}
}

// values returns the texts of a part that have one of the roles, a list as one value.
// Texts that are not given are left out at the end, so that a new text changes the
// version of those pages only that have it.
func values(part strict.Part, roles ...strict.Role) (list []any) {
	given := 0
	for _, f := range part.Fields {
		if !slices.Contains(roles, f.Role) {
			continue
		}
		if f.List {
			list = append(list, texts(f.All()))
			given = len(list)
			continue
		}
		list = append(list, f.Texts[0].Text)
		if f.Texts[0].Text != "" {
			given = len(list)
		}
	}
	return list[:given]
}

// words returns the words of a page's body, in brackets: those of its lines, and of what has
// filled the holes in them.
func (b *body) words(e *site.Entry) string {
	rendered := b.String()
	holes := markdown.TextHoles(e.Body)
	fill := func() string {
		hole := holes[0]
		holes = holes[1:]
		return spaced(b.filled[hole.Place].in(rendered))
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

func texts(list []strict.Text) (out []string) {
	for _, s := range list {
		out = append(out, s.Text)
	}
	return out
}
