package rule

import (
	"bytes"
	"cmp"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"rygghandboka/internal/bib"
	"rygghandboka/internal/diag"
	"rygghandboka/internal/markdown"
	"rygghandboka/internal/page"
	"rygghandboka/internal/publisher"
	"rygghandboka/internal/search"
	"rygghandboka/internal/site"
	"rygghandboka/internal/strict"
	"rygghandboka/internal/words"
)

// citations: a page that states a share of people, or warning signs, says where
// it has that from; a year that the text gives for a work is the work's; and no key
// of a work is shown to readers.
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
	probs = append(probs, strays(s)...)
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

// strays refuses a key that readers would see as it is written: of a work that is
// there, or of one that looks like a work's key and is misspelt. In an address, a
// name of a package or the like there is no key.
func strays(s Subject) (probs diag.List) {
	for _, e := range s.Entries {
		probs = append(probs, s.strays(e.Path, e.Strays)...)
	}
	for _, path := range []string{words.Path, search.Path, publisher.Path} {
		text := string(s.Text(path))
		if !strings.Contains(text, "@") {
			continue
		}
		if doc, _ := strict.Parse(path, text, 0); doc != nil {
			probs = append(probs, s.strays(path, page.Strays(doc, text, 0))...)
		}
	}
	return probs
}

// workKey is how keys of works look: a name and a year.
var workKey = regexp.MustCompile(`^\pL[\pL\pN._-]*-(?:1[89]|20)\d\d\pL?$`)

func (s Subject) strays(file string, list []markdown.Stray) (probs diag.List) {
	for _, stray := range list {
		known, likely := s.Bibliography.Get(stray.Key) != nil, workKey.MatchString(stray.Key)
		switch {
		case known && (likely || !stray.Glued):
			probs = append(probs, diag.Errorf(file, stray.Offset, "@%s is shown as it is written", stray.Key).Hintf("%s", stray.Hint))
		case likely && !stray.Glued:
			hint := cmp.Or(diag.Suggest(stray.Key, s.Bibliography.Keys()), "add the work to "+bib.Path+"; "+stray.Hint)
			p := diag.Errorf(file, stray.Offset, "@%s is shown as it is written, and no work has that key", stray.Key)
			probs = append(probs, p.Hintf("%s", hint))
		}
	}
	return probs
}
