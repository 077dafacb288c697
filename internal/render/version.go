package render

import (
	"crypto/sha256"
	"fmt"
	"html"
	"strings"

	"rygghandboka/internal/hyphen"
	"rygghandboka/internal/site"
	"rygghandboka/internal/strict"
)

// version returns a part of the SHA-256 of what a page says: its words, numbers and
// drawings, and not its markup or the layout's words. A reader who reports an error
// quotes it, and it stands on paper. body is printed.
func (p *printer) version(e *site.Entry, body string) string {
	said := sha256.New()
	say := func(parts ...any) { fmt.Fprintln(said, parts...) }
	say(e.Title.Text, e.Summary.Text, plain(body))
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
	for _, w := range e.Works {
		say(w.Text)
	}
	for _, g := range e.Groups {
		say(titles(g.Pages))
	}
	return fmt.Sprintf("%.4x", said.Sum(nil))
}

// plain returns the words of HTML, whether or not it is minified.
func plain(text string) []string {
	var words strings.Builder
	words.Grow(len(text))
	for {
		before, rest, isTag := strings.Cut(text, "<")
		words.WriteString(before)
		if !isTag {
			return strings.Fields(hyphen.Strip(html.UnescapeString(words.String())))
		}
		words.WriteByte(' ')
		_, text, _ = strings.Cut(rest, ">")
	}
}

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
