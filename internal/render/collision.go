package render

import (
	"strings"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/public"
	"rygghandboka/internal/render/layout"
	"rygghandboka/internal/text/lang"
)

// collisions refuses a static file at the path of another file of the site, or where the
// compressed form of a file is looked for. The static files come first in files.
func collisions(files []public.File) (probs diag.List) {
	taken := map[string]bool{}
	for _, f := range files {
		folded := lang.Fold(f.Path)
		if taken[folded] {
			probs = append(probs, collision(f, "the site has a file %s of its own", f.Path))
		}
		taken[folded] = true
	}
	for _, f := range files {
		for _, suffix := range []string{".br", ".gz"} {
			if name, packed := strings.CutSuffix(f.Path, suffix); packed && taken[lang.Fold(name)] {
				probs = append(probs, collision(f, "a host may send this file to browsers that ask for %s", name))
			}
		}
	}
	return probs
}

func collision(f public.File, format, path string) diag.Problem {
	return diag.Errorf(layout.StaticDir+f.Path, 0, format, path).Hintf("give this file another name")
}
