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
	panelForm = regexp.MustCompile(`<svg class="drawing [^"]*" viewBox="[^"]*" role="img" aria-labelledby="([^ "]*) ([^"]*)"><title id="([^"]*)">([^<]+)</title><desc id="([^"]*)">([^<]+)</desc>(.*?)</svg>`)
	stepForm  = regexp.MustCompile(`(?s)<h2 id="steps">.*?<ol>(.*?)</ol>`)
	tag       = regexp.MustCompile(`<[^>]*>`)
)

// Every exercise of the handbook is drawn in two panels or more, in each language, with
// the page's own words; a drawing has classes and nothing else.
func TestFigures(t *testing.T) {
	files := handbook(t, options())
	pages := 0
	for name, text := range files {
		switch {
		case path.Ext(name) == ".svg" && strings.HasPrefix(name, "figures/"):
			var b bytes.Buffer
			w, _ := gzip.NewWriterLevel(&b, gzip.BestCompression)
			w.Write([]byte(text))
			w.Close()
			if b.Len() > figureWeight {
				t.Errorf("%s weighs %d bytes", name, b.Len())
			}
		case strings.Contains(text, `<body class="exercise">`):
			pages++
			panels := panelForm.FindAllStringSubmatch(text, -1)
			if len(panels) < 2 {
				t.Errorf("%s: %d panels", name, len(panels))
			}
			steps := strings.ReplaceAll(tag.ReplaceAllString(stepForm.FindString(text), ""), "\u2060", "")
			for _, m := range panels {
				if m[1] != m[3] || m[2] != m[5] {
					t.Errorf("%s: a panel is named by %q and %q", name, m[1], m[2])
				}
				if drawing := m[7]; strings.Contains(tag.ReplaceAllString(drawing, ""), " ") || regexp.MustCompile(` (id|style|fill|stroke)=`).MatchString(drawing) || strings.Contains(drawing, "<style") {
					t.Errorf("%s: a drawing has more than classes", name)
				}
				said := strings.ReplaceAll(m[6], "\n", " ")
				if regexp.MustCompile(` \d$`).MatchString(m[4]) && !strings.Contains(strings.Join(strings.Fields(steps), " "), strings.Join(strings.Fields(said), " ")) {
					t.Errorf("%s: %q is none of its steps", name, said)
				}
			}
		}
	}
	if pages != 40 {
		t.Errorf("%d pages of exercises", pages)
	}
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
