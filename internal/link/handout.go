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
	for _, part := range d.Parts() {
		if part.Range.IsZero() && (part.Key == "duration" || part.Key == "distance") {
			continue
		}
		label, _ := w.Word(in, "dose-"+part.Key)
		boxes = append(boxes, site.Dose{Label: label, Value: doseValue(w, in, d, part)})
	}
	return boxes
}

// doseValue returns what is in the box of one part of a dosage: 5–10, 2+, or nothing.
func doseValue(w *i18n.Table, in lang.Lang, d exercise.Dosage, part exercise.DosagePart) string {
	if part.Range.IsZero() {
		return ""
	}
	value := part.Range.String()
	if part.Range.Open {
		value += "+"
	}
	if part.Key == "repetitions" && d.Side != "" {
		side, _ := w.Word(in, "per-side")
		value += " " + side
	}
	return value
}
