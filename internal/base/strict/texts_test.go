package strict

import (
	"fmt"
	"strings"
	"testing"
)

type shared struct {
	Title Text `yaml:"title"`
	Keys  []Text
}

type step struct {
	Key    Text   `yaml:"key" role:"data"`
	Reason Text   `yaml:"reason"`
	Weeks  Number `yaml:"weeks,optional"`
	Also   []Text `yaml:"also,optional" role:"name" lang:"any"`
}

type book struct {
	*shared
	Order  int             `yaml:"order,optional" role:"data"`
	Latin  Text            `yaml:"latin,optional" role:"name" lang:"la"`
	First  step            `yaml:"first,optional"`
	Steps  []step          `yaml:"steps,optional"`
	Labels map[string]Text `yaml:"labels,optional" role:"label"`
	Asides map[string]step `yaml:"asides,optional"`
	Secret []step          `yaml:"secret,optional" role:"data"`
}

// Every text is there with its place and its role, in the order of the fields.
func TestTexts(t *testing.T) {
	text := `title: Bro
labels: {b: To, a: En}
steps:
  - {key: k, reason: Fordi., weeks: 1.5}
  - {key: k, reason: Derfor., also: [x, y]}
asides: {z: {key: k, reason: Ellers.}}
secret: [{key: k, reason: Hysj.}]
`
	v := book{shared: &shared{}}
	if got := decode(text, &v); got != "" {
		t.Fatal(got)
	}
	got := describe(t, text, Texts(&v))
	want := `"" 0 "" whole: true
  title role 0 lang "" list: false "Bro"
  latin role 1 lang "la" list: false ""
"first" 0 "" whole: false
  reason role 0 lang "" list: false ""
  weeks role 0 lang "" list: false ""
  also role 1 lang "any" list: true
"steps" 0 "" whole: false
  reason role 0 lang "" list: false "Fordi."
  weeks role 0 lang "" list: false "1.5"
  also role 1 lang "any" list: true
"steps" 1 "" whole: false
  reason role 0 lang "" list: false "Derfor."
  weeks role 0 lang "" list: false ""
  also role 1 lang "any" list: true "x" "y"
"labels" 0 "a" whole: false
  labels role 2 lang "" list: false "En"
"labels" 0 "b" whole: false
  labels role 2 lang "" list: false "To"
"asides" 0 "z" whole: false
  reason role 0 lang "" list: false "Ellers."
  weeks role 0 lang "" list: false ""
  also role 1 lang "any" list: true
`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	reason := Texts(&v)[2].Fields[0]
	reason.Texts[0].Text = "Nå."
	if v.Steps[0].Reason.Text != "Nå." {
		t.Error("the text is a copy")
	}
}

// describe lists parts with their fields, each of whose texts must be at its offset.
func describe(t *testing.T, text string, parts []Part) string {
	var b strings.Builder
	for _, part := range parts {
		fmt.Fprintf(&b, "%q %d %q whole: %v\n", part.Key, part.Index, part.Entry, part.IsWhole())
		for _, f := range part.Fields {
			fmt.Fprintf(&b, "  %s role %d lang %q list: %v", f.Key, f.Role, f.Lang, f.List)
			for _, s := range f.Texts {
				if s.Text != "" && !strings.HasPrefix(text[s.Offset:], s.Text) {
					t.Errorf("%q is not at %d", s.Text, s.Offset)
				}
				fmt.Fprintf(&b, " %q", s.Text)
			}
			b.WriteString("\n")
		}
	}
	return b.String()
}

// A field that would say something without anybody noticing stops the program.
func TestFieldsThatNobodyWouldNotice(t *testing.T) {
	for want, v := range map[string]any{
		`Note is a string, which has no place`: &struct {
			Note string `yaml:"note"`
		}{},
		`Notes is a []string, which has no place`: &struct {
			Notes []string `yaml:"notes"`
		}{},
		`Weeks is a int, which has no place`: &struct {
			Steps []struct {
				Weeks int `yaml:"weeks"`
			} `yaml:"steps"`
		}{},
		`Day is a strict.Date, which has no place`: &struct {
			Day Date `yaml:"day"`
		}{},
		`there is no role "names"`: &struct {
			Note Text `yaml:"note" role:"names"`
		}{},
		`the texts of a map cannot be phrases`: &struct {
			Names map[string]Text `yaml:"names" role:"name" lang:"any"`
		}{},
	} {
		func() {
			defer func() {
				if got := fmt.Sprint(recover()); !strings.Contains(got, want) {
					t.Errorf("got %q, want %q", got, want)
				}
			}()
			Texts(v)
		}()
	}
}
