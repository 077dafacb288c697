package bib

import (
	"net/url"
	"regexp"
	"strings"
)

var (
	doiForm  = regexp.MustCompile(`^10\.\d{4,9}/\S+$`) // as Crossref recommends
	pmidForm = regexp.MustCompile(`^[1-9]\d{0,7}$`)
	issnForm = regexp.MustCompile(`^\d{4}-?\d{3}[\dXx]$`)
)

// IsDOI reports whether a DOI is well formed, without an address before it.
func IsDOI(s string) bool { return doiForm.MatchString(s) }

// IsPMID reports whether an identifier of PubMed is well formed.
func IsPMID(s string) bool { return pmidForm.MatchString(s) }

// IsURL reports whether an address is one of the web: not a script, nor one that depends on
// the page it is on, nor with a password, which may hide where it leads.
func IsURL(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.User == nil &&
		strings.Contains(u.Host, ".") && !strings.ContainsAny(s, " \t\r\n")
}

// IsISSN reports whether each of some ISSNs, with commas or spaces between them, is well
// formed.
func IsISSN(s string) bool { return wrongISSN(s) == "" }

// WrongISSN returns the first ISSN of a work that is not well formed, or "".
func (w *Work) WrongISSN() string { return wrongISSN(w.ISSN) }

func wrongISSN(list string) string {
	for issn := range strings.FieldsFuncSeq(list, func(r rune) bool { return r == ',' || r == ' ' }) {
		if !issnForm.MatchString(issn) || !issnSum(issn) {
			return issn
		}
	}
	return ""
}

// issnSum checks the last digit of an ISSN: the sum of the digits, weighted 8
// down to 1, is divisible by 11 (ISO 3297).
func issnSum(issn string) bool {
	sum := 0
	for i, r := range strings.ReplaceAll(strings.ToUpper(issn), "-", "") {
		digit := int(r - '0')
		if r == 'X' {
			digit = 10
		}
		sum += digit * (8 - i)
	}
	return sum%11 == 0
}
