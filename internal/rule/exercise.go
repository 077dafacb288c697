package rule

import (
	"slices"
	"strings"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/data/exercise"
	"rygghandboka/internal/page"
	"rygghandboka/internal/site"
)

// exerciseSections are the headings' ids that each exercise page has, in this
// order: a reader who knows one exercise finds the way in all of them.
var exerciseSections = []string{
	"start",
	"steps",
	"mistakes",
	"breathing",
	"feel",
	"easier-harder",
	"progress",
	"evidence",
}

// sections: each exercise page has the same sections, and cites the works that
// its shared facts name.
func sections(s Subject) (probs diag.List) {
	facts := map[string]*exercise.Exercise{}
	for _, x := range s.Exercises {
		facts[x.Key] = x
	}
	for _, e := range s.Entries {
		if e.Kind != page.ExerciseKind {
			continue
		}
		probs = append(probs, sectionOrder(e.Page)...)
		x := facts[e.Name()]
		if x == nil {
			continue // package link reports it
		}
		for _, c := range x.Citations {
			if s.Bibliography.Get(c.Text) == nil {
				continue // package link reports it
			}
			if !slices.ContainsFunc(e.References, func(r site.Reference) bool { return r.Work.Key == c.Text }) {
				probs = append(probs, diag.Warnf(x.Path, c.Offset, "%s does not cite %s", e.Path, c.Text).
					Hintf("cite it where it supports a sentence, or take it off this list"))
			}
		}
	}
	return probs
}

// sectionOrder reports sections that an exercise page lacks, or has in another order.
func sectionOrder(p *page.Page) diag.List {
	given := p.HeadingIDs()
	var missing []string
	for _, id := range exerciseSections {
		if !slices.Contains(given, id) {
			missing = append(missing, "{#"+id+"}")
		}
	}
	if len(missing) > 0 {
		return diag.List{diag.Errorf(p.Path, p.Title.Offset,
			"an exercise page needs headings with these ids: %s", strings.Join(missing, ", "))}
	}
	order := slices.DeleteFunc(given, func(id string) bool { return !slices.Contains(exerciseSections, id) })
	if !slices.Equal(order, exerciseSections) {
		return diag.List{diag.Errorf(p.Path, p.Headings[0].Offset,
			"the sections are in another order than on other exercise pages").
			Hintf("the order is %s", strings.Join(exerciseSections, ", "))}
	}
	return nil
}
