package rule

import "rygghandboka/internal/diag"

// figures: an exercise is drawn, in two panels at least: where it starts, and where it
// goes.
func figures(s Subject) (probs diag.List) {
	for _, x := range s.Exercises {
		if n := len(x.Figure.Panels); n < 2 {
			probs = append(probs, diag.Warnf(x.Path, 0, "the figure of this exercise has %d panels", n).
				Hintf("draw the starting position and the movement: doc/syntax/figure.md"))
		}
	}
	return probs
}
