package link

import (
	"crypto/sha256"
	"fmt"
	"strings"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/data/exercise"
	"rygghandboka/internal/draw/figure"
	"rygghandboka/internal/page"
	"rygghandboka/internal/site"
	"rygghandboka/internal/text/lang"
	"rygghandboka/internal/text/markdown"
)

// figures makes the files of all drawings.
func (l *linker) figures() {
	for _, x := range l.Exercises {
		if x.Drawing != nil {
			l.figureFiles(x)
		}
	}
	for _, e := range l.site.Entries {
		if own, ok := e.Own.(*page.Figure); ok && own.Drawing != nil {
			e.Detail = l.diagram(e, own.Drawing)
		}
	}
}

// diagram makes the file of the drawing of a figure.
func (l *linker) diagram(e *site.Entry, d *figure.Drawing) *site.Diagram {
	data := d.File(l.FigureStyle + l.DiagramStyle)
	url := l.figureFile(e.Name()+"."+string(e.Lang), e.Lang, data)
	return &site.Diagram{URL: url, Width: d.Width, Height: d.Height, Panels: d.Panels}
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
	l.site.Figures = append(l.site.Figures, site.FigureFile{Out: out, Data: data, Lang: in})
	return l.Base + out
}

// figure gives the panels of an exercise the words of a page.
func (l *linker) figure(e *site.Entry, x *exercise.Exercise) *site.Figure {
	if x.Drawing == nil || e.HasErrors {
		return nil
	}
	urls := l.figureURLs[x.Key]
	f := &site.Figure{Drawing: x.Drawing, URL: urls.all}
	f.FileWidth, f.FileHeight = x.Drawing.Size()
	steps := e.Texts(page.StepsSection, markdown.StepBlock)
	for i, s := range x.Drawing.Steps {
		n := int(s.Value)
		switch {
		case s.Offset == 0:
			text := strings.Join(e.Texts(page.StartSection, markdown.TextBlock), " ")
			f.Captions = append(f.Captions, site.Caption{
				Title: e.HeadingText(page.StartSection),
				Text:  text,
				URL:   urls.panels[i],
			})
		case float64(n) != s.Value || n < 1 || n > len(steps):
			l.problem(diag.Errorf(x.Path, s.Offset, "%s has no step %g", e.Path, s.Value).
				Hintf("it has %d steps", len(steps)))
			return nil
		default:
			f.Captions = append(f.Captions, site.Caption{
				Step:  n,
				Title: e.HeadingText(page.StepsSection),
				Text:  steps[n-1],
				URL:   urls.panels[i],
			})
		}
	}
	return f
}
