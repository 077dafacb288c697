package rule

import (
	"slices"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/page"
	"rygghandboka/internal/site"
	"rygghandboka/internal/text/lang"
	"rygghandboka/internal/text/markdown"
)

// stopsName is the name of the box that says when to stop.
const stopsName = "stop-rules"

// stops: whoever does an exercise must know when to stop, and a sheet on paper has no links.
// So each page of an exercise shows the whole box on when to stop, if the language has one.
func stops(s Subject) (probs diag.List) {
	boxes := map[lang.Lang]*site.Entry{}
	for _, e := range s.Entries {
		if e.Name() == stopsName {
			boxes[e.Lang] = e
		}
	}
	for _, e := range s.Entries {
		box := boxes[e.Lang]
		if e.Kind != page.ExerciseKind || box == nil || box.Unidentified || box.Draft && !e.Draft {
			continue
		}
		if !shows(e.Targets, box.URL) && !lacksBox(e) {
			probs = append(probs, diag.Errorf(e.Path, e.Title.Offset, "this page does not say when to stop").
				Hintf("show the box on that: ![[%s]]", stopsName))
		}
	}
	return probs
}

// shows reports whether one of the boxes, or one inside them, is the page at an address.
func shows(targets []site.Target, url string) bool {
	return slices.ContainsFunc(targets, func(t site.Target) bool {
		return t.Embed != nil && (t.Embed.URL == url || shows(t.Embed.Targets, url))
	})
}

// lacksBox reports whether a box of a page could not be embedded, which is a problem of its
// own, or its text not be read.
func lacksBox(e *site.Entry) bool {
	wanted, there := 0, 0
	for _, section := range e.Sections {
		for _, b := range section.Blocks {
			if _, isBox := b.Kind.(markdown.EmbedBlock); isBox {
				wanted++
			}
		}
	}
	for _, t := range e.Targets {
		if t.Embed != nil {
			there++
		}
	}
	return there < wanted || len(e.Sections) == 0
}
