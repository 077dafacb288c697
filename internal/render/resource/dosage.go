package resource

import "rygghandboka/internal/data/exercise"

// dosage returns a dosage as static/js/handout/dose.js reads it: a range is [min, max],
// with true after it if it is open.
func dosage(d exercise.Dosage) map[string]any {
	ranges := map[string]exercise.Range{
		"sets":        d.Sets,
		"repetitions": d.Repetitions,
		"hold":        d.Hold,
		"duration":    d.Duration,
		"distance":    d.Distance,
		"perDay":      d.PerDay,
		"perWeek":     d.PerWeek,
	}
	dose := map[string]any{}
	for name, r := range ranges {
		switch {
		case r.IsZero():
		case r.Open:
			dose[name] = []any{r.Min, r.Max, true}
		default:
			dose[name] = []any{r.Min, r.Max}
		}
	}
	if d.Side != "" {
		dose["side"] = true
	}
	if d.Goal {
		dose["goal"] = true
	}
	return dose
}
