package link

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rygghandboka/internal/data/exercise"
	"rygghandboka/internal/data/i18n"
	"rygghandboka/internal/text/lang"
)

// Dosage writes a dosage as a sentence without a full stop, in a language:
//
//	1–3 serier à 4–6 repetisjoner per side, hold 5–10 sekunder
//	1–3 sets of 4–6 repetitions per side, hold for 5–10 seconds
func Dosage(w *i18n.Table, in lang.Lang, d exercise.Dosage) string {
	word := func(key string) string {
		s, _ := w.Word(in, key)
		return s
	}
	count := func(key string, r exercise.Range) string {
		phrase := w.Count(in, key, r.Max, r.String())
		if r.Open {
			phrase = word("at-least") + " " + phrase
		}
		return phrase
	}
	var parts []string
	add := func(key string, r exercise.Range) {
		if !r.IsZero() {
			parts = append(parts, count(key, r))
		}
	}
	add("sets", d.Sets)
	if !d.Repetitions.IsZero() {
		repetitions := count("repetitions", d.Repetitions)
		if len(parts) > 0 {
			repetitions = parts[0] + " " + word("sets-of") + " " + repetitions
		}
		parts = []string{repetitions}
	}
	add("duration", d.Duration)
	add("distance", d.Distance)
	sides := len(parts) - 1 // where "per side" belongs: after how much, before how
	if !d.Repetitions.IsZero() || !d.Sets.IsZero() {
		sides = 0
	}
	add("hold", d.Hold)
	if d.Side != "" && len(parts) > 0 {
		parts[max(0, sides)] += " " + word("per-side")
	}
	add("per-day", d.PerDay)
	add("per-week", d.PerWeek)
	sentence := strings.Join(parts, ", ")
	if d.Goal {
		sentence = word("goal") + ": " + sentence
	}
	return capital(strings.ReplaceAll(sentence, "–", "–\u2060")) // a word joiner: a range stays on one line
}

func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}
