package site

import (
	"crypto/sha256"
	"fmt"
	"strings"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/data/exercise"
	"rygghandboka/internal/draw/figure"
	"rygghandboka/internal/page"
	"rygghandboka/internal/text/lang"
	"rygghandboka/internal/text/markdown"
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
	URL   string // of the panel's file
}

// Shows returns what the figure shows, for who cannot see it: the steps, in its words.
func (f *Figure) Shows() string {
	var texts []string
	for _, c := range f.Captions {
		if c.Step > 0 {
			texts = append(texts, c.Text)
		}
	}
	return strings.Join(texts, " ")
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
			l.figureFiles(x)
		}
	}
	for _, e := range l.site.Entries {
		if d := e.Drawing; d != nil {
			data := d.File(l.FigureStyle + l.DiagramStyle)
			e.Diagram = &Diagram{l.figureFile(e.Name()+"."+string(e.Lang), e.Lang, data), d.Width, d.Height}
		}
	}
}

// A figureURLs are the addresses of the files of an exercise's drawing.
type figureURLs struct {
	all    string
	panels []string
}

// figureFiles makes the files of an exercise's drawing: one with all panels, for lists,
// and one for each panel.
func (l *linker) figureFiles(x *exercise.Exercise) {
	urls := figureURLs{all: l.figureFile(x.Key, "", x.Drawing.File(l.FigureStyle))}
	for i := range x.Drawing.Panels {
		name := fmt.Sprintf("%s-%d", x.Key, i+1)
		urls.panels = append(urls.panels, l.figureFile(name, "", x.Drawing.PanelFile(i, l.FigureStyle)))
	}
	l.figureURLs[x.Key] = urls
}

// figureFile adds the file of a drawing to the site, and returns its address.
func (l *linker) figureFile(name string, in lang.Lang, data []byte) string {
	out := fmt.Sprintf("figures/%s.%.5x.svg", name, sha256.Sum256(data))
	l.site.Figures = append(l.site.Figures, FigureFile{out, data, in})
	return l.Base + out
}

// figure gives the panels of an exercise the words of a page.
func (l *linker) figure(e *Entry, x *exercise.Exercise) *Figure {
	if x.Drawing == nil || e.Faulty {
		return nil
	}
	urls := l.figureURLs[x.Key]
	f := &Figure{Drawing: x.Drawing, URL: urls.all}
	f.FileWidth, f.FileHeight = x.Drawing.Size()
	steps := e.Texts(page.StepsSection, markdown.StepBlock)
	for i, s := range x.Drawing.Steps {
		n := int(s.Value)
		switch {
		case s.Offset == 0:
			text := strings.Join(e.Texts(page.StartSection, markdown.TextBlock), " ")
			f.Captions = append(f.Captions, Caption{0, e.headingText(page.StartSection), text, urls.panels[i]})
		case float64(n) != s.Value || n < 1 || n > len(steps):
			l.problem(diag.Errorf(x.Path, s.Offset, "%s has no step %g", e.Path, s.Value).Hintf("it has %d steps", len(steps)))
			return nil
		default:
			f.Captions = append(f.Captions, Caption{n, e.headingText(page.StepsSection), steps[n-1], urls.panels[i]})
		}
	}
	return f
}

// Texts returns the texts of the blocks of one kind in a section.
func (e *Entry) Texts(id string, kind markdown.BlockKind) (out []string) {
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
