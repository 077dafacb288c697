package rule

import (
	"bytes"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"rygghandboka/internal/diag"
	"rygghandboka/internal/page"
	"rygghandboka/internal/site"
)

// citations: a page that states a share of people, or warning signs, says where
// it has that from; and a year that the text gives for a work is the work's.
func citations(s Subject) (probs diag.List) {
	years := map[string]map[string]bool{} // of the works of each first author
	for _, w := range s.Bibliography.Works {
		if len(w.Author) > 0 && w.Author[0].Family != "" && w.Issued.Year != 0 {
			family := w.Author[0].Family
			if years[family] == nil {
				years[family] = map[string]bool{}
			}
			years[family][strconv.Itoa(w.Issued.Year)] = true
		}
	}
	for _, e := range s.Entries {
		text := s.Text(e.Path)
		if at := unsupported(e, text); at >= 0 {
			probs = append(probs, diag.Errorf(e.Path, at, "nothing on this page says where this is from").Hintf("cite a work: [@key]"))
		}
		for _, m := range authorYear.FindAllSubmatchIndex(text, -1) {
			family, year := string(text[m[2]:m[3]]), string(text[m[4]:m[5]])
			if known := years[family]; known != nil && !known[year] {
				probs = append(probs, diag.Errorf(e.Path, m[4], "no work by %s is from %s", family, year).
					Hintf("the works in the list are from %s", strings.Join(slices.Sorted(maps.Keys(known)), ", ")))
			}
		}
	}
	return probs
}

// authorYear matches "Hodges (1996)" and "Hodges and Richardson (1996)".
var authorYear = regexp.MustCompile(`(\p{Lu}[\p{L}’'-]+)(?: (?:og|and|&) \p{Lu}\p{L}+| et al\.?| mfl\.?)? \((\d{4})\)`)

var share = regexp.MustCompile(`\d\s?%|\d prosent|\d per ?cent`)

// unsupported returns where a page without any citation states what needs one,
// or -1.
func unsupported(e *site.Entry, text []byte) int {
	if len(e.References) > 0 || e.Kind == page.References || e.Kind == page.Glossary {
		return -1
	}
	if e.Name() == flagsName {
		return e.Title.Offset
	}
	if bytes.IndexByte(text, '%') < 0 && !bytes.Contains(text, []byte("pro")) && !bytes.Contains(text, []byte("per")) {
		return -1
	}
	if m := share.FindIndex(text); m != nil {
		return m[0]
	}
	return -1
}
