package build

import (
	"bytes"
	"compress/gzip"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"rygghandboka/internal/exercise"
	"rygghandboka/internal/source"
)

// figureWeight is the most that a figure may weigh, gzipped, with its colours.
const figureWeight = 3 << 10

var (
	panelForm = regexp.MustCompile(`(?s)<svg class="drawing look-\d" viewBox="[^"]*" role="img" aria-labelledby="[^"]*" aria-describedby="[^"]*"><title [^>]*>([^<]+)</title>(<desc [^>]*>[^<]+</desc>)?(.*?)</svg>\s*<p([^>]*)>(.*?)</p>`)
	stepForm  = regexp.MustCompile(`(?s)<h2 id="?steps"?>.*?<ol>(.*?)</ol>`)
	anyTag    = regexp.MustCompile(`<[^>]*>`)
	bareShape = regexp.MustCompile(`^(<path class="[a-z ]+" d="[^"]+"/>)+$`)
)

// plainText returns the words between tags, without what only typesetting needs.
func plainText(html string) string {
	text := strings.ReplaceAll(anyTag.ReplaceAllString(html, " "), "\u2060", "")
	return strings.Join(strings.Fields(text), " ")
}

// Every exercise of the handbook is drawn in two panels or more, in each language, with
// the page's own words; a drawing has classes and nothing else.
func TestFigures(t *testing.T) {
	files := handbook(t, handbookOptions(t))
	pages := 0
	for name, text := range files {
		if path.Ext(name) == ".svg" && strings.HasPrefix(name, "figures/") {
			if n := zipped(t, text); n > figureWeight {
				t.Errorf("%s weighs %d bytes", name, n)
			}
		}
		if !strings.Contains(text, `<body class="exercise">`) {
			continue
		}
		pages++
		panels := panelForm.FindAllStringSubmatch(text, -1)
		if len(panels) < 2 {
			t.Errorf("%s: %d panels", name, len(panels))
		}
		steps := plainText(stepForm.FindString(text))
		for _, m := range panels {
			description, drawing, id, said := m[2], m[3], m[4], plainText(m[5])
			if !bareShape.MatchString(drawing) {
				t.Errorf("%s: a drawing has more than shapes and their classes", name)
			}
			if (description == "") != strings.Contains(id, "id=") {
				t.Errorf("%s: a panel is described twice, or not at all", name)
			}
			number, said, isStep := strings.Cut(said, " ")
			if description == "" && (!isStep || !strings.Contains("123456789", number) || !strings.Contains(steps, said)) {
				t.Errorf("%s: %q %q is none of its steps", name, number, said)
			}
		}
	}
	if pages != 40 {
		t.Errorf("%d pages of exercises", pages)
	}
}

func zipped(t *testing.T, text string) int {
	t.Helper()
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		t.Fatal(err)
	}
	w.Write([]byte(text)) // a bytes.Buffer takes all
	w.Close()
	return b.Len()
}

// BenchmarkFigures draws every figure of the handbook.
func BenchmarkFigures(b *testing.B) {
	names, err := filepath.Glob("../../content/shared/exercises/*.yaml")
	if err != nil {
		b.Fatal(err)
	}
	var files []source.File
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		files = append(files, source.File{Path: exercise.Dir + "/" + filepath.Base(name), Data: data})
	}
	for b.Loop() {
		for _, f := range files {
			if x, probs := exercise.Parse(f); x.Drawing == nil {
				b.Fatal(probs)
			}
		}
	}
}
