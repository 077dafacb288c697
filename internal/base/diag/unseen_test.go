package diag

import (
	"bytes"
	"strings"
	"testing"
	"unicode"
)

func TestUnseen(t *testing.T) {
	for _, seen := range []string{
		"blåbær «5–10» 116\u00a0117 5\u2009000 1\u202f000 … → ✓ µg é", "a\tb\nc",
		"⚠\ufe0f", "🏋\u200d♀\ufe0f", "👩\U0001F3FD\u200d⚕",
		"می\u200cخواهم", "क्\u200dष", "\u0601\u0661", "e\u0301", "\uFFFD", "",
	} {
		if got := Visible(seen); got != seen {
			t.Errorf("%q is shown as %q", seen, got)
		}
		if len(UnseenIn("f", seen, 0)) > 0 {
			t.Errorf("%q is refused", seen)
		}
	}
	for _, r := range []rune{
		0, 7, '\r', '\v', '\x1b', 0x7F, 0x85, 0x9B, 0xAD, 0x34F, 0x61C, 0x115F, 0x17B4, 0x180B, 0x180E,
		0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A, 0x202E,
		0x2060, 0x2063, 0x2066, 0x2069, 0x206F, 0x2800,
		0x3164, 0xE000, 0xFDD0, 0xFE0E, 0xFE0F,
		0xFEFF, 0xFFA0, 0xFFF9, 0xFFFC, 0xFFFE, 0x1D173, 0xE0001, 0xE0041, 0xE0100, 0xF0000,
	} {
		text := "Ta " + string(r) + "21 mg"
		got := Visible(text)
		if strings.ContainsRune(got, r) || !strings.HasPrefix(got, "Ta <U+") || !strings.HasSuffix(got, ">21 mg") {
			t.Errorf("%U is shown as %q", r, got)
		}
		if probs := UnseenIn("f", "x\n"+text, 10); len(probs) != 1 || probs[0].Offset != 15 {
			t.Errorf("%U: %v", r, probs)
		}
	}
}

// Of several on a line the first is reported; the excerpt and the caret make room for
// what replaces them.
func TestUnseenIn(t *testing.T) {
	text := "Ta \u202e21\u202c tabletter\nsist\u00ad\n"
	probs := UnseenIn("a.md", text, 0)
	probs = append(probs, Errorf("a.md", strings.Index(text, "tab"), "cannot read %s", "\x1b[31mred\u202e"))
	var got bytes.Buffer
	if err := probs.Locate(func(string) string { return text }).Print(&got); err != nil {
		t.Fatal(err)
	}
	want := `a.md:1:4: a character that nobody sees, U+202E
  Ta <U+202E>21<U+202C> tabletter
     ^
  hint: delete it: it can show digits and letters in another order than they are written in

a.md:1:9: cannot read <U+001B>[31mred<U+202E>
  Ta <U+202E>21<U+202C> tabletter
                        ^

a.md:2:5: a character that nobody sees, U+00AD
  sist<U+00AD>
      ^
  hint: delete it: the program hyphenates long words itself, by content/shared/hyphens.yaml

3 errors, 0 warnings
`
	if got.String() != want {
		t.Errorf("got\n%s\nwant\n%s", got.String(), want)
	}
	got.Reset()
	if err := EncodeJSON(&got, []string{text, "\x1b\x7f"}); err != nil {
		t.Fatal(err)
	}
	if text := got.String(); Visible(text) != text {
		t.Errorf("JSON holds %q", text)
	}
}

func FuzzUnseen(f *testing.F) {
	f.Add("Ta \u202e21\u202c\x1b[1m\n⚠\ufe0f\u200d", 3)
	f.Fuzz(func(t *testing.T, text string, offset int) {
		p := List{Errorf("f", offset, "%s", text)}.Locate(func(string) string { return text })[0]
		shown := p.String()
		for _, r := range shown {
			if unicode.In(r, unicode.Cc, unicode.Bidi_Control) && r != '\n' && r != '\t' {
				t.Fatalf("%q holds %U", shown, r)
			}
		}
		for _, found := range UnseenIn("f", text, 0) {
			if found.Offset < 0 || found.Offset >= len(text) {
				t.Errorf("%+v", found)
			}
		}
	})
}
