package figure

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rygghandboka/internal/diag"
	"rygghandboka/internal/strict"
)

func TestZZ(t *testing.T) {
	css, _ := os.ReadFile("/tmp/fig.css")
	files, _ := filepath.Glob("../../content/shared/exercises/*.yaml")
	only := os.Getenv("ONLY")
	var h strings.Builder
	h.WriteString("<!doctype html><meta charset=utf8><style>" + string(css) + "</style><main>")
	total := 0
	for _, f := range files {
		key := strings.TrimSuffix(filepath.Base(f), ".yaml")
		if only != "" && !strings.Contains(","+only+",", ","+key+",") {
			continue
		}
		data, _ := os.ReadFile(f)
		text := string(data)
		i := strings.Index(text, "\nfigure:\n")
		if i < 0 {
			fmt.Println("no figure", key)
			continue
		}
		var x struct {
			Position strict.String `yaml:"position"`
			Figure   Figure        `yaml:"figure"`
		}
		pos := ""
		for _, l := range strings.Split(text, "\n") {
			if strings.HasPrefix(l, "position: ") {
				pos = strings.TrimPrefix(l, "position: ")
			}
		}
		doc, probs := strict.Parse(f, "position: "+pos+"\n"+text[i+1:], 0)
		if doc == nil {
			t.Error(probs)
			continue
		}
		probs = doc.Decode(&x)
		start, poses, more := x.Figure.poses(f, strict.String{Text: pos})
		scenes, m2 := x.Figure.stage(f, start, poses)
		more = append(more, m2...)
		d := x.Figure.draw(lookFor(key), scenes)
		probs = append(probs, more...)
		for _, p := range probs.Locate(func(string) string { return "position: " + pos + "\n" + text[i+1:] }) {
			diag.List{p}.Errors()
			t.Errorf("%s:%d: %s: %s (%s)", key, p.Line, strings.TrimSpace(p.Excerpt), p.Message, p.Hint)
		}
		if d == nil {
			continue
		}
		fmt.Fprintf(&h, `<figure class="figure %s"><figcaption>%s</figcaption>`, d.Look, key)
		for _, p := range d.Panels {
			total += len(p)
			fmt.Fprintf(&h, `<svg viewBox="0 0 %d %d" width="%d">%s</svg>`, d.Width, d.Height, d.Width/5, p)
		}
		h.WriteString("</figure>")
	}
	fmt.Println("bytes", total)
	os.WriteFile("/tmp/zz.html", []byte(h.String()), 0o644)
}

func TestDD(t *testing.T) {
	css, _ := os.ReadFile("../../static/css/figure.css")
	var h strings.Builder
	h.WriteString("<!doctype html><meta charset=utf8><style>" + string(css) + "main{display:flex;gap:30px}</style><main>")
	for _, n := range []string{"feedforward", "stabilising-systems", "muscle-map"} {
		l := map[string]strict.String{}
		words := map[string]string{"lamp": "Lampa lyser", "without": "Uten ryggplager", "with": "Med ryggplager", "deep": "Dype muskler", "shoulder": "Skulder- muskler", "time": "Tid", "nervous": "Nervesystemet", "passive": "Passivt: ledd og leddbånd", "active": "Aktivt: muskler og sener", "local": "Lokale stabilisatorer", "global-stabiliser": "Globale stabilisatorer", "global-mover": "Globale bevegelses- muskler"}
		for _, x := range diagrams[n].labels {
			l[x.name] = strict.String{Text: words[x.name]}
		}
		d, probs := DrawDiagram("f", 0, n, l)
		if d == nil {
			t.Error(n, probs)
			continue
		}
		fmt.Fprintf(&h, `<svg class="figure diagram %s" viewBox="0 0 %d %d" width="%d">%s</svg>`, d.Look, d.Width, d.Height, d.Width*14/10, d.Panels[0])
	}
	os.WriteFile("/tmp/dd.html", []byte(h.String()), 0o644)
}
