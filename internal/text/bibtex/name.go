package bibtex

import (
	"strings"
	"unicode"
)

// A Name is a person's, or as Literal an organisation's.
type Name struct{ Family, Given, Particle, Suffix, Literal string }

// Names returns a list of names, and whether "and others" follows.
func Names(tex string) (names []Name, others bool) {
	for _, item := range split(tex, isAnd) {
		item = strings.TrimSpace(item)
		switch {
		case item == "":
		case strings.EqualFold(item, "others"):
			others = true
		default:
			if n := nameOf(item); n != (Name{}) {
				names = append(names, n)
			}
		}
	}
	return names, others
}

// nameOf reads one name: "First von Last", "von Last, First", "von Last, Jr, First", the
// "family=Last, given=First" of BibLaTeX, or an organisation in braces.
func nameOf(tex string) Name {
	if inBraces(tex) {
		return Name{Literal: Text(tex)}
	}
	parts := split(tex, isComma)
	if n, ok := extended(parts); ok {
		return n
	}
	switch len(parts) {
	case 1:
		return firstLast(words(tex))
	case 2:
		particle, family := vonLast(words(parts[0]))
		return withFamily(Name{Family: family, Particle: particle, Given: Text(parts[1])})
	}
	particle, family := vonLast(words(parts[0]))
	given := Text(strings.Join(parts[2:], ","))
	return withFamily(Name{Family: family, Particle: particle, Suffix: Text(parts[1]), Given: given})
}

// withFamily returns a name; one that is only one part is an organisation's.
func withFamily(n Name) Name {
	if n.Family == "" || n.Given == "" && n.Particle == "" {
		return Name{Literal: strings.TrimSpace(n.Given + n.Family)}
	}
	return n
}

// firstLast divides "First von Last": the first word in lower case starts the particle.
func firstLast(list []string) Name {
	first := len(list) - 1
	for i, w := range list[:max(0, len(list)-1)] {
		if isLower(w) {
			first = i
			break
		}
	}
	particle, family := vonLast(list[max(0, first):])
	return withFamily(Name{Family: family, Particle: particle, Given: Text(strings.Join(list[:max(0, first)], " "))})
}

// vonLast divides "von Last": the last word in lower case ends the particle.
func vonLast(list []string) (particle, family string) {
	last := 0
	for i, w := range list[:max(0, len(list)-1)] {
		if isLower(w) {
			last = i + 1
		}
	}
	return Text(strings.Join(list[:last], " ")), Text(strings.Join(list[last:], " "))
}

// extended reads the names of BibLaTeX in which each part is named.
func extended(parts []string) (n Name, ok bool) {
	for _, part := range parts {
		key, value, found := strings.Cut(part, "=")
		if !found {
			return n, false
		}
		value = Text(strings.Trim(strings.TrimSpace(value), `"`))
		switch strings.ToLower(strings.TrimSpace(key)) {
		case "family":
			n.Family = value
		case "given":
			n.Given = value
		case "prefix":
			n.Particle = value
		case "suffix":
			n.Suffix = value
		}
	}
	return withFamily(n), n.Family != ""
}

// isLower reports whether a word starts with a small letter. A word in braces does not.
func isLower(word string) bool {
	if strings.HasPrefix(word, "{") && !strings.HasPrefix(word, `{\`) {
		return false
	}
	for _, r := range Text(word) {
		return unicode.IsLower(r)
	}
	return false
}

// inBraces reports whether braces are around all of a text.
func inBraces(s string) bool {
	if !strings.HasPrefix(s, "{") || strings.HasPrefix(s, `{\`) {
		return false
	}
	in := scanner{text: s}
	_, ok := in.group()
	return ok && in.at == len(s)
}

func words(s string) (list []string) {
	for _, w := range split(s, isSpace) {
		if w != "" {
			list = append(list, w)
		}
	}
	return list
}

// split divides a text at what is outside of braces. at returns the length of what is at an
// offset and divides, or 0.
func split(s string, at func(s string, i int) int) (parts []string) {
	depth, start := 0, 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i += commandLength(s[i:]) - 1
			continue
		case '{':
			depth++
		case '}':
			depth--
		}
		if n := at(s, i); depth == 0 && n > 0 {
			parts = append(parts, s[start:i])
			start = i + n
			i = start - 1
		}
	}
	return append(parts, s[start:])
}

// commandLength returns the length of a command, with the space that ends its name.
func commandLength(s string) int {
	c := scanner{text: s, at: 1}
	if c.word() == "" {
		return min(2, len(s))
	}
	c.space()
	return c.at
}

func isComma(s string, i int) int {
	if s[i] == ',' {
		return 1
	}
	return 0
}

func isSpace(s string, i int) int {
	if strings.IndexByte(" \t\r\n~", s[i]) >= 0 {
		return 1
	}
	return 0
}

// isAnd finds the word "and" between spaces. The space after it is left to what follows.
func isAnd(s string, i int) int {
	const and = "and"
	if isSpace(s, i) == 0 || i+len(and)+1 >= len(s) || !strings.EqualFold(s[i+1:i+1+len(and)], and) {
		return 0
	}
	if isSpace(s, i+1+len(and)) == 0 {
		return 0
	}
	return len(and) + 1
}
