package i18n

import (
	"errors"
	"fmt"
	"slices"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/text/fact"
	"rygghandboka/internal/text/lang"
	"rygghandboka/internal/text/search"
)

// A Language is the settings of one language.
type Language struct {
	Lang      lang.Lang
	Tag       lang.Tag // for lang and hreflang attributes
	Name      string   // in the language itself
	Collation lang.Tag
	Quotes    [4]string // outer open and close, inner open and close
	Decimal   string
	Lexis     fact.Lexis // by which its texts are compared with translations
	Citing    Citing

	Readability string // the formula: lix or flesch-kincaid
	Stemmer     string // one of search.Stemmers, or "" if there is none for the language
}

// A formula is the name of a readability formula.
type formula string

func (f *formula) UnmarshalText(text []byte) error {
	if *f = formula(text); *f != "lix" && *f != "flesch-kincaid" {
		return errors.New("readability is lix or flesch-kincaid")
	}
	return nil
}

// A stemmer is the name of one.
type stemmer string

func (s *stemmer) UnmarshalText(text []byte) error {
	if *s = stemmer(text); !slices.Contains(search.Stemmers(), string(text)) {
		return fmt.Errorf("there is no stemmer %q: %s", text, diag.SuggestOr(string(text), search.Stemmers()))
	}
	return nil
}

// A decimal is the sign between the whole and the parts of a number.
type decimal string

func (d *decimal) UnmarshalText(text []byte) error {
	if *d = decimal(text); *d != "," && *d != "." {
		return errors.New("the sign is a comma or a point")
	}
	return nil
}

type tag struct{ lang.Tag }

func (t *tag) UnmarshalText(text []byte) (err error) {
	t.Tag, err = lang.ParseTag(string(text))
	return err
}
