package render

import (
	"crypto/sha256"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/public"
	"rygghandboka/internal/page"
	"rygghandboka/internal/site"
)

// A design is what design.html sees beyond its text: the tokens of the style sheet, and
// parts of real pages. The tokens are read from static/css/site.css, so what the page
// shows is what there is.
type design struct {
	Style   styleSheet // that shows each token
	Colours []string
	Sizes   []string // of letters
	Spaces  []string
	Cards   []site.Card // an exercise of each stage
}

const siteStyle = "css/site.css"

// tokenForm is a custom property in the first rule of the style sheet.
var (
	rootForm  = regexp.MustCompile(`(?s):root\s*\{(.*?)\}`)
	tokenForm = regexp.MustCompile(`--([a-z0-9-]+):\s*([^;}]+)`)
)

// tokens returns the names of the tokens of a kind, in the order of the style sheet.
func (l *Layouts) tokens(is func(name, value string) bool) (names []string) {
	root := rootForm.FindStringSubmatch(l.Static(siteStyle))
	if root == nil {
		return nil
	}
	for _, m := range tokenForm.FindAllStringSubmatch(root[1], -1) {
		if is(m[1], m[2]) && !slices.Contains(names, m[1]) {
			names = append(names, m[1])
		}
	}
	return names
}

func isColour(_, value string) bool { return strings.HasPrefix(value, "#") }
func isSpace(name, _ string) bool   { return strings.HasPrefix(name, "space-") }
func isSize(name, _ string) bool {
	return slices.Contains([]string{"small", "normal", "large", "h3", "h2", "h1"}, name)
}

// designStyle makes the style sheet in which each token has a class of its name.
func (p *printer) designStyle() *public.File {
	if !slices.ContainsFunc(p.site.Entries, func(e *site.Entry) bool { return e.Kind == page.Design }) {
		return nil
	}
	var b strings.Builder
	for kind, property := range []string{"background:var(--%s)", "font-size:var(--%s)", "width:var(--%s)"} {
		for _, name := range p.layouts.tokens([]func(string, string) bool{isColour, isSize, isSpace}[kind]) {
			fmt.Fprintf(&b, ".token-%s{"+property+"}", name, name)
		}
	}
	data := []byte(b.String())
	return &public.File{
		Path:   fmt.Sprintf("css/tokens.%.5x.css", sha256.Sum256(data)),
		Render: func() ([]byte, diag.List) { return data, nil }, Immutable: true, Offline: true,
	}
}

// designOf returns what the page on the design shows, nil for other pages.
func (p *printer) designOf(e *site.Entry) *design {
	if e.Kind != page.Design {
		return nil
	}
	d := &design{Style: p.designs, Colours: p.layouts.tokens(isColour), Sizes: p.layouts.tokens(isSize), Spaces: p.layouts.tokens(isSpace)}
	for stage := 1; stage <= 3; stage++ {
		for _, other := range p.site.Entries {
			if other.Lang == e.Lang && other.Exercise != nil && other.Exercise.Stage == stage {
				d.Cards = append(d.Cards, other.Card())
				break
			}
		}
	}
	return d
}
