package markdown

import (
	"crypto/sha256"
	"encoding/json"

	"rygghandboka/internal/text/fact"
	"rygghandboka/internal/text/hyphen"
	"rygghandboka/internal/text/lang"
)

// Options are the settings of a conversion. All fields are exported data, since the sum
// is made of their JSON.
type Options struct {
	Lang        lang.Tag // of the text; the zero Tag if it is not known
	Quotes      Quotes
	Decimal     string // the decimal mark, a point or a comma
	Loose       bool   // leave the HTML as it is, not minified: for comparison in tests
	Prose       bool   // keep the sentences of each section
	Terms       []Term // of the glossary
	Lexis       fact.Lexis
	Hyphenation hyphen.List
	Locators    []string // words before a number that is a place in a cited work: p., table
}

// An OptionsSum is equal for equal options.
type OptionsSum [sha256.Size]byte

func (o Options) sum() OptionsSum {
	data, err := json.Marshal(o)
	if err != nil {
		panic(err) // a field of Options has a type without JSON
	}
	return sha256.Sum256(data)
}
