package bib

import (
	"cmp"
	"regexp"
	"strings"
)

// title returns a work's title with what follows it: a translation and its language, the
// mark of the Internet and the edition, and what a thesis is.
func (e entry) title() Rich {
	title := glue(parse(e.Title), e.foreign())
	if !e.isContained() {
		title = glue(title, e.internet(), wrap(". ", e.edition(), ""))
	}
	if e.Type == "thesis" {
		title = glue(title, bracketed(e.Genre))
	}
	return title
}

// foreign returns a title in another language and the work's language, if readers may not
// know that: [Back pain] [Norwegian].
func (e entry) foreign() Rich {
	tag, _, _ := strings.Cut(e.Language, "-") // without the region
	if tag == "no" {
		tag = "nb" // to a reader they are one
	}
	name := e.t.Languages[tag]
	if name == "" {
		return nil
	}
	translated := bracketed(cmp.Or(e.TranslatedTitle, e.OriginalTitle))
	return glue(translated, plain(" ["+name+"]"))
}

// bracketed returns a text in brackets after a space, in one pair of brackets even if it
// has its own.
func bracketed(s string) Rich {
	s = strings.TrimSpace(s)
	if strings.HasPrefix(s, "[") && strings.HasSuffix(s, "]") {
		s = s[1 : len(s)-1]
	}
	return wrap(" [", parse(s), "]")
}

// internet returns the mark of a work that is read at its address.
func (e entry) internet() Rich {
	if e.URL == "" {
		return nil
	}
	return plain(" [" + e.t.Internet + "]")
}

// numbers are those of an edition that have a suffix of their own: not 5th and 1/2.
var numbers = regexp.MustCompile(`[^\s,;–-]+`)

// edition returns "3rd ed." for 3, and any other text as it is, with a full stop.
func (e entry) edition() Rich {
	text := strings.TrimSpace(string(e.Edition))
	if !isNumeric(text) {
		return wrap("", parse(text), ".")
	}
	text = numbers.ReplaceAllStringFunc(text, e.t.ordinal)
	return plain(strings.ReplaceAll(text, "-", "–") + " " + e.t.Edition)
}
