package resource

import (
	"strings"

	"rygghandboka/internal/data/exercise"
)

// camelCase turns the keys of dosages into names of JavaScript: per-day is perDay.
var camelCase = strings.NewReplacer("-d", "D", "-w", "W")

// dosage returns a dosage as static/js/handout/dose.js reads it: a range is [min, max],
// with true after it if it is open.
func dosage(d exercise.Dosage) map[string]any {
	dose := map[string]any{}
	for _, part := range d.Parts() {
		name := camelCase.Replace(part.Key)
		switch r := part.Range; {
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

// bounds returns the most that can be typed for each part of a dosage: what an exercise of
// the handbook may say.
func bounds() map[string]int {
	most := map[string]int{}
	for key, b := range exercise.Bounds() {
		most[camelCase.Replace(key)] = b.Most
	}
	return most
}
