package site

import (
	"regexp"
	"strings"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/text/lang"
)

// A Redirect leads from an address that a page had before to the page. Addresses
// stand on printed sheets, which nobody can change.
type Redirect struct {
	Stub
	Out string // no/ovelser/bro/index.html
}

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
			l.site.Redirects = append(l.site.Redirects, Redirect{e.Stub(), out})
		}
	}
}
