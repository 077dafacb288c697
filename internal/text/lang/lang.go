// Package lang has what differs between languages without knowing any language by name: how a
// title becomes an address, how titles are sorted, and which plural a number takes.
//
// A language is content, not code. Its name is that of its folder under content/ ("no",
// "en"), and the rest is in layouts/words.yaml (package i18n).
package lang

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/collate"
	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
)

// A Lang is the name of a language's folder under content/.
type Lang string

// A Tag is a BCP 47 language tag, such as nb or en-GB.
type Tag = language.Tag

// ParseTag parses a language tag.
func ParseTag(s string) (Tag, error) { return language.Parse(s) }

// Same reports whether two tags are of one language, whatever the region. To a
// reader no is nb.
func Same(a, b Tag) bool { return macroBase(a) == macroBase(b) }

func macroBase(t Tag) language.Base {
	if broad, err := language.Macro.Canonicalize(t); err == nil {
		t = broad
	}
	base, _ := t.Base()
	return base
}

// Letters are those that Unicode does not decompose into an ASCII letter and a mark, each with
// its replacement in Norwegian addresses. It is not changed.
var Letters = []string{
	"æ", "ae",
	"ø", "o",
	"å", "a",
	"đ", "d",
	"ß", "ss",
	"þ", "th",
	"ð", "d",
	"ŋ", "n",
	"ł", "l",
	"œ", "oe",
}

var letters = strings.NewReplacer(Letters...)

// Plain returns a word in lower case without accents, and with ASCII letters instead of Letters,
// as it is typed on a keyboard that lacks them: øvelse is ovelse.
func Plain(word string) string {
	if strings.IndexFunc(word, func(r rune) bool { return r >= utf8.RuneSelf }) < 0 {
		return word
	}
	bare := strings.Map(func(r rune) rune {
		if unicode.IsMark(r) {
			return -1
		}
		return r
	}, norm.NFD.String(word))
	return letters.Replace(bare)
}

// Slug returns s as a part of an address: lower-case a-z and 0-9, with one
// hyphen instead of anything else, so "Røde flagg" becomes "rode-flagg".
// It returns "" if s has no letter or digit that can be kept.
func Slug(s string) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFD.String(letters.Replace(strings.ToLower(norm.NFC.String(s)))) {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(r)
		case unicode.Is(unicode.Mn, r):
		default:
			gap = true
		}
	}
	return b.String()
}

// Compose returns text in Unicode's composed form, NFC.
func Compose(text []byte) []byte {
	if norm.NFC.IsNormal(text) {
		return text
	}
	return norm.NFC.Bytes(text)
}

// Fold returns s such that two file names that some file system cannot tell
// apart, for case or for composed letters, fold to the same string.
func Fold(s string) string {
	if strings.IndexFunc(s, func(r rune) bool { return r >= utf8.RuneSelf || r >= 'A' && r <= 'Z' }) < 0 {
		return s
	}
	return cases.Fold().String(norm.NFC.String(s))
}

// Sort sorts xs by name in the order of the given collation. For Norwegian
// that must be da: x/text has the wrong order for nb.
func Sort[T any](collation Tag, xs []T, name func(T) string) {
	c := collate.New(collation, collate.Numeric)
	var buf collate.Buffer
	keys := make([][]byte, len(xs))
	order := make([]int, len(xs))
	for i, x := range xs {
		keys[i] = c.KeyFromString(&buf, name(x))
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return slices.Compare(keys[i], keys[j]) })
	sorted := make([]T, len(xs))
	for i, j := range order {
		sorted[i] = xs[j]
	}
	copy(xs, sorted)
}

// A Form is a CLDR plural category.
type Form string

// Forms are all plural categories.
var Forms = []Form{"zero", "one", "two", "few", "many", "other"}

var forms = map[plural.Form]Form{
	plural.Zero:  "zero",
	plural.One:   "one",
	plural.Two:   "two",
	plural.Few:   "few",
	plural.Many:  "many",
	plural.Other: "other",
}

// Plural returns the cardinal plural category that n takes in a language.
func Plural(tag Tag, n int) Form {
	return forms[plural.Cardinal.MatchPlural(tag, n, 0, 0, 0, 0)]
}
