package page

import (
	"strings"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/strict"
)

// ChangesKey is the key of the page that lists what has changed.
const ChangesKey = "changes"

// A Change is one that readers want to know of.
type Change struct {
	Date  strict.Date     `yaml:"date" role:"data"`
	What  strict.String   `yaml:"what" doc:"one sentence"`
	Pages []strict.String `yaml:"pages,optional" role:"data" doc:"the keys of the pages that have changed: exercises/bird-dog"`
}

// A changeBlock is what a change has in common with its translation.
type changeBlock struct{ date, pages string }

func (c Change) block() changeBlock {
	var keys []string
	for _, p := range c.Pages {
		keys = append(keys, p.Text)
	}
	return changeBlock{c.Date.String(), strings.Join(keys, ", ")}
}

func (b changeBlock) String() string {
	if b.pages == "" {
		return "change of " + b.date
	}
	return "change of " + b.date + " on " + b.pages
}

// checkChanges checks a list of changes: that a language has one, and its order, from
// which the entries of the feed have their numbers.
func (p *Page) checkChanges() (probs diag.List) {
	if p.Kind != Changes {
		return nil
	}
	if p.Key != ChangesKey {
		probs = append(probs, diag.Errorf(p.Path, p.Keys["kind"], "the list of changes is content/%s/%s.md", p.Lang, ChangesKey).
			Hintf("a language has one, in that file"))
	}
	if at, given := p.Keys["changes"]; given && len(p.Changes) == 0 {
		probs = append(probs, diag.Errorf(p.Path, at, "there is no change in the list").Hintf("a feed has at least one entry"))
	}
	for i, c := range p.Changes {
		if i > 0 && c.Date.After(p.Changes[i-1].Date.Time) {
			probs = append(probs, diag.Errorf(p.Path, c.Date.Offset, "the change of %s stands below one of %s", c.Date, p.Changes[i-1].Date).
				Hintf("the newest stands first"))
		}
		seen := map[string]bool{}
		for _, key := range c.Pages {
			if seen[key.Text] {
				probs = append(probs, diag.Errorf(p.Path, key.Offset, "%q is named twice", key.Text))
			}
			seen[key.Text] = true
		}
	}
	return probs
}
