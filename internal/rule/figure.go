package rule

import "rygghandboka/internal/base/diag"

// figures: an exercise has a figure of at least two panels: the start and the movement.
func figures(s Subject) (probs diag.List) {
	for _, x := range s.Exercises {
		if len(x.Figure.Panels) < 2 {
			probs = append(probs, diag.Warnf(x.Path, 0, "this exercise is not drawn in two panels").
				Hintf("draw the starting position and the movement under figure: see doc/syntax/figure.md"))
		}
	}
	return probs
}
