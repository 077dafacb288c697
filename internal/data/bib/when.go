package bib

import (
	"strconv"
	"strings"
)

// Forms of dates in which the style has one order for all languages.
const (
	yearForm  = "{year}"
	monthForm = "{year} {mon}" // of a report
	dayForm   = "{mon} {day}"  // of a law, before its year
)

// when writes a date out in a form: words with {year}, {month}, {mon} or {day}, of which
// those are left out that are not known. Of a range, what both dates share is written once.
func (t *Terms) when(d Date, form string) string {
	if d.Literal != "" {
		return d.Literal
	}
	words := strings.Fields(form)
	if d.To == nil {
		return t.dateWords(d, words)
	}
	start, end := differing(d, *d.To, words)
	if start == end {
		return t.dateWords(d, words)
	}
	before, after := t.dateWords(d, words[:start]), t.dateWords(d, words[end:])
	span := t.dateWords(d, words[start:end]) + "–" + t.dateWords(*d.To, words[start:end])
	if span == "–" {
		return "" // the dates differ in parts that are not known
	}
	return spaced(before, span, after)
}

// differing returns which words of a form are written twice for a range: those from the
// first to the last that are not the same, or are smaller than one that is not.
func differing(from, to Date, words []string) (start, end int) {
	differs := false
	parts := map[string]bool{}
	for _, part := range []string{"{year}", "{month}", "{day}"} {
		differs = differs || from.part(part) != to.part(part)
		parts[part] = differs
	}
	start = len(words)
	for i, word := range words {
		if parts[partOf(word)] {
			start, end = min(start, i), i+1
		}
	}
	return min(start, end), end
}

// partOf returns the part of a date that a word of a form stands for.
func partOf(word string) string {
	switch {
	case strings.Contains(word, "{day}"):
		return "{day}"
	case strings.Contains(word, "{mon"):
		return "{month}"
	}
	return "{year}"
}

func (d Date) part(name string) int {
	switch name {
	case "{day}":
		return d.Day
	case "{month}":
		return d.Month
	}
	return d.Year
}

// dateWords fills in the words of a form.
func (t *Terms) dateWords(d Date, words []string) string {
	var out []string
	for _, word := range words {
		value := ""
		switch {
		case d.part(partOf(word)) == 0:
			continue
		case strings.Contains(word, "{day}"):
			value = strconv.Itoa(d.Day)
		case strings.Contains(word, "{month}"):
			value = named(d.Month, t.Months, t.Seasons)
		case strings.Contains(word, "{mon}"):
			value = named(d.Month, t.ShortMonths, t.Seasons)
		default:
			value = t.year(d.Year)
		}
		at, end := strings.IndexByte(word, '{'), strings.IndexByte(word, '}')
		out = append(out, word[:at]+value+word[end+1:])
	}
	return strings.Join(out, " ")
}

// named returns the name of a month, or of a season.
func named(month int, months, seasons []string) string {
	all := append(append([]string{}, months...), seasons...)
	if month > len(all) {
		return ""
	}
	return all[month-1]
}

// year writes a year out. The first thousand and those before Christ say which they are.
func (t *Terms) year(n int) string {
	switch {
	case n < 0:
		return strings.ReplaceAll(t.BeforeChrist, "{year}", strconv.Itoa(-n))
	case n < 1000:
		return strings.ReplaceAll(t.AfterChrist, "{year}", strconv.Itoa(n))
	}
	return strconv.Itoa(n)
}
