package main

import (
	"context"
	"strings"

	"github.com/spf13/pflag"

	"rygghandboka/internal/base/diag"
)

// A verb is one thing that the program does. It holds its flags.
type verb interface {
	flags(*pflag.FlagSet)
	// run writes problems in the content before it returns them.
	run(ctx context.Context, c console, args []string) (diag.List, error)
}

// An entry is a verb as help lists it.
type entry struct {
	use, help string // use is the name, and the arguments if it takes any
	group     string
	verb      verb
}

func (e entry) name() string {
	name, _, _ := strings.Cut(e.use, " ")
	return name
}

// The groups of verbs, in the order in which help lists them.
const (
	making  = "make the site:"
	writing = "write:"
	looking = "look:"
	helping = "get help:"
)

// verbs returns all verbs, their flags unset. Help lists them by their groups and names.
func verbs() []entry {
	return []entry{
		{
			use:   "build",
			help:  "write the site to the output folder (the default)",
			group: making,
			verb:  &buildVerb{},
		},
		{
			use:   "pdf",
			help:  "write the site, and each handout as a PDF file too; needs Chromium",
			group: making,
			verb:  &pdfVerb{},
		},
		{
			use:   "check",
			help:  "find all problems and write nothing",
			group: writing,
			verb:  &checkVerb{},
		},
		{
			use:   "serve",
			help:  "serve the site to a browser, and rebuild it after each save",
			group: writing,
			verb:  &serveVerb{},
		},
		{
			use:   "new KIND KEY",
			help:  "write the files of a new page: new exercise wall-sit",
			group: writing,
			verb:  &newVerb{},
		},
		{
			use:   "confirm [PAGE…]",
			help:  "note that pages say the same in all languages: confirm plank#steps",
			group: writing,
			verb:  &confirmVerb{},
		},
		{
			use:   "publish",
			help:  "note the addresses of all pages as published, never to be lost",
			group: writing,
			verb:  &publishVerb{},
		},
		{
			use:   "schemas",
			help:  "write the JSON Schemas with which editors complete keys",
			group: writing,
			verb:  &schemasVerb{},
		},
		{
			use:   "translations",
			help:  "list how far each page is translated",
			group: looking,
			verb:  &translationsVerb{},
		},
		{
			use:   "links",
			help:  "list the links that lead out of the handbook",
			group: looking,
			verb:  &linksVerb{},
		},
		{
			use:   "readability",
			help:  "list how easy each page and section is to read",
			group: looking,
			verb:  &readabilityVerb{},
		},
	}
}

const byDefault = "build"
