package render

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/public"
	"rygghandboka/internal/site"
	"rygghandboka/internal/text/hyphen"
	"rygghandboka/internal/text/markdown"
)

// A review sheet is a page as a clinician reviews it on paper: all of its text in numbered
// lines, the sources below each, and space to sign. It is for authors, and in no published
// site.

// reviewSheetView is the data of reviewsheet.html.
type reviewSheetView struct {
	Tag     string
	Title   string
	Address string // of the page
	Version string
	Review  string // who has reviewed the page before
	Figures []sheetFigure
	Lines   []sheetLine
}

// A sheetFigure is a drawing, with what is read aloud in its place.
type sheetFigure struct {
	URL, Alternative string
}

// A sheetLine is one line of a sheet: a heading or a paragraph.
type sheetLine struct {
	Number  int
	Heading bool
	Label   string // what the line is, if it is not of the page's text
	Text    string
	Sources []string // the works cited in it, and the definitions of its terms
}

// ReviewSheetPath returns where a draft has the sheet of a page.
func ReviewSheetPath(e *site.Entry) string {
	return "_serve/review/" + string(e.Lang) + "/" + e.Key + "/index.html"
}

// reviewSheets returns the sheets of all pages, which only a draft has.
func (r *renderer) reviewSheets() (files []public.File) {
	if !r.Preview {
		return nil
	}
	for _, e := range r.site.Entries {
		files = append(files, public.File{
			Path:   ReviewSheetPath(e),
			Render: func() ([]byte, diag.List) { return r.reviewSheet(e) },
		})
	}
	return files
}

func (r *renderer) reviewSheet(e *site.Entry) ([]byte, diag.List) {
	whole, bare := &body{level: 1}, &body{level: 1}
	probs := r.writeBody(whole, e, e.Body, e.Targets, 0)
	probs = append(probs, r.writeBody(bare, e, e.Body, withoutDefinitions(e.Targets), 0)...)
	if len(probs) > 0 {
		return nil, probs
	}
	v := reviewSheetView{
		Tag:     e.Language.Tag.String(),
		Title:   e.Title.Text,
		Address: r.origin() + e.URL,
		Version: version(e, whole),
		Review:  r.reviewText(e),
		Figures: figuresOf(e),
		Lines:   slices.Concat(r.factLines(e), r.bodyLines(e, bare)),
	}
	for i := range v.Lines {
		v.Lines[i].Number = i + 1
	}
	return r.layouts.Execute(e.Lang, "reviewsheet.html", v)
}

// figuresOf returns the drawings of a page and of its boxes.
func figuresOf(e *site.Entry) (list []sheetFigure) {
	if x := e.Exercise(); x != nil && x.Figure != nil {
		list = append(list, sheetFigure{x.Figure.URL, x.Figure.Shows()})
	}
	if d := e.Diagram(); d != nil {
		list = append(list, sheetFigure{d.URL, e.Title.Text})
	}
	for _, t := range e.Targets {
		if t.Embed != nil && t.Embed.Diagram != nil {
			list = append(list, sheetFigure{t.Embed.Diagram.URL, t.Embed.Title})
		}
	}
	return list
}

// factLines returns what the page shows beside its body.
func (r *renderer) factLines(e *site.Entry) (lines []sheetLine) {
	add := func(label, text string) {
		if text != "" {
			lines = append(lines, sheetLine{Label: r.word(e.Lang, label), Text: text})
		}
	}
	add("review-title", e.Title.Text)
	add("review-summary", e.Summary.Text)
	if x := e.Exercise(); x != nil {
		add("dosage", x.Dosage)
		add("position", x.Position)
		add("equipment", strings.Join(x.Equipment, ", "))
		add("muscles", strings.Join(titles(x.Muscles), ", "))
		add("groups", strings.Join(x.Groups, ", "))
		add("easier", strings.Join(titles(x.Easier), ", ")+x.NoEasier)
		add("harder", strings.Join(titles(x.Harder), ", ")+x.NoHarder)
		for _, c := range x.Cautions {
			add("cautions", c.Title+": "+cmp.Or(c.Own, oneLine(spaced(c.HTML))))
		}
	}
	if p, ok := e.Detail.(*site.Programme); ok {
		for _, s := range p.Steps {
			lines = append(lines, sheetLine{Label: s.Title, Text: s.Exercise.Dosage + ". " + s.Reason})
		}
	}
	if g := e.Glossary(); g != nil {
		for _, t := range g.Terms {
			lines = append(lines, sheetLine{Label: t.Term.Term.Text, Text: t.Definition.Text})
		}
	}
	return lines
}

// bodyLines returns the lines of the body, what has been rendered in the place of each hole.
func (r *renderer) bodyLines(e *site.Entry, b *body) (lines []sheetLine) {
	rendered, holes := b.String(), markdown.TextHoles(e.Body)
	for _, l := range e.Lines {
		out := sheetLine{Heading: l.Kind == markdown.HeadingLine}
		if l.Alert != "" {
			out.Label = r.word(e.Lang, "alert-"+l.Alert)
		}
		out.Text = oneLine(l.Fill("", func() string {
			hole := holes[0]
			holes = holes[1:]
			target := e.Targets[hole.Place]
			out.Sources = appendSources(out.Sources, target)
			if hole.Kind == markdown.Citation {
				return numbers(target.Cites)
			}
			return spaced(b.filled[hole.Place].in(rendered))
		}))
		lines = append(lines, out)
	}
	return lines
}

// numbers writes the numbers of a citation: [1, 2].
func numbers(cites []site.Cited) string {
	var list []string
	for _, c := range cites {
		list = append(list, strconv.Itoa(c.Number))
	}
	return " [" + strings.Join(list, ", ") + "]"
}

// appendSources appends the works that a target cites, the definition of a term, and those of
// a box in it.
func appendSources(list []string, t site.Target) []string {
	add := func(text string) {
		if !slices.Contains(list, text) {
			list = append(list, text)
		}
	}
	for _, c := range t.Cites {
		add(strings.TrimSuffix(strconv.Itoa(c.Number)+". "+c.Text+" "+c.Locator, " "))
	}
	if t.Term != "" {
		add(t.Term + ": " + t.Text)
	}
	if t.Embed != nil {
		for _, inner := range t.Embed.Targets {
			list = appendSources(list, inner)
		}
	}
	return list
}

// withoutDefinitions returns targets in which no term is linked, so that no definition is in the
// middle of a line.
func withoutDefinitions(targets []site.Target) []site.Target {
	targets = slices.Clone(targets)
	for i := range targets {
		t := &targets[i]
		if t.Term != "" {
			*t = site.Target{}
		}
		if t.Embed != nil {
			box := *t.Embed
			box.Targets = withoutDefinitions(box.Targets)
			t.Embed = &box
		}
	}
	return targets
}

func oneLine(text string) string { return strings.Join(strings.Fields(hyphen.Strip(text)), " ") }
