package main

import (
	"context"
	"crypto/sha256"
	"encoding/gob"
	"fmt"
	"os"
	"strings"
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

// run builds the site, unless the output folder has it.
func (v *buildVerb) run(_ context.Context, c console, _ []string) (diag.List, error) {
	start := time.Now()
	out, err := output.Folder(string(v.src), v.out, source.Dirs)
	if err != nil {
		return nil, err
	}
	key, err := v.key(c)
	if err != nil {
		return nil, err
	}
	if noted, ok := output.Noted(out, key); ok {
		if probs, err := parseProblems(noted); err == nil {
			v.say(c, "%s is up to date, %d ms\n", v.out, time.Since(start).Milliseconds())
			return v.report(c.stdout, probs)
		}
	}
	return v.writeAs(key, c, v.options(), func(*build.Result) (diag.List, error) { return nil, nil })
}

// key returns the sum of what the site is made of: the program, its flags and the sources.
func (v *buildVerb) key(c console) (key output.Key, err error) {
	program, err := executable()
	if err != nil {
		return key, nil // where a program cannot find itself, each build is from nothing
	}
	tree, err := c.open(string(v.src))
	if err != nil {
		return key, err
	}
	defer tree.Close()
	inputs, sound, err := v.builder.Inputs(tree, v.options())
	if err != nil || !sound {
		return key, err
	}
	return sha256.Sum256(fmt.Appendf(nil, "%s %x %t", program, inputs, v.precompress)), nil
}

// executable says which program this is, without reading all of it: tens of megabytes.
func executable() (string, error) {
	name, err := os.Executable()
	if err != nil {
		return "", err
	}
	info, err := os.Stat(name)
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("%s %d %d", name, info.Size(), info.ModTime().UnixNano()), nil
}

// formatProblems returns problems as text for parseProblems, with all that a report has of them.
func formatProblems(probs diag.List) string {
	var b strings.Builder
	if err := gob.NewEncoder(&b).Encode(probs); err != nil {
		panic(err) // a builder takes all, and a problem has nothing that cannot be encoded
	}
	return b.String()
}

func parseProblems(text string) (probs diag.List, err error) {
	err = gob.NewDecoder(strings.NewReader(text)).Decode(&probs)
	return probs, err
}

// write builds the site and writes it, with what add adds to it.
func (v *buildVerb) write(c console, o build.Options, add func(*build.Result) (diag.List, error)) (diag.List, error) {
	return v.writeAs(output.Key{}, c, o, add)
}

// writeAs is write for a site with a key, or without one if it is zero.
func (v *buildVerb) writeAs(
	key output.Key, c console, o build.Options, add func(*build.Result) (diag.List, error),
) (diag.List, error) {
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
	note := output.Note{Key: key, Text: formatProblems(r.Problems)}
	report, probs, err := output.Write(out, r.Outputs,
		output.Options{Today: o.Today, Precompress: v.precompress, Note: note})
	for _, p := range report.Lost {
		fmt.Fprintf(c.stderr, "%s is missing or changed in %s: readers of older pages need it\n", p, v.out)
	}
	probs = append(r.Problems, r.Locate(probs)...)
	if err == nil && probs.Errors() == 0 {
		v.say(c, "%d pages, %d files in %s, %d ms\n",
			r.Pages, len(r.Outputs), v.out, time.Since(start).Milliseconds())
	}
	return v.reportUnless(err, c, probs)
}

// say tells people what has been done.
func (v *buildVerb) say(c console, format string, a ...any) {
	if v.format == textFormat {
		fmt.Fprintf(c.stderr, format, a...)
	}
}

// reportUnless writes problems, unless there is an error, which is all that matters then.
func (v *buildVerb) reportUnless(err error, c console, probs diag.List) (diag.List, error) {
	if err != nil {
		return nil, err
	}
	return v.report(c.stdout, probs)
}
