package link

import (
	"rygghandboka/internal/base/par"
)

// fill finds what belongs in the holes of all pages. Each page is filled by itself;
// what it shows of others is inserted afterwards.
func (l *linker) fill() {
	fillers := make([]*filler, len(l.site.Entries))
	par.Each(len(fillers), func(i int) {
		e := l.site.Entries[i]
		f := &filler{linker: l, host: e, numbers: map[string]int{}, boxes: map[string]bool{}, terms: map[string]bool{}}
		f.plainTerms()
		e.Targets = f.targets(e, e.Body, nesting{})
		e.References = f.references
		fillers[i] = f
	})
	for _, f := range fillers {
		l.probs = append(l.probs, f.probs...)
		for _, to := range f.referred {
			l.refer(f.host, to)
		}
		for _, id := range f.used {
			l.use(f.host, id)
		}
	}
}
