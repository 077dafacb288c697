package host

import (
	"cmp"
	"fmt"
	"strings"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/public"
)

// tooHeavy refuses a page that is too heavy. An author is told of the Markdown file.
func (f *file) tooHeavy(page []byte, styles []string) diag.List {
	s := f.survey
	alone, style := public.Weight(page), 0
	for _, address := range styles {
		if f := s.byPath[strings.TrimPrefix(address, s.Base.Path)]; f != nil {
			style += f.weight()
		}
	}
	if alone+style <= public.Budget {
		return nil
	}
	p := diag.Errorf(cmp.Or(f.Source, f.Path), 0, "the page weighs %d bytes, and its style sheets %d: %d too many", alone, style, alone+style-public.Budget)
	hint := fmt.Sprintf("divide it, or embed less (compressed with gzip, %d bytes in all are one round trip)", public.Budget)
	if f.Heavy != nil {
		hint += "; uncompressed it has " + f.Heavy()
	}
	return diag.List{p.Hintf("%s", hint)}
}

// weigh returns the weight of a style sheet. Many pages have it, so a file does it once.
func (f *file) weigh() int {
	data, _ := f.File.Render()
	return public.Weight(data)
}
