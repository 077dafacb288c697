package rule

import (
	"strings"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/data/exercise"
)

// progressions: harder exercises lead forward. A loop among
// them would send a patient round in circles, and a harder exercise of a lower
// stage is a mistake.
func progressions(s Subject) (probs diag.List) {
	byKey := map[string]*exercise.Exercise{}
	for _, x := range s.Exercises {
		byKey[x.Key] = x
	}
	for _, x := range s.Exercises {
		for _, next := range x.Harder {
			if loop := pathTo(byKey, next.Text, x.Key, nil); loop != nil {
				probs = append(probs, diag.Errorf(x.Path, next.Offset, "the harder exercises lead back here").
					Hintf("%s", strings.Join(append([]string{x.Key}, loop...), " → ")))
			}
			if to := byKey[next.Text]; to != nil && to.Stage < x.Stage {
				probs = append(probs, diag.Errorf(x.Path, next.Offset,
					"%s is harder, but of stage %d, and this is stage %d", next.Text, to.Stage, x.Stage))
			}
		}
	}
	return probs
}

// pathTo returns the exercises from one to another along the harder ones, or
// nil. seen are those tried before.
func pathTo(byKey map[string]*exercise.Exercise, from, to string, seen map[string]bool) []string {
	if from == to {
		return []string{to}
	}
	if seen == nil {
		seen = map[string]bool{}
	}
	x := byKey[from]
	if x == nil || seen[from] {
		return nil
	}
	seen[from] = true
	for _, next := range x.Harder {
		if path := pathTo(byKey, next.Text, to, seen); path != nil {
			return append([]string{from}, path...)
		}
	}
	return nil
}
