package cite

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/text/lang"
)

// clean returns a text as the list has it: composed, without what is unseen, with single
// spaces, and with the characters that some publishers write as in HTML.
func clean(s string) string {
	s = entities.Replace(string(lang.Compose([]byte(s))))
	var b strings.Builder
	last := 0
	for at, r := range diag.Unseen(s) {
		b.WriteString(s[last:at])
		if r < ' ' || r >= 0x7F && r < 0xA0 || r == 0x2028 || r == 0x2029 {
			b.WriteByte(' ')
		}
		last = at + len(string(r))
	}
	b.WriteString(s[min(last, len(s)):])
	return strings.Join(strings.Fields(b.String()), " ")
}

var entities = strings.NewReplacer("&amp;", "&", "&quot;", `"`, "&#39;", "'", "&apos;", "'", "&nbsp;", " ")

// pages returns a range of pages with one hyphen.
func pages(s string) string {
	return strings.NewReplacer("---", "-", "--", "-", "–", "-", "—", "-", " - ", "-", " – ", "-").Replace(s)
}

var editionForm = regexp.MustCompile(`(?i)^(\d+|[a-z]+)(?:st|nd|rd|th|\.)?(?: (?:ed|utg)(?:\.|ition|ave)?)?$`)

// edition returns the number of an edition, which is written out in the language of readers:
// 2 for 2nd, Second and 2. utg. Any other text stays as it is.
func edition(s string) string {
	m := editionForm.FindStringSubmatch(s)
	if m == nil {
		return s
	}
	if n := slices.Index(ordinals, strings.ToLower(m[1])); n >= 0 {
		return strconv.Itoa(n + 1)
	}
	if strings.Trim(m[1], "0123456789") == "" {
		return m[1]
	}
	return s
}

// ordinals are those that BibTeX writes in words.
var ordinals = strings.Fields("first second third fourth fifth sixth seventh eighth ninth tenth")

var (
	issnIn = regexp.MustCompile(`\b\d{4}-?\d{3}[\dXx]\b`)
	isbnIn = regexp.MustCompile(`\d[\d -]{8,16}[\dXx]`)
)

// isbn returns the ISBN in a text: 10 or 13 digits, with or without hyphens. It returns "" if
// there is none.
func isbn(s string) string {
	for _, found := range isbnIn.FindAllString(s, -1) {
		digits := len(strings.NewReplacer("-", "", " ", "").Replace(found))
		if digits == 10 || digits == 13 {
			return found
		}
	}
	return ""
}

var markup = regexp.MustCompile(`<[^<>]*>`)

// folded returns the letters and digits of a text in lower case, without accents and markup.
// Of a text that has none, it returns all.
func folded(s string) string {
	letters := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, lang.Plain(strings.ToLower(markup.ReplaceAllString(s, ""))))
	return cmp.Or(letters, s)
}

// slug returns a text as a part of a key.
func slug(s string) string {
	return lang.Slug(strings.NewReplacer("'", "", "’", "", "ʼ", "", "`", "", "‘", "").Replace(s))
}
