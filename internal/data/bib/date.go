package bib

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// A Date is a year, and perhaps a month and a day; zero if it is not known. A year before
// Christ is negative. A month above 12 is a season, from spring at 13.
type Date struct {
	Year, Month, Day int

	To      *Date  // the end of a range, zero if it is open
	Literal string // instead of the others: in press
}

// IsZero reports whether nothing is known.
func (d Date) IsZero() bool { return d == Date{} }

// UnmarshalJSON reads {"date-parts": [[2021, 9]]}, with numbers or strings; a second list is
// the end of a range. In their place may be "raw", or text alone.
func (d *Date) UnmarshalJSON(data []byte) error {
	var line string
	if json.Unmarshal(data, &line) == nil {
		*d = parseDate(line)
		return nil
	}
	*d = Date{}
	var in struct {
		Parts   [][]Text        `json:"date-parts"`
		Raw     string          `json:"raw"`
		Literal string          `json:"literal"`
		Season  json.RawMessage `json:"season"` // a number, or words that are not read
	}
	if err := json.Unmarshal(data, &in); err != nil {
		return err
	}
	if in.Raw != "" {
		*d = parseDate(in.Raw)
		return nil
	}
	if err := d.setParts(in.Parts); err != nil {
		return err
	}
	if n, err := strconv.Atoi(strings.Trim(string(in.Season), `"`)); err == nil && d.Month == 0 && d.Year != 0 {
		d.Month = season(12 + n)
	}
	if in.Literal != "" {
		*d = Date{Literal: in.Literal}
	}
	return nil
}

// setParts reads the numbers of a date, and of the end of its range.
func (d *Date) setParts(lists [][]Text) error {
	for i, parts := range lists {
		one, err := dateOf(parts)
		switch {
		case err != nil:
			return err
		case i == 0:
			*d = one
		case i == 1:
			d.To = &one
		}
	}
	return nil
}

// dateOf reads a year, a month and a day. Empty parts are left out.
func dateOf(parts []Text) (d Date, err error) {
	parts = slices.DeleteFunc(slices.Clone(parts), func(part Text) bool { return part == "" })
	for i, part := range parts {
		n, err := strconv.Atoi(strings.TrimSpace(string(part)))
		if err != nil || i > 2 {
			return d, fmt.Errorf("%q is no part of a date", part)
		}
		switch i {
		case 0:
			d.Year = n
		case 1:
			d.Month = season(n)
		case 2:
			d.Day = n
		}
	}
	return d, nil
}

// season returns a month, or 13 to 16 for a season, which has the numbers 21 to 24 too. What
// is neither is not known.
func season(month int) int {
	if month > 20 {
		month -= 8
	}
	if month < 1 || month > 16 {
		return 0
	}
	return month
}

var (
	isoDate  = regexp.MustCompile(`^(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?[~?%]*$`)
	wordDate = regexp.MustCompile(`(?i)^(?:([a-z]+|\d\d?)[ /,]+)?(?:(\d\d?)[ /,]+)?(\d{4})$`)
)

// parseDate reads a date as it is typed: 2019-03, 2019/2020, March 2019, 3/14/2019, Spring
// 2019. Any other text is shown as it is.
func parseDate(text string) Date {
	s := strings.TrimSpace(text)
	if decade, ok := strings.CutSuffix(s, "u"); ok { // 199u, as libraries have it
		s = decade + "0/" + decade + "9"
	}
	if d, ok := parseRange(s, "/", parseISO); ok {
		return d
	}
	if d, ok := parseRange(s, "-", parseWords); ok {
		return d
	}
	return Date{Literal: strings.TrimSpace(text)}
}

// parseRange reads one date, or two with a sign between them.
func parseRange(s, sign string, parse func(string) (Date, bool)) (Date, bool) {
	from, to, isRange := strings.Cut(s, sign)
	d, ok := parse(strings.TrimSpace(from))
	if !isRange || !ok {
		return d, ok
	}
	end, ok := parse(strings.TrimSpace(to))
	if to == "" || to == "open" {
		ok = true
	}
	d.To = &end
	return d, ok
}

// parseISO reads 2019, 2019-03 and 2019-03-04. In ISO 8601 the year before 0001 is 0000.
func parseISO(s string) (d Date, ok bool) {
	m := isoDate.FindStringSubmatch(s)
	if m == nil {
		return d, false
	}
	d.Year, _ = strconv.Atoi(m[1])
	if d.Year <= 0 {
		d.Year--
	}
	month, _ := strconv.Atoi(m[2])
	d.Month = season(month)
	d.Day, _ = strconv.Atoi(m[3])
	return d, true
}

// wordMonths are the first letters of English months and seasons, in the order of their
// numbers.
var wordMonths = strings.Fields("jan feb mar apr may jun jul aug sep oct nov dec spr sum fal win")

// parseWords reads March 2019, March 4 2019 and 3/4/2019.
func parseWords(s string) (d Date, ok bool) {
	m := wordDate.FindStringSubmatch(s)
	if m == nil {
		return d, false
	}
	d.Year, _ = strconv.Atoi(m[3])
	d.Day, _ = strconv.Atoi(m[2])
	if n, err := strconv.Atoi(m[1]); err == nil || m[1] == "" {
		d.Month = season(n)
		return d, true
	}
	word := strings.ToLower(m[1])
	d.Month = slices.Index(wordMonths, word[:min(3, len(word))]) + 1
	return d, d.Month > 0
}

// year returns the year, or "".
func (d Date) year() string {
	if d.Year == 0 {
		return ""
	}
	return strconv.Itoa(d.Year)
}
