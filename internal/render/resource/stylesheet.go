package resource

import (
	"crypto/sha256"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"rygghandboka/internal/base/public"
	"rygghandboka/internal/page"
	"rygghandboka/internal/site"
)

// FilterStyle makes the style sheet that all filters share, since exercises have the
// same keys in all languages; nil if there are none. It starts with css. An exercise has
// two rules: it is hidden while a choice is none of its own, and the remark that there is
// no such exercise is hidden while all are.
func FilterStyle(entries []*site.Entry, css string) *public.File {
	exercises := filtered(entries)
	if len(exercises) == 0 {
		return nil
	}
	var b strings.Builder
	b.WriteString(css)
	for _, key := range slices.Sorted(maps.Keys(exercises)) {
		values := strings.Join(exercises[key], "],[value=")
		other := fmt.Sprintf(`:has(option:checked:not([value=""],[value=%s]))`, values)
		fmt.Fprintf(&b, ".filter%s~.cards [data-exercise=%s],", other, key)
		fmt.Fprintf(&b, ".filter:not(%s)~.none{display:none}", other)
	}
	return styleSheet("filters", b.String())
}

// filtered returns the traits of the exercises in indexes with a filter, by key.
func filtered(entries []*site.Entry) map[string][]string {
	exercises := map[string][]string{}
	for _, e := range entries {
		if !e.HasFilter() {
			continue
		}
		for _, c := range e.Index.Children {
			exercises[c.Exercise.Key] = c.Exercise.FilterKeys
		}
	}
	return exercises
}

// styleSheet returns the file of a style sheet.
func styleSheet(name, css string) *public.File {
	data := []byte(css)
	return &public.File{
		Path:      fmt.Sprintf("css/%s.%.5x.css", name, sha256.Sum256(data)),
		Render:    public.Bytes(data),
		Immutable: true,
		Offline:   true,
	}
}

// Tokens are the names of the custom properties of a style sheet, in its order.
type Tokens struct {
	Colours []string
	Sizes   []string // of letters
	Spaces  []string
}

// The tokens are the custom properties in the first rule of the style sheet.
var (
	rootForm  = regexp.MustCompile(`(?s):root\s*\{(.*?)\}`)
	tokenForm = regexp.MustCompile(`--([a-z0-9-]+):\s*([^;}]+)`)
)

var sizes = []string{"small", "normal", "large", "h3", "h2", "h1"}

// TokensOf returns the tokens of a style sheet.
func TokensOf(css string) (t Tokens) {
	root := rootForm.FindStringSubmatch(css)
	if root == nil {
		return t
	}
	seen := map[string]bool{}
	for _, m := range tokenForm.FindAllStringSubmatch(root[1], -1) {
		name, value := m[1], m[2]
		switch {
		case seen[name]:
			continue
		case strings.HasPrefix(value, "#"):
			t.Colours = append(t.Colours, name)
		case slices.Contains(sizes, name):
			t.Sizes = append(t.Sizes, name)
		case strings.HasPrefix(name, "space-"):
			t.Spaces = append(t.Spaces, name)
		}
		seen[name] = true
	}
	return t
}

// TokenStyle makes the style sheet in which each token has a class of its name, nil if
// the site has no page on its design. css is the style sheet of the site.
func TokenStyle(s *site.Site, css string) *public.File {
	if !slices.ContainsFunc(s.Entries, func(e *site.Entry) bool { return e.Kind == page.DesignKind }) {
		return nil
	}
	var b strings.Builder
	write := func(names []string, property string) {
		for _, name := range names {
			fmt.Fprintf(&b, ".token-%s{%s:var(--%s)}", name, property, name)
		}
	}
	tokens := TokensOf(css)
	write(tokens.Colours, "background")
	write(tokens.Sizes, "font-size")
	write(tokens.Spaces, "width")
	return styleSheet("tokens", b.String())
}
