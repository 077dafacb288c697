package main

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"path"
	"slices"

	"github.com/spf13/pflag"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/strict"
	"rygghandboka/internal/data/bib"
	"rygghandboka/internal/data/exercise"
	"rygghandboka/internal/data/i18n"
	"rygghandboka/internal/data/publisher"
	"rygghandboka/internal/text/avoid"
	"rygghandboka/internal/text/search"
)

// schemaDir is where editors look for the schemas
// (.vscode/settings.json).
const schemaDir = ".vscode/schemas"

// A schemasVerb writes the JSON Schemas of the YAML files that authors write. Editors read none
// for front matter, which is YAML inside of Markdown.
type schemasVerb struct{ src folder }

func (v *schemasVerb) flags(f *pflag.FlagSet) { v.src.flags(f) }

func (v *schemasVerb) run(_ context.Context, c console, _ []string) (diag.List, error) {
	all := allSchemas()
	for _, name := range slices.Sorted(maps.Keys(all)) {
		var text bytes.Buffer
		if err := diag.EncodeJSON(&text, all[name]); err != nil {
			return nil, err
		}
		if err := replaceFile(string(v.src), path.Join(schemaDir, name+".json"), text.Bytes()); err != nil {
			return nil, err
		}
	}
	fmt.Fprintf(c.stderr, "%d schemas in %s\n", len(all), schemaDir)
	return nil, nil
}

// allSchemas returns the schemas by their names.
func allSchemas() map[string]strict.Schema {
	return map[string]strict.Schema{
		"avoid":       avoid.Schema(),
		"exercise":    exercise.Schema(),
		"publisher":   publisher.Schema(),
		"hyphens":     i18n.HyphenSchema(),
		"retractions": bib.RetractionSchema(),
		"search":      search.Schema(),
		"words":       i18n.Schema(),
	}
}
