package link

import (
	"rygghandboka/internal/data/exercise"
	"rygghandboka/internal/data/i18n"
	"rygghandboka/internal/site"
	"rygghandboka/internal/text/lang"
)

// Doses returns the boxes of a dosage. Those for sets, repetitions, hold, times a day
// and days a week are always there, since a physiotherapist may fill in what the
// handbook leaves open; minutes and metres only where the exercise has them.
func Doses(w *i18n.Table, in lang.Lang, d exercise.Dosage) (boxes []site.Dose) {
	add := func(key string, r exercise.Range) {
		label, _ := w.Word(in, "dose-"+key)
		value := ""
		if !r.IsZero() {
			value = r.String()
		}
		if r.Open {
			value += "+"
		}
		if key == "repetitions" && d.Side != "" && value != "" {
			side, _ := w.Word(in, "per-side")
			value += " " + side
		}
		boxes = append(boxes, site.Dose{Label: label, Value: value})
	}
	add("sets", d.Sets)
	add("repetitions", d.Repetitions)
	add("hold", d.Hold)
	if !d.Duration.IsZero() {
		add("duration", d.Duration)
	}
	if !d.Distance.IsZero() {
		add("distance", d.Distance)
	}
	add("per-day", d.PerDay)
	add("per-week", d.PerWeek)
	return boxes
}
