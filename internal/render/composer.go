package render

import (
	"html/template"
	"slices"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/site"
	"rygghandboka/internal/text/markdown"
)

// A composerDetail is what handout.html shows beyond the text: the page on which a reader
// composes handouts.
type composerDetail struct {
	Data  string // the address of the script with the data: see package resource
	Boxes []composerBox
}

// A composerBox is a page of the handbook whose text before the first heading goes on sheets.
type composerBox struct {
	Name    string // stop, floor or pain
	Tag     string // of its language
	Title   string
	Content template.HTML
}

// composerBoxes are the names of the boxes, by those of the pages.
var composerBoxes = map[string]string{"stop-rules": "stop", "floor-help": "floor", "pain-guide": "pain"}

func (r *renderer) composerDetail() (*composerDetail, diag.List) {
	d := &composerDetail{Data: r.composer}
	var probs diag.List
	for _, e := range r.site.Entries { // in all languages
		name := composerBoxes[e.Name()]
		if name == "" {
			continue
		}
		body := body{level: 2}
		pieces, targets := withoutTerms(lead(e.Body), e.Targets)
		probs = append(probs, r.writeBody(&body, e, pieces, targets, 2)...)
		probs = append(probs, lostAlerts(e)...)
		d.Boxes = append(d.Boxes, composerBox{
			Name:    name,
			Tag:     e.Language.Tag.String(),
			Title:   e.Title.Text,
			Content: template.HTML(body.String()),
		})
	}
	return d, probs
}

// lead returns the part of a body before its first heading.
func lead(body []markdown.Piece) []markdown.Piece {
	for i, piece := range body {
		if piece.Ref != nil && piece.Ref.Kind == markdown.HeadingStart {
			body = slices.Clone(body[:i+1])
			body[i].Ref = nil // the heading
			return body
		}
	}
	return body
}

// lostAlerts refuses what warns below the first heading of a box: sheets would lack it.
func lostAlerts(e *site.Entry) (probs diag.List) {
	for _, s := range e.Sections {
		for _, b := range s.Blocks {
			if _, isAlert := b.Kind.(markdown.AlertBlock); isAlert && s.ID != "" {
				probs = append(probs, diag.Errorf(e.Path, b.Offset,
					"handouts have this box only as far as its first heading, and would lack this alert").
					Hintf("move it above #%s", e.Headings[0].ID))
			}
		}
	}
	return probs
}

// withoutTerms returns a body whose terms are not linked, as on paper.
func withoutTerms(
	body []markdown.Piece, targets []site.Target,
) (pieces []markdown.Piece, left []site.Target) {
	n := 0
	for _, piece := range body {
		if ref := piece.Ref; ref != nil {
			if ref.Kind == markdown.TermStart || ref.Kind == markdown.TermEnd {
				piece.Ref = nil
			} else {
				left = append(left, targets[n])
			}
			n++
		}
		pieces = append(pieces, piece)
	}
	return pieces, left
}
