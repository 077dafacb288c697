package publisher

import (
	"strings"
	"testing"

	"rygghandboka/internal/source"
)

const good = `name: {no: Et prosjekt, en: A project}
report: mailto:errors@rygghandboka.example
security: https://rygghandboka.example/security
expires: 2027-11-01
`

func TestParse(t *testing.T) {
	p, probs := Parse(source.File{Path: Path, Data: []byte(good)})
	if len(probs) > 0 || p.Name["en"].Text != "A project" || p.Expires.String() != "2027-11-01" ||
		good[p.Expires.Offset:][:4] != "2027" {
		t.Errorf("%+v %v", p, probs)
	}
	if p, probs := Parse(source.File{Path: Path}); p != nil || len(probs) > 0 {
		t.Errorf("no file: %v %v", p, probs)
	}
}

// What is no contact is refused at its offset.
func TestRefused(t *testing.T) {
	for _, wrong := range []string{
		"errors@rygghandboka.example",
		"mailto:errors",
		"mailto:a b@c.example",
		"mailto:a@c.example?subject=x",
		"mailto:a@b@c.example",
		"http://rygghandboka.example/",
		"https:",
		"https:///x",
		"https://a@b.example/",
		"javascript:alert(1)",
		"mailto:",
		"tel:113",
	} {
		for _, key := range []string{
			"report: mailto:errors@rygghandboka.example",
			"security: https://rygghandboka.example/security",
		} {
			name, _, _ := strings.Cut(key, ":")
			text := strings.Replace(good, key, name+": "+`"`+wrong+`"`, 1)
			_, probs := Parse(source.File{Path: Path, Data: []byte(text)})
			if probs.Errors() != 1 || probs[0].Offset != strings.Index(text, `"`) {
				t.Errorf("%s %s: %v", name, wrong, probs)
			}
		}
	}
	_, probs := Parse(source.File{Path: Path, Data: []byte(good + "source: mailto:a@b.example\n")})
	if probs.Errors() != 1 {
		t.Errorf("a source that is no page: %v", probs)
	}
}

// A build stops within a year of the end of a review, whatever the file says.
func TestGrace(t *testing.T) {
	for days, want := range map[string]string{
		"0":    "",
		"365":  "",
		"366":  "review-grace is 366 days, and may be 365",
		"9999": "review-grace is 9999 days, and may be 365",
		"-1":   "review-grace is -1 days",
	} {
		_, probs := Parse(source.File{Path: Path, Data: []byte(good + "review-grace: " + days + "\n")})
		got := ""
		if len(probs) > 0 {
			got = probs[0].Message
		}
		if got != want || len(probs) > 1 {
			t.Errorf("%s: %v, want %q", days, probs, want)
		}
	}
}

func TestPlaceholder(t *testing.T) {
	for host, want := range map[string]bool{
		"rygghandboka.example": true,
		"RYGG.Example.":        true,
		"localhost":            true,
		"a.localhost":          true,
		"127.0.0.1":            true,
		"::1":                  true,
		"example.org":          true,
		"x.test":               true,
		"x.invalid":            true,
		"rygghandboka.no":      false,
		"example.no":           false,
		"example.org.no":       false,
		"www.example.org":      false,
		"notexample":           false,
		"":                     false,
	} {
		if got := Placeholder(host); got != want {
			t.Errorf("%q: %v", host, got)
		}
	}
}

func FuzzHost(f *testing.F) {
	f.Add("mailto:a@b.example")
	f.Add("https://b.example:8/x?y#z")
	f.Add("https://b.example#\r")
	f.Fuzz(func(t *testing.T, contact string) {
		if host := Host(contact); host != "" && strings.ContainsAny(contact, "\r\n\x00 ") {
			t.Errorf("%q is no value in a line of security.txt", contact)
		}
	})
}
