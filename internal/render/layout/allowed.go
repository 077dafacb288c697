package layout

import (
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"

	"rygghandboka/internal/base/diag"
)

// Not every host sends the Content-Security-Policy that package host writes. So no static file
// may be a page of its own, which could run scripts in the name of the handbook; and no name may
// mean anything in the settings of a host, which quote it.

// endings are those that a static file may have.
var endings = []string{
	".css", ".js", ".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".ico",
	".pdf", ".txt", ".vtt", ".mp3", ".mp4", ".webm", ".woff", ".woff2",
}

// wholeNames are the files without such an ending that hosts and crawlers ask for.
var wholeNames = []string{".nojekyll", "CNAME"}

const wellKnown = ".well-known/"

// plainName matches a name that means only itself wherever it is written.
var plainName = regexp.MustCompile(`^[\pL\pN._@+~/-]+$`)

// refuseFiles reports static files that must not be published.
func refuseFiles(files map[string][]byte) (probs diag.List) {
	for _, name := range slices.Sorted(maps.Keys(files)) {
		ext := path.Ext(name)
		switch {
		case !plainName.MatchString(name):
			probs = append(probs, diag.Errorf(StaticDir+name, 0, "this file's name has a sign that hosts understand").
				Hintf("use letters, digits and ._@+~-"))
		case strings.HasPrefix(name, "_"):
			probs = append(probs, diag.Errorf(StaticDir+name, 0, "the program writes the files that are named so").
				Hintf("give this file another name"))
		case strings.HasPrefix(name, wellKnown), slices.Contains(wholeNames, name):
		case !slices.Contains(endings, ext):
			probs = append(probs, diag.Errorf(StaticDir+name, 0, "a file with the ending %q is not published", ext).
				Hintf("a browser could show it as a page; use one of %s", strings.Join(endings, " ")))
		case ext == ".svg":
			probs = append(probs, refuseDrawing(name, files[name])...)
		}
	}
	return probs
}
