package fact

import (
	"slices"
	"testing"
)

// A range that falls is found, and nothing that only looks like one.
func TestFalling(t *testing.T) {
	no, en := NewReader(append(norwegian, Lexeme{"kl", Meaning{ClockRole, ""}}), ","), NewReader(english, ".")
	for _, c := range []struct {
		r    *Reader
		text string
		want []string
	}{
		{no, "Hold i 30–20 sekunder, og så 10-5 uker.", []string{"30–20", "10-5"}},
		{no, "30–20 sekunder", []string{"30–20"}},
		{no, "30–\u206020 sekunder", []string{"30–\u206020"}},
		{no, "Hold: 30–20 s.", []string{"30–20"}},
		{no, "2,5–1,5 mg", []string{"2,5–1,5"}},
		{no, "12,5–9 %", []string{"12,5–9"}},
		{no, "30 sekunder–20 sekunder", []string{"30 sekunder–20"}},
		{no, "Gjør den 10–5.", nil}, // pages are shortened so
		{no, "Gjør den 30–20.", []string{"30–20"}},
		{en, "do 10-5 weeks", []string{"10-5"}},
		{en, "1,500–900 mg", []string{"1,500–900"}},
		{no, "5–10 sekunder, 5-5, 1,5–2,5 mg, 10 til 5 uker, fra 10 til 5", nil},
		{no, "1996–9, 1990–85, 2026-11-28, 28.11.–1.12., 1990–95 %", nil},
		{no, "s. 341–229, 130: 2248–51, 13(4):341–9, side 120–19", nil},
		{no, "kl. 22–10, 22–06, 22.30–10.15, tlf. 116-113, 22 12-11 s, 12-34-11 s", nil},
		{no, "L5–4, C7-3 s, 1/2–1/4 time, 2 uker–1 s, 5–, –5, 5–a", nil},
	} {
		var got []string
		for _, f := range c.r.Falling(c.text) {
			got = append(got, c.text[f.Start:f.End])
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.text, got, c.want)
		}
	}
}
