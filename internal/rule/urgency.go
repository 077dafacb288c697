package rule

import (
	"regexp"
	"slices"
	"strings"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/data/i18n"
	"rygghandboka/internal/site"
	"rygghandboka/internal/text/lang"
	"rygghandboka/internal/text/markdown"
)

// urgencies: whoever has a warning sign must see at once how soon to get help, and must
// not have to put that together from two lists. So on the page of the red flags each sign,
// which is an item with an id, is in an alert of some level or begins with the name of that
// level, and the level is the same in all languages.
func urgencies(s Subject) (probs diag.List) {
	known := map[string]sign{} // in the language where it was first
	for _, e := range s.Entries {
		if e.Name() != flagsName {
			continue
		}
		for _, here := range signs(s, e) {
			key := e.Key + "#" + here.id
			there, again := known[key]
			switch {
			case here.level == "":
				probs = append(probs, diag.Errorf(e.Path, here.offset, "nothing says how urgent #%s is", here.id).
					Hintf("begin with a level in bold, such as **%s:**, or write the item in an alert", firstLevel(s.Words, e.Lang)))
			case !again:
				known[key] = here
			case here.level != there.level:
				probs = append(probs, diag.Errorf(e.Path, here.offset, "#%s is %s here, and %s in %q",
					here.id, alertName(here.level), alertName(there.level), there.in).
					Hintf("find out which is right, and say the same in both"))
			}
		}
	}
	return probs
}

// levels are the alerts that say how soon a reader needs help, the most urgent first. Their
// titles are words of the layouts: "Emergency: call 113".
var levels = []string{"alert-caution", "alert-warning", "alert-important"}

// A sign is a warning sign: an item with an id.
type sign struct {
	id     string
	level  string // one of levels, or "" if nothing says how urgent it is
	in     lang.Lang
	offset int
}

// signs returns the signs of a page.
func signs(s Subject, e *site.Entry) (found []sign) {
	text := string(s.Text(e.Path))
	for _, section := range e.Sections {
		alert := "" // the last one: only what is in it is quoted
		for _, b := range section.Blocks {
			if a, ok := b.Kind.(markdown.AlertBlock); ok {
				alert = "alert-" + a.Name
				continue
			}
			switch {
			case b.ID == "" || b.Kind != markdown.ItemBlock && b.Kind != markdown.StepBlock:
			case isQuoted(text, b.Offset):
				level := alert
				if !slices.Contains(levels, level) {
					level = ""
				}
				found = append(found, sign{b.ID, level, e.Lang, b.Offset})
			default:
				found = append(found, sign{b.ID, labelled(s.Words, e.Lang, text[b.Offset:b.End]), e.Lang, b.Offset})
			}
		}
	}
	return found
}

// isQuoted reports whether the line at an offset is one of a block quotation.
func isQuoted(text string, offset int) bool {
	line := text[strings.LastIndexByte(text[:offset], '\n')+1:]
	return strings.HasPrefix(strings.TrimLeft(line, " "), ">")
}

// label matches the bold words that an item with an id begins with.
var label = regexp.MustCompile(`^[^{]*\{#[^}]*\}\s*\*\*([^*]+?):?\*\*`)

// labelled returns the level that an item begins with, or "". A level is named by the part
// of its title before the colon, or by the part after it.
func labelled(table *i18n.Table, in lang.Lang, item string) string {
	m := label.FindStringSubmatch(item)
	if m == nil {
		return ""
	}
	for _, level := range levels {
		if slices.ContainsFunc(namesOf(table, in, level), func(name string) bool { return strings.EqualFold(name, m[1]) }) {
			return level
		}
	}
	return ""
}

// namesOf returns what a level is called in a language.
func namesOf(table *i18n.Table, in lang.Lang, level string) []string {
	title, _ := table.Word(in, level)
	return strings.Split(title, ": ")
}

// firstLevel returns the name of the most urgent level that a language has.
func firstLevel(table *i18n.Table, in lang.Lang) string {
	for _, level := range levels {
		if name := namesOf(table, in, level)[0]; name != "" {
			return name
		}
	}
	return ""
}

// alertName writes a level as authors do: CAUTION.
func alertName(level string) string {
	return strings.ToUpper(strings.TrimPrefix(level, "alert-"))
}
