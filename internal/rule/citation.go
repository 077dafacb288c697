package rule

import (
	"bytes"
	"cmp"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/strict"
	"rygghandboka/internal/data/bib"
	"rygghandboka/internal/data/i18n"
	"rygghandboka/internal/data/publisher"
	"rygghandboka/internal/page"
	"rygghandboka/internal/site"
	"rygghandboka/internal/text/lang"
	"rygghandboka/internal/text/markdown"
	"rygghandboka/internal/text/search"
)

// citations: a page that states a share of people, or warning signs, says where
// it has that from; a year that the text gives for a work is the work's; and no key
// of a work is shown to readers.
func citations(s Subject) (probs diag.List) {
	years := map[string]map[string]bool{} // of the works of each first author
	byLang := map[lang.Lang]forms{}
	for _, l := range s.Languages {
		byLang[l.Lang] = formsOf(l.Citing)
	}
	for _, w := range s.Bibliography.Works {
		if len(w.Author) > 0 && w.Author[0].Family != "" && w.Issued.Year != 0 {
			family := w.Author[0].Family
			if years[family] == nil {
				years[family] = map[string]bool{}
			}
			years[family][strconv.Itoa(w.Issued.Year)] = true
		}
	}
	probs = append(probs, bareKeys(s)...)
	for _, e := range s.Entries {
		text := s.Text(e.Path)
		if at := byLang[e.Lang].unsupported(e, text); at >= 0 {
			probs = append(probs, diag.Errorf(e.Path, at, "nothing on this page says where this is from").Hintf("cite a work: [@key]"))
		}
		for _, m := range byLang[e.Lang].mentions(text) {
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

// forms are how a language names authors and writes shares.
type forms struct {
	author *regexp.Regexp // matches the end of a text: "Hodges ", "Hodges and Richardson "
	share  *regexp.Regexp
	units  []string // how each word for a share begins, besides the sign
}

func formsOf(c i18n.Citing) forms {
	const name = `\p{Lu}[\p{L}’'-]+`
	more := []string{oneOf("&", c.Between...) + `\s+` + name}
	for _, w := range c.After {
		more = append(more, oneOf(w)+`\.?`)
	}
	f := forms{author: regexp.MustCompile(`(` + name + `)(?:\s+(?:` + strings.Join(more, "|") + `))?\s+$`)}
	f.share = regexp.MustCompile(`\d\s?` + oneOf("%", c.Shares...))
	for _, w := range c.Shares {
		first, _, _ := strings.Cut(w, " ")
		f.units = append(f.units, first)
	}
	return f
}

// oneOf returns a pattern that matches one of some words, over line breaks too.
func oneOf(first string, others ...string) string {
	all := append([]string{first}, others...)
	for i, w := range all {
		all[i] = strings.ReplaceAll(regexp.QuoteMeta(w), " ", `\s+`)
	}
	return "(?:" + strings.Join(all, "|") + ")"
}

var year = regexp.MustCompile(`^\((\d{4})\)`)

// longestAuthor is how many bytes before a year are looked at.
const longestAuthor = 80

// mentions looks at parentheses first: most pages have few, and text is much.
func (f forms) mentions(text []byte) (found []mention) {
	for at := 0; ; at++ {
		n := bytes.IndexByte(text[at:], '(')
		if n < 0 {
			return found
		}
		at += n
		if y := year.FindSubmatch(text[at:]); y != nil {
			if a := f.author.FindSubmatch(text[max(0, at-longestAuthor):at]); a != nil {
				found = append(found, mention{string(a[1]), string(y[1]), at + 1})
			}
		}
	}
}

// unsupported returns where a page without any citation states what needs one,
// or -1.
func (f forms) unsupported(e *site.Entry, text []byte) int {
	if len(e.References) > 0 || e.Kind == page.References || e.Kind == page.Glossary {
		return -1
	}
	if e.Name() == flagsName {
		return e.Title.Offset
	}
	if bytes.IndexByte(text, '%') < 0 && !f.namesUnit(text) {
		return -1
	}
	if m := f.share.FindIndex(text); m != nil {
		return m[0]
	}
	return -1
}

// namesUnit reports whether a text may hold a word for a share. Most hold none, and are
// not searched with a pattern.
func (f forms) namesUnit(text []byte) bool {
	return slices.ContainsFunc(f.units, func(unit string) bool { return bytes.Contains(text, []byte(unit)) })
}

// bareKeys refuses a key that readers would see as it is written: of a work that is
// there, or of one that looks like a work's key and is misspelt. In an address, a
// name of a package or the like there is no key.
func bareKeys(s Subject) (probs diag.List) {
	for _, e := range s.Entries {
		probs = append(probs, s.bareKeys(e.Path, e.BareKeys)...)
	}
	for _, path := range []string{i18n.Path, search.Path, publisher.Path} {
		text := string(s.Text(path))
		if !strings.Contains(text, "@") {
			continue
		}
		if doc, _ := strict.Parse(path, text, 0); doc != nil {
			probs = append(probs, s.bareKeys(path, page.BareKeys(doc, text, 0))...)
		}
	}
	return probs
}

// workKey is how keys of works look: a name and a year.
var workKey = regexp.MustCompile(`^\pL[\pL\pN._-]*-(?:1[89]|20)\d\d\pL?$`)

func (s Subject) bareKeys(file string, list []markdown.BareKey) (probs diag.List) {
	for _, bare := range list {
		known, likely := s.Bibliography.Get(bare.Key) != nil, workKey.MatchString(bare.Key)
		switch {
		case known && (likely || !bare.Glued):
			probs = append(probs, diag.Errorf(file, bare.Offset, "@%s is shown as it is written", bare.Key).Hintf("%s", bare.Hint))
		case likely && !bare.Glued:
			hint := cmp.Or(diag.Suggest(bare.Key, s.Bibliography.Keys()), "add the work to "+bib.Path+"; "+bare.Hint)
			p := diag.Errorf(file, bare.Offset, "@%s is shown as it is written, and no work has that key", bare.Key)
			probs = append(probs, p.Hintf("%s", hint))
		}
	}
	return probs
}
