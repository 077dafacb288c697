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

// urgencies: readers with a warning sign must see at once how soon to get help, without
// comparing two lists. So on the page of the red flags each sign, which is an item with an
// id, is in an alert of some level or begins with the name of that level, and the level is
// the same in all languages.
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
				probs = append(probs, diag.Errorf(e.Path, here.offset, "#%s has no level of urgency", here.id).
					Hintf("begin with a level in bold, such as **%s:**, or write the item in an alert",
						firstLevel(s.Words, e.Lang)))
			case !again:
				known[key] = here
			case here.level != there.level:
				probs = append(probs, diag.Errorf(e.Path, here.offset, "#%s is %s here, and %s in %q",
					here.id, alertName(here.level), alertName(there.level), there.in).
					Hintf("find out which is right, and write the same level in both"))
			}
		}
	}
	return probs
}

// levels are the words of the alerts for how soon a reader needs help, the most urgent
// first: "Emergency: call 113".
var levels = func() (words []string) {
	for _, a := range markdown.Alarms() {
		words = append(words, "alert-"+a.Name)
	}
	return words
}()

// A sign is a warning sign: an item with an id.
type sign struct {
	id     string
	level  string // one of levels, or "" if it has none
	in     lang.Lang
	offset int
}

// signs returns the signs of a page.
func signs(s Subject, e *site.Entry) (found []sign) {
	text := string(s.Text(e.Path))
	for _, section := range e.Sections {
		alert := "" // the last one; only what is in it is quoted
		for _, b := range section.Blocks {
			if a, ok := b.Kind.(markdown.AlertBlock); ok {
				alert = "alert-" + a.Name
				continue
			}
			if b.ID == "" || b.Kind != markdown.ItemBlock && b.Kind != markdown.StepBlock {
				continue
			}
			level := alertLevel(alert)
			if !isQuoted(text, b.Offset) {
				level = labelLevel(s.Words, e.Lang, text[b.Offset:b.End])
			}
			found = append(found, sign{id: b.ID, level: level, in: e.Lang, offset: b.Offset})
		}
	}
	return found
}

// alertLevel returns the level of an alert, or "" for an alert of another kind.
func alertLevel(alert string) string {
	if slices.Contains(levels, alert) {
		return alert
	}
	return ""
}

// isQuoted reports whether the line at an offset is one of a block quotation.
func isQuoted(text string, offset int) bool {
	line := text[strings.LastIndexByte(text[:offset], '\n')+1:]
	return strings.HasPrefix(strings.TrimLeft(line, " "), ">")
}

// label matches the bold words that an item with an id begins with.
var label = regexp.MustCompile(`^[^{]*\{#[^}]*\}\s*\*\*([^*]+?):?\*\*`)

// labelLevel returns the level that an item begins with, or "". The name of a level is the
// part of its title before the colon, or the part after it.
func labelLevel(table *i18n.Table, in lang.Lang, item string) string {
	m := label.FindStringSubmatch(item)
	if m == nil {
		return ""
	}
	for _, level := range levels {
		for _, name := range namesOf(table, in, level) {
			if strings.EqualFold(name, m[1]) {
				return level
			}
		}
	}
	return ""
}

// namesOf returns the names of a level in a language.
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
