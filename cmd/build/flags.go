package main

import (
	"fmt"
	"io"
	"net/url"
	"os"
	"regexp"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/build"
)

// sources are the flags of what a site is built from.
type sources struct {
	src  folder
	date day
}

func (in *sources) flags(f *pflag.FlagSet) {
	in.src.flags(f)
	in.date.clock()
	f.Var(&in.date, "date", "today's `DATE`, such as 2026-03-12 (default: the clock's)")
}

// options are those of a verb that does not care where the site is published.
func (in *sources) options() build.Options {
	return build.Options{Base: standIn(), Today: in.date.Time}
}

func (f *folder) flags(flags *pflag.FlagSet) {
	*f = "."
	flags.Var(f, "src", "the `FOLDER` that holds content/, layouts/ and static/")
	cobra.MarkFlagDirname(flags, "src")
}

// A base is the flag of where the site is published.
type base struct{ address address }

func (b *base) flags(f *pflag.FlagSet) {
	b.address.URL = standIn()
	f.Var(&b.address, "base", "the `ADDRESS` at which the site is published")
}

// standIn returns the address of a site that is not published.
func standIn() *url.URL { return &url.URL{Scheme: "https", Host: "rygghandboka.example", Path: "/"} }

// A format is the flag of how a report is written.
type format string

const (
	textFormat format = "text"
	jsonFormat format = "json"
)

func (f *format) flags(flags *pflag.FlagSet) {
	*f = textFormat
	flags.Var(f, "format", "how a report is written: `text or json`")
}

// report writes problems, and returns them.
func (f format) report(w io.Writer, probs diag.List) (diag.List, error) {
	if f == jsonFormat {
		return probs, probs.PrintJSON(w)
	}
	return probs, firstUnwritten(probs).Print(w)
}

// A survey is the flags of a verb that looks at a whole site as it is published.
type survey struct {
	sources
	base
	format
	builder build.Builder
}

func (s *survey) flags(f *pflag.FlagSet) {
	s.sources.flags(f)
	s.base.flags(f)
	s.format.flags(f)
}

func (s *survey) options() build.Options {
	o := s.sources.options()
	o.Base = s.address.URL
	return o
}

// sound builds the site for a verb that needs all of it. If there are errors in the
// sources it reports them, and returns no site.
func (s *survey) sound(c console, o build.Options) (*build.Result, diag.List, error) {
	r, err := c.siteBy(&s.builder, string(s.src), o)
	if err != nil {
		return nil, nil, err
	}
	if r.Problems.Errors() > 0 {
		probs, err := s.report(c.stdout, r.Problems)
		return nil, probs, err
	}
	return r, nil, nil
}

// A flag's value checks itself, and its error is the whole message.

func (f *format) String() string { return string(*f) }
func (*format) Type() string     { return "format" }

func (f *format) Set(value string) error {
	if *f = format(value); *f != textFormat && *f != jsonFormat {
		return fmt.Errorf("-format is text or json, not %q", value)
	}
	return nil
}

// A folder is one that is there.
type folder string

func (f *folder) String() string { return string(*f) }
func (*folder) Type() string     { return "folder" }

func (f *folder) Set(value string) error {
	if info, err := os.Stat(value); err != nil || !info.IsDir() {
		return fmt.Errorf("-src %s is not a folder", value)
	}
	*f = folder(value)
	return nil
}

// A day is at midnight UTC.
type day struct {
	time.Time
	given string
}

func (d *day) String() string { return d.given }
func (*day) Type() string     { return "day" }

func (d *day) Set(value string) error {
	t, err := time.Parse(time.DateOnly, value)
	if err != nil {
		return fmt.Errorf("-date is a day such as 2026-03-12, not %q", value)
	}
	*d = day{t, value}
	return nil
}

// clock makes it today.
func (d *day) clock() {
	now := time.Now()
	d.Time = time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.UTC)
}

// now returns the day that was given, or else today: a preview runs for days.
func (d day) now() time.Time {
	if d.given == "" {
		d.clock()
	}
	return d.Time
}

// An address is where a site is published. Its path ends with a slash.
type address struct{ *url.URL }

// basePath is what may be after the host of the site: the same in a link, in
// a file's path and in the sitemap, so nothing that is escaped in one of them.
var basePath = regexp.MustCompile(`^(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*/?$`)

func (a *address) String() string {
	if a.URL == nil {
		return ""
	}
	return a.URL.String()
}

func (*address) Type() string { return "address" }

func (a *address) Set(value string) error {
	u, err := url.Parse(value)
	isSite := err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Host != ""
	if !isSite || u.RawQuery != "" || u.Fragment != "" || !basePath.MatchString(u.EscapedPath()) {
		const example = "https://example.org/ or https://example.org/handbook/"
		return fmt.Errorf("-base is an address such as %s, not %q", example, value)
	}
	u.Path = strings.TrimSuffix(u.Path, "/") + "/"
	a.URL = u
	return nil
}
