package cite

import (
	"cmp"
	"fmt"
	"regexp"
	"strings"

	"rygghandboka/internal/data/bib"
	"rygghandboka/internal/text/lang"
)

// The longest name in a key, and how many words of a title or of an organisation's name are
// in one.
const (
	longestName = 40
	keyWords    = 3
)

// key returns the key of an entry, without a letter at its end, and whether it is made here:
// not what a person chose or what names the work, but the families of one author or two, and
// the year.
func (e *Entry) key() (key string, made bool) {
	for i, wanted := range e.wanted {
		key := keyForm(wanted)
		if key != "" && (e.chosen && i == 0 || e.isNamedBy(key)) {
			return key, false
		}
	}
	name := e.nameInKey()
	if y := e.year(); y > 0 {
		return fmt.Sprintf("%s-%d", name, y), true
	}
	title := firstWords(e.text("title"), 1)
	if title == "" || strings.HasPrefix(name, title) {
		return name, true
	}
	return name + "-" + title, true
}

var (
	notInKey  = regexp.MustCompile(`[^\pL\pN:._-]+`)
	zoteroKey = regexp.MustCompile(`^[A-Z0-9]{8}$|^\d+/|://`)
)

// keyForm returns a key as it can be cited, in lower case, or "" if it is an identifier of a
// program.
func keyForm(s string) string {
	s = strings.TrimSpace(s)
	if zoteroKey.MatchString(s) {
		return ""
	}
	s = notInKey.ReplaceAllString(lang.Plain(strings.ToLower(s)), "-")
	s = strings.Trim(s, ":._-")
	if !bib.IsKey(s) || len(s) > 2*longestName {
		return ""
	}
	return s
}

// shortest is how many letters of a name tell that it is in a key.
const shortest = 3

// isNamedBy reports whether a key names the first author or, without authors, a word of the
// title, and the year: what readers of the source can tell from the work.
func (e *Entry) isNamedBy(key string) bool {
	in := folded(key)
	if y := e.year(); y == 0 || !strings.Contains(in, fmt.Sprintf("%02d", y%100)) {
		return false
	}
	if people := e.responsible(); len(people) > 0 {
		family := folded(people[0].Family + people[0].Literal)
		return len(family) >= shortest && strings.Contains(in, family)
	}
	first := firstWords(e.text("title"), 1)
	return len(first) > shortest && strings.Contains(in, first)
}

// responsible returns who comes first in the list of works.
func (e *Entry) responsible() []person {
	for _, role := range []string{"author", "editor", "director", "composer", "translator"} {
		if people := e.people(role); len(people) > 0 {
			return people
		}
	}
	return nil
}

// nameInKey returns the names of one author or two, or the first of more; or whatever else
// names the work.
func (e *Entry) nameInKey() string {
	people := e.responsible()
	if len(people) > 2 || e.text("note") == incomplete {
		people = people[:min(1, len(people))]
	}
	var names []string
	for _, p := range people {
		if name := p.inKey(); name != "" {
			names = append(names, name)
		}
	}
	if len(names) > 0 {
		return strings.Join(names, "-")
	}
	return cmp.Or(firstWords(e.text("title"), keyWords), firstWords(e.text("container-title"), keyWords), "work")
}

// inKey returns the name of a person, with "van", or some words of that of an organisation.
func (p person) inKey() string {
	if p.Literal != "" {
		return firstWords(p.Literal, keyWords)
	}
	name := slug(p.NonDropping + " " + p.Family)
	if len(name) > longestName {
		name, _, _ = strings.Cut(name, "-")
	}
	return name[:min(len(name), longestName)]
}

// firstWords returns the first words that mean something, as a part of a key: those with a
// capital letter, if there are any, and without articles.
func firstWords(s string, n int) string {
	var words, capital []string
	for w := range strings.FieldsSeq(markup.ReplaceAllString(s, "")) {
		part := slug(w)
		if part == "" || small[part] {
			continue
		}
		words = append(words, part)
		if strings.ToLower(w) != w {
			capital = append(capital, part)
		}
	}
	if len(capital) >= n {
		words = capital
	}
	name := strings.Join(words[:min(n, len(words))], "-")
	return strings.Trim(name[:min(len(name), longestName)], "-")
}

// small are words that say nothing in a key.
var small = map[string]bool{
	"the": true, "a": true, "an": true, "of": true, "for": true, "and": true, "in": true, "on": true, "to": true,
	"og": true, "i": true, "en": true, "et": true, "ei": true, "av": true, "om": true, "den": true, "det": true,
	"de": true, "der": true, "die": true, "das": true, "le": true, "la": true, "les": true,
}

// letters returns the letters after a key that several works would have: a to z, then aa.
func letters(n int) string {
	if n < 26 {
		return string(rune('a' + n))
	}
	return letters(n/26-1) + string(rune('a'+n%26))
}

// assign gives entries keys that no work has. A key that is taken stays as it is, and counts as
// the first; new works that would have the same key all get letters, unless it was chosen.
func assign(entries []*Entry, taken map[string]bool) map[*Entry]string {
	wants := map[string]int{}
	for _, e := range entries {
		key, _ := e.key()
		wants[key]++
	}
	keys := map[*Entry]string{}
	for _, e := range entries {
		base, made := e.key()
		key, first := base, 0
		if taken[base] {
			first = 1
		}
		if taken[base] || made && (wants[base] > 1 || taken[base+letters(0)]) {
			for key = base + letters(first); taken[key]; key = base + letters(first) {
				first++
			}
		}
		taken[key] = true
		keys[e] = key
	}
	return keys
}
