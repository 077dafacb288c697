package layout

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/data/i18n"
)

var (
	// called matches a link that calls the number of a word, and the text in it.
	called = regexp.MustCompile(`\{\{-?\s*tel\s+"([^"]*)"\s*-?\}\}"[^>]*>([^<]*)`)

	// literal matches the address of a number that is written out.
	literal = regexp.MustCompile(`tel:(\+?[0-9]+)`)

	digit = regexp.MustCompile(`[0-9]`)
)

// telephones reports numbers that a layout writes out, and links that show another number
// than they call: a layout is on every page, and only words.yaml knows the numbers.
func telephones(name, text string) (probs diag.List) {
	for _, m := range literal.FindAllStringIndex(text, -1) {
		probs = append(probs, diag.Errorf(Path(name), m[0], "a layout does not write out a number to call").
			Hintf(`write {{tel "alert-caution"}}, for the number of that word`))
	}
	for _, m := range called.FindAllStringSubmatchIndex(text, -1) {
		key, shown := text[m[2]:m[3]], text[m[4]:m[5]]
		for _, c := range constant.FindAllStringSubmatch(shown, -1) {
			if c[1] == "number" && c[2] != `"`+key+`"` {
				probs = append(probs, diag.Errorf(Path(name), m[4],
					"the link shows the number of %s, and calls that of %q", c[2], key))
			}
		}
		if digit.MatchString(constant.ReplaceAllString(shown, "")) {
			probs = append(probs, diag.Errorf(Path(name), m[4], "the link shows a number that is written out").
				Hintf("write {{number %q}}", key))
		}
	}
	return probs
}

// staticTelephones reports static files that call a number that is not listed.
func staticTelephones(files map[string][]byte, listed i18n.Telephones) (probs diag.List) {
	for _, name := range slices.Sorted(maps.Keys(files)) {
		for _, m := range literal.FindAllSubmatchIndex(files[name], -1) {
			if number := string(files[name][m[2]:m[3]]); !listed.IsHere(number) {
				probs = append(probs, diag.Errorf(StaticDir+name, m[0], "%s is not a listed telephone number", number).
					Hintf("readers may call %s, which %s lists under telephones",
						strings.Join(listed.Numbers, " or "), i18n.Path))
			}
		}
	}
	return probs
}
