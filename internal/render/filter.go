package render

import (
	"crypto/sha256"
	"fmt"
	"maps"
	"slices"
	"strings"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/public"
	"rygghandboka/internal/site"
)

// A filter is what partials/filter.html sees. It works without a script: the style
// sheet hides each exercise while something is chosen that it does not have.
type filter struct {
	Choices []site.Choice
	Style   styleSheet
	Count   int // of all exercises in the list
}

// filterStyle makes the style sheet that all filters share, since exercises have the
// same keys in all languages; nil if there are none. An exercise has two rules: it is
// hidden while a choice is none of its own, and the remark that there is no such
// exercise is hidden while all are.
func (p *printer) filterStyle(entries []*site.Entry) *public.File {
	exercises := map[string][]string{}
	for _, e := range entries {
		for _, c := range e.Children {
			if len(e.Filter) > 0 {
				exercises[c.Exercise.Key] = c.Exercise.Traits
			}
		}
	}
	if len(exercises) == 0 {
		return nil
	}
	var b strings.Builder
	b.WriteString(p.layouts.Static("css/filter.css"))
	for _, key := range slices.Sorted(maps.Keys(exercises)) {
		other := fmt.Sprintf(`:has(option:checked:not([value=""],[value=%s]))`, strings.Join(exercises[key], "],[value="))
		fmt.Fprintf(&b, ".filter%s~.cards [data-exercise=%s],.filter:not(%s)~.none{display:none}", other, key, other)
	}
	data := []byte(b.String())
	return &public.File{
		Path:   fmt.Sprintf("css/filters.%.5x.css", sha256.Sum256(data)),
		Render: func() ([]byte, diag.List) { return data, nil }, Immutable: true, Offline: true,
	}
}

// filterOf returns the filter of an index, or nil.
func (p *printer) filterOf(e *site.Entry) *filter {
	if len(e.Filter) == 0 {
		return nil
	}
	return &filter{e.Filter, p.filters, len(e.Children)}
}

// A styleSheet is one that is made, and not a file in static/.
type styleSheet struct{ URL, Integrity string }

func (p *printer) styleSheet(o *public.File) styleSheet {
	data, _ := o.Render()
	return styleSheet{p.Base.Path + o.Path, integrity(data, p.Draft)}
}
