package build

import (
	"context"
	"slices"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/par"
	"rygghandboka/internal/base/public"
	"rygghandboka/internal/data/exercise"
	"rygghandboka/internal/site"
	"rygghandboka/internal/translation"
)

// A Result is a built site, ready to be rendered.
type Result struct {
	Outputs  []public.File // none if there are errors among the problems
	Problems diag.List     // located and sorted
	Pages    int           // of the site
	Changed  []string      // the paths of files that differ from the build before
	Site     *site.Site    // linked; complete only if there are no errors

	Exercises []*exercise.Exercise

	Translations *translation.Report
	Drift        diag.List           // those of the problems that are of translations
	subject      translation.Subject // of the report on translations
	unreadable   diag.List           // problems of the lock, and of files as such

	reviewed reviewed

	text map[string][]byte // of the input tree, by path
}

// withoutLanguages returns the result of a tree whose languages cannot be read: nothing
// else can be known about it.
func withoutLanguages(t tree, problems diag.List) *Result {
	r := &Result{
		Changed:      t.changed,
		Site:         &site.Site{},
		Translations: &translation.Report{},
		unreadable:   problems,
		reviewed:     reviewed{unsound: problems},
		text:         t.text,
	}
	r.Problems = r.Locate(problems)
	return r
}

// newResult returns the result of all steps.
func newResult(t tree, c compiled, l linked, o Options, outputs []public.File, problems diag.List) *Result {
	r := &Result{
		Outputs:      outputs,
		Pages:        len(l.site.Entries),
		Changed:      t.changed,
		Site:         l.site,
		Exercises:    c.exercises,
		Translations: l.translations,
		subject:      l.subject,
		unreadable:   slices.Concat(t.unreadable, c.lockProblems),
		reviewed:     newReviewed(c, o.Today, problems),
		text:         t.text,
	}
	r.Drift = r.Locate(l.drift)
	r.Problems = r.Locate(slices.Concat(problems, r.Drift))
	return r
}

// Propose returns what a confirmation of pages or sections would change in the lock: see
// translation.Subject. A lock or another file that cannot be read must be fixed first: what
// is not read would be taken for gone.
func (r *Result) Propose(names []string, all bool) ([]translation.Proposal, diag.List, error) {
	if r.unreadable.Errors() > 0 {
		return nil, r.Locate(r.unreadable), nil
	}
	proposals, problems, err := r.subject.Propose(names, all)
	return proposals, r.Locate(problems), err
}

// Confirm returns the lock in which somebody has confirmed what was proposed.
func (r *Result) Confirm(accepted []translation.Proposal, by translation.Stamp) *translation.Lock {
	return r.subject.Lock.Confirm(accepted, by)
}

// Text returns a text file of the input tree, or "" if there is none.
func (r *Result) Text(path string) string { return string(r.text[path]) }

// Locate gives problems their lines and columns in the input tree.
func (r *Result) Locate(l diag.List) diag.List {
	return l.Locate(r.Text)
}

// Links returns the links out of the handbook and where they are, as problems whose
// messages are the addresses.
func (r *Result) Links() (links diag.List) {
	for _, e := range r.Site.Entries {
		for _, link := range e.Links {
			links = append(links, diag.Warnf(e.Path, link.Offset, "%s", link.URL))
		}
	}
	return r.Locate(links)
}

// Failed returns the result without outputs, because of more problems.
func (r *Result) Failed(problems diag.List) *Result {
	failed := *r
	failed.Outputs = nil
	failed.Problems = slices.Concat(r.Problems, problems)
	return &failed
}

// Render renders every output and returns the problems: what a build would find without
// writing anything. It stops early if ctx ends.
func (r *Result) Render(ctx context.Context) diag.List {
	found := make([]diag.List, len(r.Outputs))
	par.Each(len(r.Outputs), func(i int) {
		if ctx.Err() == nil {
			_, found[i] = r.Outputs[i].Render()
		}
	})
	return r.Locate(slices.Concat(found...))
}
