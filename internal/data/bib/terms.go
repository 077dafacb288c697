package bib

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Terms are the words of the Vancouver style in one language, its quotes and its dates.
type Terms struct {
	EtAl        string // et al.
	Internet    string // [Internet]
	Cited       string // cited
	Editor      string // editor
	Editors     string // editors
	In          string // In
	Edition     string // ed.
	Ordinals    []string
	Volume      string // vol.
	Volumes     string // vols.
	Page        string // p.
	Section     string // sect.
	Report      string // Report No.
	PresentedAt string // presented at

	Date         string // a form, such as {year} {mon} {day}
	Months       []string
	ShortMonths  []string // without full stops
	Seasons      []string // from spring
	BeforeChrist string   // {year} BC
	AfterChrist  string   // {year} AD, of the first thousand years

	Quotes       [4]string // outer opening and closing, inner opening and closing
	StopInQuotes bool      // a full stop after a quote is moved into it

	Languages map[string]string // names by tag, of those that readers are told of
}

// English are the words of vancouver.csl. A language that lacks one has the English one.
var English = Terms{
	EtAl:         "et al.",
	Internet:     "Internet",
	Cited:        "cited",
	Editor:       "editor",
	Editors:      "editors",
	In:           "In",
	Edition:      "ed.",
	Ordinals:     []string{"th", "st", "nd", "rd"},
	Volume:       "vol.",
	Volumes:      "vols.",
	Page:         "p.",
	Section:      "sect.",
	Report:       "Report No.",
	PresentedAt:  "presented at",
	Date:         "{year} {month} {day}",
	Months:       strings.Fields("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"),
	ShortMonths:  strings.Fields("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"),
	Seasons:      strings.Fields("Spring Summer Autumn Winter"),
	BeforeChrist: "{year}BC",
	AfterChrist:  "{year}AD",
	Quotes:       [4]string{"“", "”", "‘", "’"},
	StopInQuotes: true,
	Languages:    map[string]string{"nb": "Norwegian"},
}

// ordinal writes a number with its suffix. Ordinals has the suffix of numbers that end with
// 0, and then of those that end with 1 and so on; the last is that of all others.
func (t *Terms) ordinal(digits string) string {
	n, err := strconv.Atoi(digits)
	if err != nil || len(t.Ordinals) == 0 {
		return digits
	}
	suffix := t.Ordinals[0]
	if last := n % 10; last < len(t.Ordinals) && n/10%10 != 1 {
		suffix = t.Ordinals[last]
	}
	return strconv.Itoa(n) + suffix
}

// capital returns a text with a capital first.
func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return ""
	}
	return string(unicode.ToUpper(r)) + s[n:]
}
