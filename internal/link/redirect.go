package link

import (
	"regexp"
	"strings"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/site"
	"rygghandboka/internal/text/lang"
)

var aliasForm = regexp.MustCompile(`^[a-z0-9-]+(/[a-z0-9-]+)*/$`)

// redirects gathers the aliases of all pages, and refuses those that collide
// with a page or with each other.
func (l *linker) redirects() {
	taken := map[string]string{}
	for _, e := range l.site.Entries {
		taken[lang.Fold(e.Out)] = e.Path
	}
	for _, e := range l.site.Entries {
		for _, alias := range e.Aliases {
			out := alias.Text + "index.html"
			other, twice := taken[lang.Fold(out)]
			switch {
			case !aliasForm.MatchString(alias.Text) || !strings.HasPrefix(alias.Text, string(e.Lang)+"/"):
				l.problem(diag.Errorf(e.Path, alias.Offset, "%q is no address in this language", alias.Text).
					Hintf("write the path as it was: %s/…/", e.Lang))
				continue
			case twice:
				l.problem(diag.Errorf(e.Path, alias.Offset, "%s has this address", other))
				continue
			}
			taken[lang.Fold(out)] = e.Path
			l.site.Redirects = append(l.site.Redirects, site.Redirect{Stub: e.Stub(), Out: out})
		}
	}
}
