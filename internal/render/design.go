package render

import (
	"rygghandboka/internal/render/resource"
	"rygghandboka/internal/site"
)

// A designDetail is what design.html shows beyond the text: the tokens of the style
// sheet, read from static/css/site.css, and parts of real pages.
type designDetail struct {
	resource.Tokens
	Cards []site.Card // an exercise of each stage
}

// siteStyle is the style sheet of all pages.
const siteStyle = "css/site.css"

func (s *shared) designDetail(e *site.Entry) *designDetail {
	d := &designDetail{Tokens: resource.TokensOf(s.layouts.Static(siteStyle))}
	for stage := 1; stage <= 3; stage++ {
		if example := exerciseOf(s.site, e, stage); example != nil {
			d.Cards = append(d.Cards, example.Card())
		}
	}
	return d
}

// exerciseOf returns the first exercise of a stage in the language of e, or nil.
func exerciseOf(s *site.Site, e *site.Entry, stage int) *site.Entry {
	for _, other := range s.Entries {
		if other.Lang == e.Lang && stageOf(other) == stage {
			return other
		}
	}
	return nil
}

// stageOf returns the stage of an exercise, 0 for other pages.
func stageOf(e *site.Entry) int {
	if x := e.Exercise(); x != nil {
		return x.Stage
	}
	return 0
}
