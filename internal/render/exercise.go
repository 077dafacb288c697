package render

import (
	"html/template"
	"regexp"
	"slices"

	"rygghandboka/internal/page"
	"rygghandboka/internal/site"
)

// An exerciseDetail is what exercise.html shows beyond the text. Figure and
// Cautions are there in the place of those of the facts.
type exerciseDetail struct {
	*site.Exercise
	Amount     template.HTML // the dosage, its numbers marked
	Figure     *figure       // nil without one
	Cautions   []caution
	OtherNames []name
	Down       string // the id of the box on how to get down to the floor, "" if there is none
	Handout    handout
}

// downName is the name of the box on how to get down to the floor and up again.
const downName = "floor-help"

// amount matches a number or a range.
var amount = regexp.MustCompile(`\d+([–,.]\x{2060}?\d+)*`)

// A figure is the data of partials/figure.html.
type figure struct {
	Title         string
	Wide          bool
	Width, Height int
	Panels        []site.Caption
}

// A caution is who should ask first, and what to do instead.
type caution struct {
	Title string
	Text  template.HTML
}

func (r *renderer) exerciseDetail(e *site.Entry, x *site.Exercise) (*exerciseDetail, error) {
	handout, err := r.newHandout(e, 2)
	if err != nil {
		return nil, err
	}
	d := &exerciseDetail{
		Exercise:   r.facts(x),
		Amount:     template.HTML(amount.ReplaceAllString(template.HTMLEscapeString(x.Dosage), "<b>$0</b>")),
		OtherNames: otherNames(e),
		Down:       boxOf(e, downName),
		Handout:    handout,
	}
	if f := x.Figure; f != nil {
		d.Figure = &figure{
			Title:  e.Title.Text,
			Wide:   f.Wide(),
			Width:  f.Width,
			Height: f.Height,
			Panels: f.Captions,
		}
	}
	for _, c := range x.Cautions {
		text := c.HTML
		if c.Own != "" {
			text = "<p>" + template.HTMLEscapeString(r.layouts.Hyphenate(e.Lang, c.Own)) + "</p>"
		}
		d.Cautions = append(d.Cautions, caution{c.Title, template.HTML(text)})
	}
	return d, nil
}

// boxOf returns the id of a box on a page, "" if it is not there.
func boxOf(e *site.Entry, name string) string {
	for _, t := range e.Targets {
		if t.Embed != nil && t.Embed.ID == "box-"+name {
			return t.Embed.ID
		}
	}
	return ""
}

// otherNames returns the names by which readers may know an exercise.
func otherNames(e *site.Entry) []name {
	own, ok := e.Own.(*page.Exercise)
	if !ok {
		return nil
	}
	return names(e, own.OtherNames)
}

// facts returns the facts of an exercise, with the addresses of its muscles where they are
// now.
func (r *renderer) facts(facts *site.Exercise) *site.Exercise {
	if len(r.moved) == 0 {
		return facts
	}
	x := *facts
	x.Muscles = slices.Clone(x.Muscles)
	for i := range x.Muscles {
		x.Muscles[i].URL = r.address(x.Muscles[i].URL)
	}
	return &x
}
