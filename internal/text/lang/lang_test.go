package lang

import (
	"slices"
	"testing"
)

func TestSlug(t *testing.T) {
	for in, want := range map[string]string{
		"Røde flagg":         "rode-flagg",
		"Øvelser":            "ovelser",
		"Ærlig talt: 100 %!": "aerlig-talt-100",
		"A\u030Arsak":        "arsak", // A and a combining ring
		"é Ü":                "e-u",
		"Høna eller egget?":  "hona-eller-egget",
		"«»":                 "",
	} {
		if got := Slug(in); got != want {
			t.Errorf("Slug(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestFold(t *testing.T) {
	if Fold("Å/Index.html") != Fold("A\u030A/index.HTML") {
		t.Error("two spellings of one file name fold differently")
	}
}

func TestSort(t *testing.T) {
	got := []string{"Åre", "Ærlig", "Øvelse", "Uke 10", "Zink", "Uke 2", "aktivitet"}
	da, err := ParseTag("da")
	if err != nil {
		t.Fatal(err)
	}
	Sort(da, got, func(s string) string { return s })
	want := []string{"aktivitet", "Uke 2", "Uke 10", "Zink", "Ærlig", "Øvelse", "Åre"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestPlural(t *testing.T) {
	nb, _ := ParseTag("nb")
	for n, want := range map[int]Form{0: "other", 1: "one", 2: "other", 21: "other"} {
		if got := Plural(nb, n); got != want {
			t.Errorf("Plural(nb, %d) = %q, want %q", n, got, want)
		}
	}
}

func FuzzSlug(f *testing.F) {
	f.Add("Røde flagg")
	f.Fuzz(func(t *testing.T, s string) {
		if once := Slug(s); Slug(once) != once {
			t.Errorf("Slug(%q) = %q, and its slug is another: %q", s, once, Slug(once))
		}
	})
}
