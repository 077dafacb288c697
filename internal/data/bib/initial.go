package bib

import (
	"strings"
	"unicode"
)

// initials returns the first letters of given names: "Paul W." is PW. A hyphen joins two
// names of which the second has an initial if it has a capital: "Jean-Paul" is JP, and
// "Guo-ping" is G. Particles between names are whole.
func initials(given string) string {
	var b strings.Builder
	for word := range strings.FieldsSeq(strings.ReplaceAll(given, ".", ". ")) {
		if isLower(word) && len([]rune(word)) > 1 {
			b.WriteString(" " + word + " ")
			continue
		}
		for i, part := range strings.Split(word, "-") {
			b.WriteString(initial(part, i == 0))
		}
	}
	return spaced(b.String())
}

// initial returns the first letter of a name, or two of an abbreviation such as Yu. or Th.
// isFirst is false after a hyphen.
func initial(name string, isFirst bool) string {
	abbreviation, abbreviated := strings.CutSuffix(name, ".")
	letters := []rune(abbreviation)
	switch {
	case len(letters) == 0:
		return ""
	case !unicode.IsUpper(letters[0]) && !isFirst:
		return ""
	case !unicode.IsUpper(letters[0]), abbreviated:
		return abbreviation
	case len(letters) > 2 && unicode.IsUpper(letters[1]) && isLower(string(letters[2:])):
		return string(letters[:1]) + strings.ToLower(string(letters[1]))
	}
	return string(letters[:1])
}

// isLower reports whether all characters are letters in lower case.
func isLower(s string) bool {
	for _, r := range s {
		if !unicode.IsLower(r) {
			return false
		}
	}
	return true
}
