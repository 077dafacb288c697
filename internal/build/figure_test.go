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

	"rygghandboka/internal/data/exercise"
	"rygghandboka/internal/source"
)

// What a drawing may weigh at most, gzipped, with its colours.
const (
	figureWeight  = 3 << 10
	diagramWeight = 5 << 10
)

var (
	panelForm = regexp.MustCompile(`(?s)<div class="panel">` +
		`<img src="/(figures/[a-z-]+-\d\.[0-9a-f]{10}\.svg)" width="(\d+)" height="(\d+)" alt="([^"]+)">` +
		`\s*<p>(.*?)</p>`)
	stepForm    = regexp.MustCompile(`(?s)<h2 id="?steps"?>.*?<ol>(.*?)</ol>`)
	anyTag      = regexp.MustCompile(`<[^>]*>`)
	bareDrawing = regexp.MustCompile(`^<svg xmlns="http://www.w3.org/2000/svg" class="drawing look-\d" ` +
		`width="\d+" height="\d+" viewBox="[0-9 ]+"><style>[^<]+</style>` +
		`((<g transform="[^"]+">)?(<path class="[a-z ]+" d="[^"]+"/>)+(</g>)?)+</svg>$`)
)

// plainText returns the words between tags, without what only typesetting needs.
func plainText(html string) string {
	text := strings.NewReplacer("\u2060", "", "\u00ad", "").Replace(anyTag.ReplaceAllString(html, " "))
	return strings.Join(strings.Fields(text), " ")
}

// Every exercise of the handbook is drawn in two panels or more, in each language, with
// the page's own words; a drawing has classes and nothing else.
func TestFigures(t *testing.T) {
	files := handbook(t, handbookOptions(t))
	pages := 0
	for name, text := range files {
		if path.Ext(name) == ".svg" && strings.HasPrefix(name, "figures/") {
			checkDrawing(t, name, text)
		}
		if strings.Contains(text, `<body class="exercise">`) {
			pages++
			checkPanels(t, files, name)
		}
	}
	if pages != 40 {
		t.Errorf("%d pages of exercises", pages)
	}
}

// checkDrawing checks what a drawing weighs, and is made of.
func checkDrawing(t *testing.T, name, text string) {
	t.Helper()
	diagram := strings.Contains(text, "<text")
	if n := zipped(t, text); n > diagramWeight || n > figureWeight && !diagram {
		t.Errorf("%s weighs %d bytes", name, n)
	}
	if !diagram && !bareDrawing.MatchString(text) {
		t.Errorf("%s has more than shapes and their classes", name)
	}
}

// checkPanels checks the panels of the figure of an exercise.
func checkPanels(t *testing.T, files map[string]string, name string) {
	t.Helper()
	panels := panelForm.FindAllStringSubmatch(files[name], -1)
	if len(panels) < 2 {
		t.Errorf("%s: %d panels", name, len(panels))
	}
	steps := plainText(stepForm.FindString(files[name]))
	for _, m := range panels {
		file, width, height, alt, caption := m[1], m[2], m[3], m[4], plainText(m[5])
		if !strings.Contains(files[file], `width="`+width+`" height="`+height+`"`) {
			t.Errorf("%s: %s is not %s wide and %s high", name, file, width, height)
		}
		fits := strings.Contains(alt, caption+". ")      // as the start
		_, numbered, isStep := strings.Cut(caption, " ") // after the word for a step
		number, step, _ := strings.Cut(numbered, " ")
		if isStep && strings.Contains("123456789", number) {
			fits = strings.Contains(steps, step) && strings.HasSuffix(alt, " "+number)
		}
		if !fits {
			t.Errorf("%s: %q, with the alternative %q, is neither the start nor one of its steps", name, caption, alt)
		}
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
