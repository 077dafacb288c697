package build

import (
	"path"
	"slices"
	"strings"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/par"
	"rygghandboka/internal/data/bib"
	"rygghandboka/internal/data/i18n"
	"rygghandboka/internal/data/publisher"
	"rygghandboka/internal/page"
	"rygghandboka/internal/record"
	"rygghandboka/internal/source"
	"rygghandboka/internal/text/avoid"
	"rygghandboka/internal/text/search"
	"rygghandboka/internal/translation"
)

// recorded are the shared files whose values are confirmed, besides those of exercises.
var recorded = []string{i18n.Path, bib.Path, avoid.Path, search.Path, publisher.Path}

// A recordKey is for the records of a file.
type recordKey fileKey

// records returns the records of the shared files, but of exercises that only drafts are
// about. problems are those of parsing all files of the tree.
func (b *Builder) records(t tree, pages []*page.Page, problems diag.List) []translation.Records {
	drafts := draftNames(pages)
	files := slices.DeleteFunc(slices.Clone(t.exercises), func(f source.File) bool {
		return drafts[strings.TrimSuffix(path.Base(f.Path), ".yaml")]
	})
	for _, path := range recorded {
		if f, ok := t.shared[path]; ok || t.isUnreadable(path) {
			f.Path = path // of one that is there and cannot be read
			files = append(files, f)
		}
	}
	faulty := map[string]bool{}
	for _, p := range slices.Concat(t.unreadable, problems) {
		faulty[p.File] = faulty[p.File] || p.Severity == diag.Error
	}
	all := make([]translation.Records, len(files))
	par.Each(len(files), func(i int) {
		f := files[i]
		all[i], _ = get(&b.cache, recordKey{f.Path, f.Sum}, func() (translation.Records, diag.List) {
			return record.Of(f), nil
		})
		all[i].HasErrors = faulty[f.Path]
	})
	return all
}
