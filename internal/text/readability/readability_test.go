package readability

import (
	"math"
	"slices"
	"strings"
	"testing"
)

func total(text string) (c Counts) {
	for s := range Sentences(text) {
		c = c.Add(s.Counts)
	}
	return c
}

// The values are worked out by hand from the formulas.
func TestFormulas(t *testing.T) {
	c := total("Du har vondt i ryggen. Ryggsmerter er vanlige!")
	if want := (Counts{8, 2, 2, 12}); c != want {
		t.Errorf("%+v, want %+v", c, want)
	}
	if got := c.LIX(); math.Abs(got-(4+25)) > 1e-9 {
		t.Errorf("LIX %v", got)
	}
	c = total("The cat sat on the mat.")
	if got, want := c.Grade(), 0.39*6+11.8*1-15.59; math.Abs(got-want) > 1e-9 {
		t.Errorf("grade %v, want %v (%+v)", got, want, c)
	}
	if (Counts{}).LIX() != 0 || (Counts{}).Grade() != 0 {
		t.Error("no words have a readability")
	}
}

func TestSentences(t *testing.T) {
	for text, want := range map[string]int{
		"Én. To! Tre?":                      3,
		"uten punktum":                      1,
		"Den 12. mars kom 2.5 mg. Så gikk":  2,
		"Han sa: \"Hei.\" Så gikk han.":     3,
		"":                                  0,
		"60–80 %":                           0,
		"Bruk f.eks. en pute. Det hjelper.": 2,
	} {
		if got := slices.Collect(Sentences(text)); len(got) != want {
			t.Errorf("%q: %d sentences, want %d: %+v", text, len(got), want, got)
		}
	}
	const text = `Én. "To tre." Fire (fem.) Seks.`
	want := []string{"Én.", `"To tre."`, "Fire (fem.)", "Seks."}
	for s := range Sentences(text) {
		if len(want) == 0 || s.Text != want[0] || s.Offset != strings.Index(text, s.Text) {
			t.Fatalf("%+v, want %q", s, want)
		}
		want = want[1:]
	}
}

func TestSyllables(t *testing.T) {
	for word, want := range map[string]int{
		"back":            1,
		"table":           2,
		"Exercise":        3,
		"core":            1,
		"muscle":          2,
		"the":             1,
		"physiotherapist": 5,
		"knee":            1,
	} {
		if got := count(word).Syllables; got != want {
			t.Errorf("%s: %d syllables, want %d", word, got, want)
		}
	}
}
