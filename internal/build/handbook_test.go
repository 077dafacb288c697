package build

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html"

	"rygghandboka/internal/base/strict"
	"rygghandboka/internal/test/golden"
	"rygghandboka/internal/text/lang"
)

// handbookOptions are those of tests of the handbook itself: its own day.
func handbookOptions(t *testing.T) Options {
	o := options()
	o.Today = golden.Day(t, repository)
	return o
}

// handbook builds the handbook itself and returns its files.
func handbook(t *testing.T, o Options) map[string]string {
	t.Helper()
	r, err := new(Builder).Build(os.DirFS(repository), o)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range append(r.Problems, r.Render(t.Context())...) {
		t.Error(p)
	}
	files := map[string]string{}
	for _, o := range r.Outputs {
		data, _ := o.Render()
		files[o.Path] = string(data)
	}
	return files
}

// Each page states that no clinician has reviewed it, as long as none has.
func TestPagesSayThatTheyAreNotReviewed(t *testing.T) {
	files := handbook(t, handbookOptions(t))
	r, err := new(Builder).Build(os.DirFS(repository), handbookOptions(t))
	if err != nil || len(r.Site.Entries) == 0 {
		t.Fatal(err, r)
	}
	words := map[lang.Lang]string{
		"no": "Ikke gjennomgått av kliniker ennå.",
		"en": "Not yet reviewed by a clinician.",
	}
	for _, e := range r.Site.Entries {
		if shown := strings.Contains(files[e.Out], words[e.Lang]); shown != (e.Review == nil) {
			t.Errorf("%s: the remark that nobody has reviewed it is shown: %v; the review is %v",
				e.Out, shown, e.Review)
		}
	}
}

// Whatever an author writes in the front matter is shown: on the page, among its data for
// search engines (the summary) or in its drawing (labels). Nobody sees forms.
func TestFrontMatterIsShown(t *testing.T) {
	files := handbook(t, handbookOptions(t))
	r, err := new(Builder).Build(os.DirFS(repository), handbookOptions(t))
	if err != nil {
		t.Fatal(err)
	}
	checked := 0
	for _, e := range r.Site.Entries {
		page, drawing := shownText(t, files[e.Out]), ""
		if d := e.Diagram(); d != nil {
			drawing = shownText(t, strings.Join(d.Panels, ""))
		}
		for _, part := range e.Parts {
			for _, s := range part.In(strict.Prose, strict.Name) {
				checked++
				if !strings.Contains(page, letters(s.Text)) {
					t.Errorf("%s: %q is not shown", e.Path, s.Text)
				}
			}
			for _, s := range part.In(strict.Label) {
				checked++
				if !strings.Contains(drawing, letters(s.Text)) {
					t.Errorf("%s: the label %q is not drawn", e.Path, s.Text)
				}
			}
		}
	}
	if checked < 500 {
		t.Errorf("only %d texts were found", checked)
	}
}

// shownText returns the letters and digits of the texts of HTML.
func shownText(t *testing.T, text string) string {
	doc, err := html.Parse(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return letters(textIn(doc))
}

// letters leaves out what typography, markup and dividers change.
func letters(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, text)
}

// A file may be kept for ever if, and only if, its name holds the beginning of
// the SHA-256 of its data.
func TestImmutable(t *testing.T) {
	r, err := new(Builder).Build(os.DirFS(repository), handbookOptions(t))
	if err != nil {
		t.Fatal(err)
	}
	count := map[string]int{}
	for _, o := range r.Outputs {
		data, _ := o.Render()
		if hashed := strings.Contains(o.Path, fmt.Sprintf(".%.5x.", sha256.Sum256(data))); hashed != o.Immutable {
			t.Errorf("%s: Immutable is %v", o.Path, o.Immutable)
		}
		if o.Immutable {
			count[path.Dir(o.Path)]++
		}
	}
	for _, dir := range []string{"css", "js", "js/handout", "figures"} {
		if count[dir] == 0 {
			t.Errorf("nothing in %s is immutable: %v", dir, count)
		}
	}
}
