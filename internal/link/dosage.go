package link

import (
	"slices"
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
	var amount, rest []string
	for _, part := range d.Parts() {
		phrase := dosagePhrase(w, in, part)
		switch {
		case part.Range.IsZero():
		case part.Key == "repetitions" && len(amount) > 0:
			amount[0] += " " + word("sets-of") + " " + phrase
		case part.Key == "hold", part.Key == "per-day", part.Key == "per-week":
			rest = append(rest, phrase)
		default:
			amount = append(amount, phrase)
		}
	}
	parts := slices.Concat(amount, rest)
	if at, ok := sideIndex(d, len(amount)); ok {
		parts[at] += " " + word("per-side")
	}
	sentence := strings.Join(parts, ", ")
	if d.Goal {
		sentence = word("goal") + ": " + sentence
	}
	return capital(strings.ReplaceAll(sentence, "–", "–\u2060")) // a word joiner: a range stays on one line
}

// dosagePhrase writes one part of a dosage: 1–3 sets, at least 2 days a week.
func dosagePhrase(w *i18n.Table, in lang.Lang, part exercise.DosagePart) string {
	phrase := w.Count(in, part.Key, part.Range.Max, part.Range.String())
	if !part.Range.Open {
		return phrase
	}
	atLeast, _ := w.Word(in, "at-least")
	return atLeast + " " + phrase
}

// sideIndex returns the index of the phrase that "per side" follows: the sets or
// repetitions, or else the last amount, or else the hold. It is false if there is none.
func sideIndex(d exercise.Dosage, amounts int) (int, bool) {
	switch {
	case d.Side == "", amounts == 0 && d.Hold.IsZero():
		return 0, false
	case amounts == 0, !d.Sets.IsZero(), !d.Repetitions.IsZero():
		return 0, true
	}
	return amounts - 1, true
}

func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}
