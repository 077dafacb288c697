package rule

import (
	"rygghandboka/internal/avoid"
	"rygghandboka/internal/diag"
	"rygghandboka/internal/par"
	"rygghandboka/internal/source"
)

// Avoided reports the words in the pages' sources that the handbook does not
// use of a back: words that frighten, or say more than is known. It looks at
// sources, not at the site, since a word has its place there.
func Avoided(files []source.File, language func(source.File) string, lists map[string]*avoid.List) (probs diag.List) {
	if len(lists) == 0 {
		return nil
	}
	found := make([][]avoid.Found, len(files))
	par.Each(len(files), func(i int) { found[i] = lists[language(files[i])].Find(string(files[i].Data)) })
	for i, list := range found {
		for _, w := range list {
			probs = append(probs, diag.Warnf(files[i].Path, w.Offset, "%q: %s", w.Word.Word.Text, w.Reason.Text).Hintf("better: %s", w.Better.Text))
		}
	}
	return probs
}
