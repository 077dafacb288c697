package main

import (
	"context"
	"errors"
	"fmt"
	"path"
	"path/filepath"
	"time"

	"github.com/spf13/pflag"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/build"
	"rygghandboka/internal/page"
	"rygghandboka/internal/review"
	"rygghandboka/internal/site"
	"rygghandboka/internal/source"
	"rygghandboka/internal/text/lang"
)

// A reviewVerb records in the lock that a clinician has reviewed pages as they are.
type reviewVerb struct {
	sources
	format
	by, until, lang string
}

func (v *reviewVerb) flags(f *pflag.FlagSet) {
	v.sources.flags(f)
	v.format.flags(f)
	f.StringVar(&v.by, "by", "", "the clinician who has read the pages: `\"NAME, ROLE\"`")
	f.StringVar(&v.until, "until", "", "the last `DATE` on which the review is valid")
	f.StringVar(&v.lang, "lang", "", "the `LANGUAGE` that was read, such as no")
}

func (v *reviewVerb) run(_ context.Context, c console, args []string) (diag.List, error) {
	reading, err := v.reading(args)
	if err != nil {
		return nil, err
	}
	r, err := c.site(string(v.src), v.options())
	if err != nil {
		return nil, err
	}
	lock, pages, probs, err := r.Review(reading)
	switch {
	case err != nil:
		return nil, err
	case probs.Errors() > 0:
		return v.report(c.stdout, probs)
	}
	if err := c.record(string(v.src), lock, pages); err != nil {
		return nil, err
	}
	if v.format != textFormat {
		return v.report(c.stdout, nil)
	}
	for _, e := range pages {
		parts := len(lock.Get(e.Key, e.Lang).Parts)
		if _, err := fmt.Fprintf(c.stdout, "reviewed %s %s: %d parts\n", e.Key, e.Lang, parts); err != nil {
			return nil, err
		}
	}
	return nil, nil
}

// record adds the reviews of pages to those on disk. with is a lock that has them.
func (c console) record(src string, with *review.Lock, pages []*site.Entry) error {
	return c.rewrite(src, review.LockPath, func(data []byte) ([]byte, error) {
		lock, probs := review.ParseLock(source.File{Path: review.LockPath, Data: data})
		if probs.Errors() > 0 {
			return nil, errMeanwhile(review.LockPath)
		}
		for _, e := range pages {
			lock = lock.With(with.Get(e.Key, e.Lang))
		}
		return lock.Bytes(), nil
	})
}

// reading returns what the arguments say has been read.
func (v *reviewVerb) reading(args []string) (build.Reading, error) {
	r := build.Reading{Lang: lang.Lang(v.lang)}
	for _, arg := range args {
		name := pageName(arg)
		in, _ := page.LangOf(path.Clean(filepath.ToSlash(arg)))
		if in != "" && r.Lang != "" && in != r.Lang {
			return r, fmt.Errorf("%s is in %q, and the review is in %q", arg, in, r.Lang)
		}
		if in != "" {
			r.Lang = in
		}
		r.Names = append(r.Names, name)
	}
	var err error
	switch {
	case len(args) == 0:
		return r, errors.New("review needs a page: exercises/plank")
	case v.by == "":
		return r, errors.New(`review needs who has read the page: -by "NAME, ROLE"`)
	case v.until == "":
		return r, errors.New("review needs the day until which it is valid: -until 2028-03-12")
	}
	if r.By, err = review.ParseReviewer(v.by); err != nil {
		return r, fmt.Errorf(`-by: %w: -by "NAME, ROLE"`, err)
	}
	if r.Until, err = time.Parse(time.DateOnly, v.until); err != nil {
		return r, fmt.Errorf("-until is a day such as 2028-03-12, not %q", v.until)
	}
	if !r.Until.After(v.date.Time) {
		return r, fmt.Errorf("-until %s is not after today, %s", v.until, v.date.Format(time.DateOnly))
	}
	if latest := review.Latest(v.date.Time); r.Until.After(latest) {
		return r, fmt.Errorf("-until %s is too late: a review is valid for at most %d years, here until %s",
			v.until, review.MostYears, latest.Format(time.DateOnly))
	}
	return r, nil
}
