package hyphen

import (
	"strings"
	"testing"
	"unicode/utf8"
)

var list = List{
	Parts: []string{"muskulatur", "muskel", "rygg", "smerte", "øvelse", "ledd", "legg"},
	Words: []Word{
		ParseWord("firfot|stående*"),
		ParseWord("kjerne|muskel|tabell"),
		ParseWord("anstrengelsesmuskel"),
	},
}

func TestText(t *testing.T) {
	h := New(list)
	for text, want := range map[string]string{
		"Kjernemuskulaturen er":           "Kjerne·muskulaturen er",
		"KJERNEMUSKULATUR":                "KJERNE·MUSKULATUR",
		"korsryggsmertene, igjen":         "kors·rygg·smertene, igjen",
		"kjernemuskel":                    "kjernemuskel", // 12 letters
		"bekkenbunnsøvelser":              "bekkenbunns·øvelser",
		"xyzmuskulaturen":                 "xyzmuskulaturen",        // three letters before
		"bekkenbunnleddlegg":              "bekkenbunn·ledd·legg",   // four between
		"korsryggleggleddene":             "kors·rygg·legg·leddene", //
		"firfotståendes og firfotstående": "firfot·ståendes og firfotstående",
		"kjernemuskeltabell":              "kjerne·muskel·tabell",
		"kjernemuskeltabeller":            "kjerne·muskeltabeller", // not listed in all forms
		"anstrengelsesmuskel":             "anstrengelsesmuskel",
		"https://a.no/kjernemuskulatur":   "https://a.no/kjernemuskulatur",
		"www.kjernemuskulatur.no":         "www.kjernemuskulatur.no",
		"a@kjernemuskulatur.no":           "a@kjernemuskulatur.no",
		"kjernemuskulatur.no.":            "kjernemuskulatur.no.",
		"«kjernemuskulatur».":             "«kjerne·muskulatur».",
		"&kjernemuskulatur; &amp;":        "&kjernemuskulatur; &amp;",
		"kjernemuskulatur/korsryggsmerte": "kjerne·muskulatur/kors·rygg·smerte",
		"kjernemuskulatur-korsryggsmerte": "kjerne·muskulatur-kors·rygg·smerte",
		"kjerne muskulatur":               "kjerne muskulatur",
		"\xffkjernemuskulatur\xff":        "\xffkjerne·muskulatur\xff",
	} {
		if got := strings.ReplaceAll(h.Text(text, Running), Soft, "·"); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	if got := h.Text("Kjernemuskel og ryggledd", Narrow); got != "Kjerne"+Soft+"muskel og ryggledd" {
		t.Errorf("in a narrow place: %q", got)
	}
	if none := New(List{}); none.Text("kjernemuskulatur", Narrow) != "kjernemuskulatur" {
		t.Error("a language without a list has breaks")
	}
}

func TestUnbroken(t *testing.T) {
	var got []string
	const text = "Et anstrengelsesmuskel, helsebiblioteket og kjernemuskulatur og folkehelserapport."
	New(list).Unbroken(text, 17, func(at int, word string) {
		got = append(got, word)
		if at != 64 {
			t.Errorf("%q is at %d", word, at)
		}
	})
	if strings.Join(got, " ") != "folkehelserapport" {
		t.Error(got)
	}
}

// Soft hyphens are all that is inserted, and enough letters are on either side.
func FuzzText(f *testing.F) {
	f.Add("Kjernemuskulaturen https://x.no/&ø; korsryggsmertene\xff")
	h := New(list)
	f.Fuzz(func(t *testing.T, text string) {
		got := h.Text(text, Narrow)
		if Strip(got) != Strip(text) {
			t.Fatalf("%q became %q", text, got)
		}
		if strings.Contains(text, Soft) {
			return
		}
		pieces := strings.Split(got, Soft)
		for _, piece := range pieces {
			if len(pieces) > 1 && utf8.RuneCountInString(piece) < Least {
				t.Errorf("%q", pieces)
			}
		}
	})
}
