package bib

import (
	"strings"
)

// pages returns pages with en dashes and without the digits that the second number of a
// range shares with the first: 2640-2650 is 2640–50. Roman numbers are whole, and so is what
// only looks like a range, such as S0140-6736(24)00001-1.
func pages(s string) string {
	if both := strings.Split(s, "&"); len(both) > 1 {
		for i, part := range both {
			both[i] = pages(strings.TrimSpace(part))
		}
		return strings.Join(both, " & ")
	}
	ranges := strings.Split(s, ",")
	for i, r := range ranges {
		ranges[i] = pageRange(strings.TrimSpace(r))
	}
	return strings.Join(ranges, ", ")
}

// pageRange returns one range, or what is none.
func pageRange(s string) string {
	if strings.Contains(s, `\-`) {
		return strings.ReplaceAll(s, `\-`, "-") // a hyphen that is part of a page's name
	}
	parts := strings.Split(strings.ReplaceAll(s, "–", "-"), "-")
	if len(parts) != 2 || strings.ContainsAny(s, "()[]/") {
		return s
	}
	from, to := strings.TrimSpace(parts[0]), strings.TrimSpace(parts[1])
	switch to {
	case from:
		return from
	case "":
		return from + "–" // and the pages after it
	}
	before, first := number(from)
	prefix, last := number(to)
	if prefix != before && prefix != "" {
		return from + "–" + to
	}
	return before + first + "–" + shortened(first, last)
}

// number divides S12 into S and 12.
func number(page string) (prefix, digits string) {
	prefix = strings.TrimRight(page, "0123456789")
	return prefix, page[len(prefix):]
}

// shortened returns the second number of a range without the digits that it shares with the
// first. It may be so written already: 2787-816.
func shortened(first, last string) string {
	if missing := len(first) - len(last); missing > 0 {
		last = first[:missing] + last
	}
	if len(last) > len(first) {
		return last
	}
	i := 0
	for i < len(last)-1 && first[i] == last[i] {
		i++
	}
	return last[i:]
}

// isNumeric reports whether a text is a number, several, or a range: 3, 2-4 and 2, 3, and
// also 5th.
func isNumeric(s string) bool {
	s = strings.NewReplacer(", ", ",", "& ", "&", " &", "&").Replace(s)
	between := func(r rune) bool { return strings.ContainsRune(",-–&", r) }
	for part := range strings.FieldsFuncSeq(s, between) {
		if !strings.ContainsAny(part, "0123456789") || strings.Contains(part, " ") {
			return false
		}
	}
	return s != ""
}
