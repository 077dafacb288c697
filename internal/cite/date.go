package cite

import (
	"encoding/json"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// A date is one or two dates, or words in their place.
type date struct {
	Parts   [][]int `json:"date-parts,omitempty"`
	Season  int     `json:"season,omitempty"`
	Circa   bool    `json:"circa,omitempty"`
	Literal string  `json:"literal,omitempty"`
}

func (d date) isZero() bool { return len(d.Parts) == 0 && d.Literal == "" }

// year returns the first year, or 0.
func (d date) year() int {
	if len(d.Parts) == 0 {
		return 0
	}
	return d.Parts[0][0]
}

var (
	rangeForm   = regexp.MustCompile(`^(\d{4}[\d-]*)\s*[/–]\s*(\d{4}[\d-]*)$`)
	yearsForm   = regexp.MustCompile(`^(\d{4})-(\d{4})$`)
	numericForm = regexp.MustCompile(`^(\d{4})(?:[-/.](\d{1,2}))?(?:[-/.](\d{1,2}))?(?:T.*|/\d\d:.*|[/?~]*)$`)
	circaForm   = regexp.MustCompile(`^(?i:circa|ca?\.?)\s*(\d{4})$|^(\d{4})[~?]+$`)
)

// parseDate reads a date as people and programs write it. What it does not understand stays
// as it is written.
func parseDate(s string) date {
	s = strings.Trim(clean(s), " []().,")
	if s == "" || noDate[strings.ToLower(s)] {
		return date{}
	}
	for _, form := range []*regexp.Regexp{rangeForm, yearsForm} {
		if m := form.FindStringSubmatch(s); m != nil {
			from, to := parseDate(m[1]), parseDate(m[2])
			return date{Parts: append(from.Parts, to.Parts...)}
		}
	}
	if m := circaForm.FindStringSubmatch(s); m != nil {
		return date{Parts: parts(m[1]+m[2], "", ""), Circa: true}
	}
	if m := numericForm.FindStringSubmatch(s); m != nil {
		return date{Parts: parts(m[1], m[2], m[3])}
	}
	return wordedDate(s)
}

// noDate says that there is no date.
var noDate = map[string]bool{
	"n.d": true, "nd": true, "no date": true, "u.å": true, "s.a": true, "0": true, "0000": true,
}

// parts returns a date as far as it is one.
func parts(year, month, day string) [][]int {
	y, _ := strconv.Atoi(year)
	m, _ := strconv.Atoi(month)
	d, _ := strconv.Atoi(day)
	switch {
	case y == 0:
		return nil
	case m < 1 || m > 12:
		return [][]int{{y}}
	case time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC).Day() != d:
		return [][]int{{y, m}}
	}
	return [][]int{{y, m, d}}
}

var word = regexp.MustCompile(`[\pL]+|\d+`)

// wordedDate reads a date with the name of a month or a season: 2011 Mar-Apr, 1 May 2020.
func wordedDate(s string) date {
	var year, month, day string
	season := 0
	for _, w := range word.FindAllString(s, -1) {
		lower := strings.ToLower(w)
		m := monthOf(lower)
		switch {
		case len(w) == 4 && year == "" && w[0] <= '9':
			year = w
		case m > 0 && month == "":
			month = strconv.Itoa(m)
		case m > 0: // the end of a range of months
		case seasons[lower] > 0 && season == 0:
			season = seasons[lower]
		case len(w) <= 2 && w[0] <= '9' && day == "":
			day = w
		case lower == "st", lower == "nd", lower == "rd", lower == "th", lower == "of":
		default:
			return date{Literal: s}
		}
	}
	if year == "" {
		return date{Literal: s}
	}
	return date{Parts: parts(year, month, day), Season: season}
}

var seasons = map[string]int{
	"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4, "vår": 1, "sommer": 2, "høst": 3, "vinter": 4,
}

var months = []string{"jan", "feb", "mar", "apr", "ma[iy]", "jun", "jul", "aug", "sep", "o[ck]t", "nov", "de[cs]"}

var monthForm = regexp.MustCompile(`^(?:(` + strings.Join(months, ")|(") + `))\pL*$`)

// monthOf returns the number of a month by its English or Norwegian name, or 0.
func monthOf(name string) int {
	for i, m := range monthForm.FindStringSubmatch(name) {
		if i > 0 && m != "" {
			return i
		}
	}
	return 0
}

// dateOf reads a date of CSL-JSON.
func dateOf(raw json.RawMessage) date {
	var in struct {
		Parts   [][]json.RawMessage `json:"date-parts"`
		Season  json.RawMessage     `json:"season"`
		Circa   json.RawMessage     `json:"circa"`
		Literal string              `json:"literal"`
		Raw     string              `json:"raw"`
	}
	if json.Unmarshal(raw, &in) != nil {
		return parseDate(textOf(raw))
	}
	var d date
	for _, list := range in.Parts {
		var numbers []int
		for _, part := range list {
			n, err := strconv.Atoi(strings.TrimSpace(textOf(part)))
			if err != nil || n == 0 || len(numbers) == 3 {
				break
			}
			numbers = append(numbers, n)
		}
		if len(numbers) > 0 {
			d.Parts = append(d.Parts, numbers)
		}
	}
	if len(d.Parts) > 0 {
		d.Season, _ = strconv.Atoi(textOf(in.Season))
		circa := textOf(in.Circa)
		d.Circa = circa != "" && circa != "false" && circa != "0"
		return d
	}
	for _, words := range []string{in.Raw, in.Literal} {
		if d := parseDate(words); !d.isZero() {
			return d
		}
	}
	return d
}

// textOf returns a value that is text, a number, or true or false.
func textOf(raw json.RawMessage) string {
	var s string
	switch {
	case json.Unmarshal(raw, &s) == nil:
		return s
	case len(raw) == 0, raw[0] == '{', raw[0] == '[', string(raw) == "null":
		return ""
	}
	return string(raw)
}
