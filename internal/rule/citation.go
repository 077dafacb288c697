package rule

import (
	"bytes"
	"cmp"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/strict"
	"rygghandboka/internal/data/bib"
	"rygghandboka/internal/data/i18n"
	"rygghandboka/internal/data/publisher"
	"rygghandboka/internal/page"
	"rygghandboka/internal/text/lang"
	"rygghandboka/internal/text/markdown"
	"rygghandboka/internal/text/search"
)

// citations: a page that states a share of people, or warning signs, cites its source; a year
// that the text gives for a work is the work's; and readers see no key of a work. Nothing is
// known of this if the works have a mistake.
func citations(s Subject) diag.List {
	if s.Bibliography.Partial {
		return nil
	}
	byLang := map[lang.Lang]forms{}
	for _, l := range s.Languages {
		byLang[l.Lang] = formsOf(l.Citing)
	}
	years := yearsByAuthor(s.Bibliography)
	probs := unknownKeys(s)
	for _, e := range s.Entries {
		text := s.Text(e.Path)
		f := byLang[e.Lang]
		if at := f.shares.unsupported(e, text); at >= 0 {
			probs = append(probs, diag.Errorf(e.Path, at, "this page cites no source for this").
				Hintf("cite a work: [@key]"))
		}
		for _, m := range f.mentions(text) {
			if known := years[m.family]; known != nil && !known[m.year] {
				probs = append(probs, diag.Errorf(e.Path, m.offset, "no work by %s is from %s", m.family, m.year).
					Hintf("the works in the list are from %s", strings.Join(slices.Sorted(maps.Keys(known)), ", ")))
			}
		}
	}
	return probs
}

// yearsByAuthor returns the years of the works of each first author, by family name.
func yearsByAuthor(b *bib.Bibliography) map[string]map[string]bool {
	years := map[string]map[string]bool{}
	for _, w := range b.Works {
		if len(w.Author) == 0 || w.Author[0].Family == "" || w.Issued.Year == 0 {
			continue
		}
		family := w.Author[0].Family
		if years[family] == nil {
			years[family] = map[string]bool{}
		}
		years[family][strconv.Itoa(w.Issued.Year)] = true
	}
	return years
}

// A mention is a work named in running text: Hodges (1996).
type mention struct {
	family, year string
	offset       int // of the year
}

// forms are the patterns with which a language names authors and writes shares.
type forms struct {
	author *regexp.Regexp // matches the end of a text: "Hodges ", "Hodges and Richardson "
	shares shares
}

func formsOf(c i18n.Citing) forms {
	const name = `\p{Lu}[\p{L}’'-]+`
	more := []string{oneOf("&", c.Between...) + `\s+` + name}
	for _, w := range c.After {
		more = append(more, oneOf(w)+`\.?`)
	}
	return forms{
		author: regexp.MustCompile(`(` + name + `)(?:\s+(?:` + strings.Join(more, "|") + `))?\s+$`),
		shares: newShares(c),
	}
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

// longestAuthor is in how many bytes before a year an author is looked for.
const longestAuthor = 80

// mentions returns the works that a text mentions. It looks for parentheses first, of which
// most pages have few.
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

// unknownKeys refuses a key that readers would see as it is written: of a work in the
// bibliography, or one that looks like the key of a work and is misspelt. In an address or
// the name of a package there is no key.
func unknownKeys(s Subject) (probs diag.List) {
	for _, e := range s.Entries {
		probs = append(probs, unknownKeysIn(s.Bibliography, e.Path, e.BareKeys)...)
	}
	for _, path := range []string{i18n.Path, search.Path, publisher.Path} {
		text := string(s.Text(path))
		if !strings.Contains(text, "@") {
			continue
		}
		if doc, _ := strict.Parse(path, text, 0); doc != nil {
			probs = append(probs, unknownKeysIn(s.Bibliography, path, page.BareKeys(doc, text, 0))...)
		}
	}
	return probs
}

// workKey matches what looks like the key of a work: a name and a year.
var workKey = regexp.MustCompile(`^\pL[\pL\pN._-]*-(?:1[89]|20)\d\d\pL?$`)

func unknownKeysIn(b *bib.Bibliography, file string, list []markdown.BareKey) (probs diag.List) {
	told := map[int]bool{} // the brackets with a known key: one mistake, however many keys
	for _, key := range list {
		known, likely := b.Get(key.Key) != nil, workKey.MatchString(key.Key)
		switch {
		case known && (likely || !key.Glued && !key.NoSign):
			if !told[key.Bracket] {
				probs = append(probs, diag.Errorf(file, key.Offset, "%s is shown as it is written", shown(key)).
					Hintf("%s", key.Hint))
			}
			told[key.Bracket] = true
		case key.Glued || key.NoSign:
		case likely:
			hint := cmp.Or(diag.Suggest(key.Key, b.Keys()), "add the work to "+bib.Path+"; "+key.Hint)
			probs = append(probs, diag.Errorf(file, key.Offset,
				"@%s is shown as it is written, and no work has that key", key.Key).Hintf("%s", hint))
		default:
			if meant := nearKey(key.Key, b); meant != "" {
				probs = append(probs, diag.Warnf(file, key.Offset,
					"@%s is shown as it is written, and no work has that key", key.Key).
					Hintf("did you mean %q? If it is no work, write \\@%s", meant, key.Key))
			}
		}
	}
	return probs
}

func shown(key markdown.BareKey) string {
	if key.NoSign {
		return "[" + key.Key + "]"
	}
	return "@" + key.Key
}

// nearKey returns the key of a work that a word after @ is almost: all but a sign or a capital,
// or without the year. It is "" if there is none.
func nearKey(word string, b *bib.Bibliography) string {
	for _, key := range b.Keys() {
		family := key
		if workKey.MatchString(key) {
			family = key[:strings.LastIndexByte(key, '-')]
		}
		if letters(word) == letters(key) || letters(word) == letters(family) || diag.Near(word, key) {
			return key
		}
	}
	return ""
}

// letters returns the letters and digits of a key, in lower case.
func letters(key string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, key)
}
