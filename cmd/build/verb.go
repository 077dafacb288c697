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
		{"build", "write the site to the output folder (the default)", making, &buildVerb{}},
		{"pdf", "write the site, and each handout as a PDF file too; needs Chromium", making, &pdfVerb{}},
		{"check", "find all problems and write nothing", writing, &checkVerb{}},
		{"serve", "serve the site to a browser, and rebuild it after each save", writing, &serveVerb{}},
		{"new KIND KEY", "write the files of a new page: new exercise wall-sit", writing, &newVerb{}},
		{"cite FILE…", "take works into the list, as Zotero exports them: cite library.json", writing, &citeVerb{}},
		{"confirm [PAGE…]", "note that pages agree in all languages: confirm plank#steps", writing, &confirmVerb{}},
		{"review PAGE…", "note that a clinician has reviewed pages as they are", writing, &reviewVerb{}},
		{"publish", "note the addresses of all pages as published, never to be lost", writing, &publishVerb{}},
		{"schemas", "write the JSON Schemas with which editors complete keys", writing, &schemasVerb{}},
		{"translations", "list how far each page is translated", looking, &translationsVerb{}},
		{"reviews", "list which pages have been reviewed, and what has changed since", looking, &reviewsVerb{}},
		{"links", "list the links that lead out of the handbook", looking, &linksVerb{}},
		{"readability", "list how easy each page and section is to read", looking, &readabilityVerb{}},
	}
}

const byDefault = "build"
