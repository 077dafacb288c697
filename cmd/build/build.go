package main

import (
	"context"
	"fmt"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/build"
	"rygghandboka/internal/output"
	"rygghandboka/internal/source"
)

// A buildVerb builds the site and writes it to the output folder.
type buildVerb struct {
	survey
	out                      string
	socialCards, precompress bool
}

func (v *buildVerb) flags(f *pflag.FlagSet) {
	v.survey.flags(f)
	f.StringVar(&v.out, "out", "public", "the `FOLDER` to write the site to")
	f.BoolVar(&v.socialCards, "share", false, "also draw the picture that is shown beside a link to a page")
	f.BoolVar(&v.precompress, "precompress", false, "also write each text file compressed, as FILE.br and FILE.gz")
	cobra.MarkFlagDirname(f, "out")
}

func (v *buildVerb) options() build.Options {
	o := v.survey.options()
	o.SocialCards = v.socialCards
	o.Weigh = v.precompress // which takes longer
	return o
}

func (v *buildVerb) run(_ context.Context, c console, _ []string) (diag.List, error) {
	return v.write(c, v.options(), func(*build.Result) (diag.List, error) { return nil, nil })
}

// write builds the site and writes it, with what add adds to it.
func (v *buildVerb) write(c console, o build.Options, add func(*build.Result) (diag.List, error)) (diag.List, error) {
	out, err := output.Folder(string(v.src), v.out, source.Dirs)
	if err != nil {
		return nil, err
	}
	start := time.Now()
	r, probs, err := v.sound(c, o)
	if r == nil {
		return probs, err
	}
	if probs, err := add(r); err != nil || probs.Errors() > 0 {
		return v.reportUnless(err, c, probs)
	}
	report, probs, err := output.Write(out, r.Outputs, output.Options{Today: o.Today, Precompress: v.precompress})
	for _, p := range report.Lost {
		fmt.Fprintf(c.stderr, "%s is missing or changed in %s: readers of older pages need it\n", p, v.out)
	}
	probs = append(r.Problems, r.Locate(probs)...)
	if err == nil && probs.Errors() == 0 && v.format == textFormat {
		fmt.Fprintf(c.stderr, "%d pages, %d files in %s, %d ms\n",
			r.Pages, len(r.Outputs), v.out, time.Since(start).Milliseconds())
	}
	return v.reportUnless(err, c, probs)
}

// reportUnless writes problems, unless there is an error, which is all that matters then.
func (v *buildVerb) reportUnless(err error, c console, probs diag.List) (diag.List, error) {
	if err != nil {
		return nil, err
	}
	return v.report(c.stdout, probs)
}
