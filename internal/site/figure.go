package site

import (
	"strings"

	"rygghandboka/internal/draw/figure"
	"rygghandboka/internal/text/lang"
)

// A Figure is an exercise's drawing, with words of the exercise's own page.
type Figure struct {
	*figure.Drawing
	URL                   string // of the file with all panels
	FileWidth, FileHeight int
	Captions              []Caption
}

// A Caption describes what a panel shows: a step, or with Step 0 the starting position.
type Caption struct {
	Step  int
	Title string // of the section: Starting position
	Text  string // the text of the page there
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
	Panels        []string // as SVG
}

// A FigureFile is a drawing as a file. Its name has a hash of what it holds, so that
// browsers may keep it for ever.
type FigureFile struct {
	Out  string
	Data []byte
	Lang lang.Lang // of its labels; "" if it has none
}
