package bib

import (
	"regexp"
	"strings"
)

// tags are those of Zotero's markup in titles. Anything else between < and > is text.
var tags = regexp.MustCompile(`<(?:(/)?(i|b|sub|sup|sc|span)|(span) ` +
	`(?:class="no[a-z]+"|style="font-variant: ?(small-caps);?"))>`)

// tagStyles are the styles of the tags. Italic in italic is upright again, as it is in bold.
var tagStyles = map[string]Style{"i": Italic, "b": Bold, "sub": Sub, "sup": Sup, "sc": SmallCaps}

// A tag is a start or an end tag, and where it is. It counts only if it has a partner.
type tag struct {
	start, end int // in the text
	name       string
	style      Style
	closes     bool
	paired     bool
}

// parse reads Zotero's markup and straight quotes, as a title has them. The quotes become
// marks, which localize replaces.
func parse(s string) Rich {
	breakable := func(r rune) bool { return r == ' ' || r == '\t' || r == '\n' || r == '\r' }
	list := unmark(strings.Join(strings.FieldsFunc(s, breakable), " "))
	pairQuotes(list)
	return runs(list)
}

// Plain returns a text without Zotero's markup.
func Plain(s string) string {
	if !strings.Contains(s, "<") {
		return s
	}
	return runs(unmark(s)).String()
}

// unmark returns the characters of a text with the styles of its markup.
func unmark(s string) (list []cell) {
	if !strings.Contains(s, "<") {
		return plain(s).cells()
	}
	style, at := Style(0), 0
	for _, t := range pairTags(s) {
		if !t.paired {
			continue
		}
		list = append(list, Rich{{s[at:t.start], style}}.cells()...)
		at = t.end
		style ^= t.style
	}
	return append(list, Rich{{s[at:], style}}.cells()...)
}

// pairTags returns all tags of a text, and which of them have partners.
func pairTags(s string) []*tag {
	var all, open []*tag
	for _, m := range tags.FindAllStringSubmatchIndex(s, -1) {
		t := &tag{start: m[0], end: m[1], closes: m[2] >= 0, name: "span"}
		if m[4] >= 0 {
			t.name = s[m[4]:m[5]]
		}
		all = append(all, t)
		if !t.closes {
			t.style = tagStyles[t.name]
			if m[8] >= 0 {
				t.style = SmallCaps
			}
			open = append(open, t)
			continue
		}
		for i := len(open) - 1; i >= 0; i-- {
			if open[i].name == t.name {
				t.style, t.paired, open[i].paired = open[i].style, true, true
				open = open[:i]
				break
			}
		}
	}
	return all
}
