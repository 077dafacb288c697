package build

import (
	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/data/bib"
	"rygghandboka/internal/data/i18n"
	"rygghandboka/internal/record"
	"rygghandboka/internal/source"
	"rygghandboka/internal/text/avoid"
	"rygghandboka/internal/text/search"
	"rygghandboka/internal/translation"
)

// recorded are the shared files whose values are confirmed, besides those of exercises.
var recorded = []string{i18n.Path, bib.Path, avoid.Path, search.Path}

// A recordKey is for the records of a file.
type recordKey fileKey

// records returns the records of the shared files. problems are those of parsing all
// files of the tree.
func (b *Builder) records(t tree, problems diag.List) (all []translation.Records) {
	faulty := map[string]bool{}
	for _, p := range problems {
		faulty[p.File] = faulty[p.File] || p.Severity == diag.Error
	}
	add := func(f source.File) {
		r, _ := get(&b.cache, recordKey{f.Path, f.Sum}, func() (translation.Records, diag.List) {
			return record.Of(f), nil
		})
		r.HasErrors = faulty[f.Path]
		all = append(all, r)
	}
	for _, f := range t.exercises {
		add(f)
	}
	for _, path := range recorded {
		if f, ok := t.shared[path]; ok {
			add(f)
		}
	}
	return all
}
