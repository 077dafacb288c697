package site

import (
	"crypto/sha256"
	"fmt"
	"strings"

	"rygghandboka/internal/diag"
	"rygghandboka/internal/exercise"
	"rygghandboka/internal/figure"
	"rygghandboka/internal/lang"
	"rygghandboka/internal/page"
)

// A Figure is an exercise's drawing, with words of the exercise's own page.
type Figure struct {
	*figure.Drawing
	URL                   string // of the file with all panels
	FileWidth, FileHeight int
	Captions              []Caption
}

// A Caption says what a panel shows: a step, or with Step 0 the starting position.
type Caption struct {
	Step  int
	Title string // of the section: Starting position
	Text  string // what the page says there
}

// A Diagram is a drawing with labels in a page's language.
type Diagram struct {
	URL           string // of its file
	Width, Height int
}

// A FigureFile is a drawing as a file. Its name has a hash of what it holds, so that
// browsers may keep it for ever.
type FigureFile struct {
	Out  string
	Data []byte
	Lang lang.Lang // of its labels; "" if it has none
}

// figures makes the files of all drawings.
func (l *linker) figures() {
	for _, x := range l.Exercises {
		if x.Drawing != nil {
			l.figureURLs[x.Key] = l.figureFile(x.Key, "", x.Drawing, l.FigureStyle)
		}
	}
	for _, e := range l.site.Entries {
		if d := e.Drawing; d != nil {
			e.Diagram = &Diagram{l.figureFile(e.Name()+"."+string(e.Lang), e.Lang, d, l.FigureStyle+l.DiagramStyle), d.Width, d.Height}
		}
	}
}

// figureFile adds the file of a drawing to the site, and returns its address.
func (l *linker) figureFile(name string, in lang.Lang, d *figure.Drawing, style string) string {
	data := d.File(style)
	out := fmt.Sprintf("figures/%s.%.5x.svg", name, sha256.Sum256(data))
	l.site.Figures = append(l.site.Figures, FigureFile{out, data, in})
	return l.Base + out
}

// figure gives the panels of an exercise the words of a page.
func (l *linker) figure(e *Entry, x *exercise.Exercise) *Figure {
	if x.Drawing == nil || e.Faulty {
		return nil
	}
	f := &Figure{Drawing: x.Drawing, URL: l.figureURLs[x.Key]}
	f.FileWidth, f.FileHeight = x.Drawing.Size()
	steps := e.Texts(page.StepsSection, "step")
	for _, s := range x.Drawing.Steps {
		n := int(s.Value)
		switch {
		case s.Offset == 0:
			f.Captions = append(f.Captions, Caption{0, e.headingText(page.StartSection), strings.Join(e.Texts(page.StartSection, "text"), " ")})
		case float64(n) != s.Value || n < 1 || n > len(steps):
			l.problem(diag.Errorf(x.Path, s.Offset, "%s has no step %g", e.Path, s.Value).Hintf("it has %d steps", len(steps)))
			return nil
		default:
			f.Captions = append(f.Captions, Caption{n, e.headingText(page.StepsSection), steps[n-1]})
		}
	}
	return f
}

// Texts returns the texts of the blocks of one kind in a section.
func (e *Entry) Texts(id, kind string) (out []string) {
	for _, s := range e.Sections {
		for _, b := range s.Blocks {
			if s.ID == id && b.Kind == kind && b.Text != "" {
				out = append(out, b.Text)
			}
		}
	}
	return out
}

func (e *Entry) headingText(id string) string {
	for _, h := range e.Headings {
		if h.ID == id {
			return h.Text
		}
	}
	return ""
}
