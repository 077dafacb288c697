package build

import (
	"errors"
	"fmt"
	"path"
	"slices"
	"time"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/link"
	"rygghandboka/internal/review"
	"rygghandboka/internal/site"
	"rygghandboka/internal/text/lang"
)

// A reviewed is what the result of a build knows of reviews.
type reviewed struct {
	lock    *review.Lock
	today   time.Time
	unsound diag.List // errors because of which it is not known what pages show
}

// newReviewed returns what is known of reviews. The end of a review is an error that only a
// new review can fix.
func newReviewed(c compiled, today time.Time, problems diag.List) reviewed {
	r := reviewed{lock: c.reviews, today: today}
	for _, p := range problems {
		if p.Severity == diag.Error && p.File != review.LockPath {
			r.unsound = append(r.unsound, p)
		}
	}
	r.unsound = append(r.unsound, c.reviewProblems...)
	return r
}

// A Reading is what a reviewer has read, and when it is to be read again.
type Reading struct {
	Names []string  // of pages: keys, or the last part of them
	Lang  lang.Lang // "" if the pages are in one language only
	By    review.Reviewer
	Until time.Time
}

// Review records that a reviewer has read pages today, and returns the reviews with that in
// them and the pages. If there are errors among the problems nothing is recorded: what is
// not shown has not been reviewed. The error is a name that matches nothing.
func (r *Result) Review(read Reading) (*review.Lock, []*site.Entry, diag.List, error) {
	if len(r.reviewed.unsound) > 0 {
		return nil, nil, r.Locate(r.reviewed.unsound), nil
	}
	lock := r.reviewed.lock
	shown := link.NewShown(r.Site, r.Exercises, func(path string) []byte { return r.text[path] })
	var pages []*site.Entry
	for _, name := range read.Names {
		e, err := r.pageNamed(name, read.Lang)
		if err != nil {
			return nil, nil, nil, err
		}
		pages = append(pages, e)
		lock = lock.With(&review.Review{
			Key:   e.Key,
			Lang:  e.Lang,
			By:    read.By,
			On:    r.reviewed.today,
			Until: read.Until,
			Parts: shown.Parts(e),
		})
	}
	return lock, pages, nil, nil
}

// pageNamed returns the page with a key, or with the last part of a key if that is one
// page's only.
func (r *Result) pageNamed(name string, in lang.Lang) (*site.Entry, error) {
	var exact, last []*site.Entry
	var names []string
	for _, e := range r.Site.Entries {
		if in != "" && e.Lang != in {
			continue
		}
		names = append(names, e.Key, path.Base(e.Key))
		switch name {
		case e.Key:
			exact = append(exact, e)
		case path.Base(e.Key):
			last = append(last, e)
		}
	}
	found := exact
	if len(found) == 0 {
		found = last
	}
	isOther := func(e *site.Entry) bool { return e.Key != found[0].Key }
	switch {
	case len(found) == 0:
		return nil, noPage(name, in, names)
	case slices.ContainsFunc(found, isOther):
		return nil, fmt.Errorf("several pages are called %q: name one as %s", name, found[0].Key)
	case len(found) > 1:
		return nil, fmt.Errorf("%s is in several languages: a reviewer reads one, so add -lang %s",
			found[0].Key, found[0].Lang)
	}
	return found[0], nil
}

// noPage is the error of a name that no page has.
func noPage(name string, in lang.Lang, names []string) error {
	text := fmt.Sprintf("there is no page %q", name)
	if in != "" {
		text += fmt.Sprintf(" in %q", in)
	}
	if hint := diag.SuggestOr(name, names); hint != "" {
		text += "; " + hint
	}
	return errors.New(text)
}

// Reviews returns the state of each page in each language.
func (r *Result) Reviews() review.Report {
	report := review.Report{Pages: []review.Page{}}
	for _, l := range r.Site.Languages {
		report.Languages = append(report.Languages, l.Lang)
	}
	pages := map[string]map[lang.Lang]review.Entry{}
	var keys []string
	for _, e := range r.Site.Entries {
		if pages[e.Key] == nil {
			pages[e.Key] = map[lang.Lang]review.Entry{}
			keys = append(keys, e.Key)
		}
		pages[e.Key][e.Lang] = review.NewEntry(e.Review)
	}
	slices.Sort(keys)
	for _, key := range keys {
		report.Pages = append(report.Pages, review.Page{Key: key, States: pages[key]})
	}
	return report
}
