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
		for _, m := range mentions(text) {
			if known := years[m.family]; known != nil && !known[m.year] {
				probs = append(probs, diag.Errorf(e.Path, m.offset, "no work by %s is from %s", m.family, m.year).
					Hintf("the works in the list are from %s", strings.Join(slices.Sorted(maps.Keys(known)), ", ")))
			}
		}
	}
	return probs
}

// A mention is a work named in running text: Hodges (1996).
type mention struct {
	family, year string
	offset       int // of the year
}

var (
	year = regexp.MustCompile(`^\((\d{4})\)`)

	// author matches the end of a text: "Hodges ", "Hodges and Richardson ".
	author = regexp.MustCompile(`(\p{Lu}[\p{L}’'-]+)(?:\s+(?:og|and|&)\s+\p{Lu}[\p{L}’'-]+|\s+et al\.?|\s+mfl\.?)?\s+$`)
)

// longestAuthor is how many bytes before a year are looked at.
const longestAuthor = 80

// mentions looks at parentheses first: most pages have few, and text is much.
func mentions(text []byte) (found []mention) {
	for at := 0; ; at++ {
		n := bytes.IndexByte(text[at:], '(')
		if n < 0 {
			return found
		}
		at += n
		if y := year.FindSubmatch(text[at:]); y != nil {
			if a := author.FindSubmatch(text[max(0, at-longestAuthor):at]); a != nil {
				found = append(found, mention{string(a[1]), string(y[1]), at + 1})
			}
		}
	}
}

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
