package page

import (
	"strings"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/strict"
	"rygghandboka/internal/text/markdown"
)

// ChangesKey is the key of the page that lists what has changed.
const ChangesKey = "changes"

// ChangesField is the key of the list of changes, as strict.Texts gives it.
const ChangesField = "changes"

// Changes is the list of what has changed in the handbook, which is a feed too.
type Changes struct {
	Changes []Change `yaml:"changes" doc:"the newest first"`
}

// A Change is one that readers want to know of.
type Change struct {
	Date  strict.Date   `yaml:"date" role:"data"`
	What  strict.Text   `yaml:"what" doc:"one sentence"`
	Pages []strict.Text `yaml:"pages,optional" role:"data" doc:"the keys of those changed: exercises/bird-dog"`
}

// block returns the block that a translation is compared by: a day and its pages.
func (c Change) block() (section string, b markdown.Block) {
	var keys []string
	for _, p := range c.Pages {
		keys = append(keys, p.Text)
	}
	kind := changeBlock{c.Date.String(), strings.Join(keys, ", ")}
	return "", markdown.Block{Kind: kind, Offset: c.What.Offset}
}

// A changeBlock is what a change has in common with its translation.
type changeBlock struct{ date, pages string }

func (b changeBlock) String() string {
	if b.pages == "" {
		return "change of " + b.date
	}
	return "change of " + b.date + " on " + b.pages
}

// complete checks the order of the changes, from which the entries of the feed have their
// numbers.
func (list *Changes) complete(p *Page) (probs diag.List) {
	if at, given := p.Keys["changes"]; given && len(list.Changes) == 0 {
		probs = append(probs, diag.Errorf(p.Path, at, "there is no change in the list").
			Hintf("a feed has at least one entry"))
	}
	for i, c := range list.Changes {
		if i > 0 && c.Date.After(list.Changes[i-1].Date.Time) {
			before := list.Changes[i-1].Date
			below := diag.Errorf(p.Path, c.Date.Offset, "the change of %s is below one of %s", c.Date, before)
			probs = append(probs, below.Hintf("the newest comes first"))
		}
		probs = append(probs, c.repeated(p.Path)...)
	}
	return probs
}

// repeated refuses a page that is named twice.
func (c Change) repeated(file string) (probs diag.List) {
	seen := map[string]bool{}
	for _, key := range c.Pages {
		if seen[key.Text] {
			probs = append(probs, diag.Errorf(file, key.Offset, "%q is named twice", key.Text))
		}
		seen[key.Text] = true
	}
	return probs
}
