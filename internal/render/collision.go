package render

import (
	"cmp"
	"path"
	"strings"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/public"
	"rygghandboka/internal/render/layout"
	"rygghandboka/internal/text/lang"
)

// longestName is how many bytes a part of a path may have, with the ending of its compressed
// form. File systems have 255.
const longestName = 250

// collisions refuses files that cannot all be written: a static file at the path of another file
// of the site, or below it, and a path that file systems do not take. The static files come
// first in files.
func collisions(files []public.File) (probs diag.List) {
	taken := make(map[string]bool, len(files))
	for _, f := range files {
		folded := lang.Fold(f.Path)
		if taken[folded] {
			probs = append(probs, collision(f.Path, f.Path))
		}
		taken[folded] = true
	}
	for _, f := range files {
		for above := path.Dir(f.Path); above != "."; above = path.Dir(above) {
			if taken[lang.Fold(above)] {
				probs = append(probs, collision(f.Path, above))
			}
		}
		for part := range strings.SplitSeq(f.Path, "/") {
			if len(part) > longestName {
				at := cmp.Or(f.Source, layout.StaticDir+f.Path)
				probs = append(probs, diag.Errorf(at, 0, "the address has a part of more than %d bytes", longestName).
					Hintf("give the page a shorter slug, and a file a shorter name"))
			}
		}
	}
	return probs
}

func collision(static, taken string) diag.Problem {
	return diag.Errorf(layout.StaticDir+static, 0, "the site has a file %s of its own", taken).
		Hintf("give this file another name")
}
