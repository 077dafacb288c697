package build

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"rygghandboka/internal/page"
)

// A turn is a word or a phrase, and what it becomes where somebody takes one side of an
// opposite for the other. The turns are not those of words.yaml: here are the words that
// somebody would write.
type turn struct {
	from *regexp.Regexp // its first group is what is replaced
	to   string
}

// turns returns the turns of pairs such as "easier|harder", both ways, and of those with
// an arrow one way. ~ is up to two words and the spaces around them.
func turns(pairs ...string) (list []turn) {
	add := func(from, to string) {
		before, word, _ := strings.Cut(from, "<")
		word, after, marked := strings.Cut(word, ">")
		if !marked {
			before, word = "", from
		}
		pattern := `(?i)(?:^|[^\pL-])` + before + `(` + word + `)` + after + `(?:[^\pL-]|$)`
		list = append(list, turn{regexp.MustCompile(strings.ReplaceAll(pattern, "~", `(?: \pL+){0,2} `)), to})
	}
	for _, pair := range pairs {
		if from, to, oneWay := strings.Cut(pair, " → "); oneWay {
			add(from, to)
			continue
		}
		from, to, _ := strings.Cut(pair, "|")
		add(from, to)
		add(to, from)
	}
	return list
}

var opposites = map[string][]turn{
	"no": turns("puste?r?~<inn> → ut", "puste?r?~<ut> → inn", "lettere|tyngre", "minst|høyst", "mer enn|mindre enn",
		"stopp|fortsett", "stopper|fortsetter", "gå videre → stopp", "løft|senk", "løfter|senker", "framover|bakover",
		"sakte|raskt", "bøy|strekk", "bøyd|strakt", "bøyde|strake", "venstre|høyre", "straks|senere",
		"med en gang → neste uke", "i dag → neste uke", "verre|bedre", "om dagen|i uka", "unngå|prøv",
		"slipp|stram", "høyere|lavere", "før|etter", "ned|opp", "åpne|lukk", "lenger|kortere", "mindre|mer"),
	"en": turns("breathe~<in> → out", "breathe~<out> → in", "easier|harder", "at least|at most", "more than|less than",
		"stop|go on", "move on → stop", "lift|lower", "forward|backward", "slowly|quickly", "bend|straighten",
		"bent|straight", "your left|your right", "at once → next week", "today → next week", "worse|better",
		"a day|a week", "avoid|try", "let go|tighten", "higher|lower", "before|after", "down|up", "open|close",
		"longer|shorter", "less|more"),
}

var positions = map[string][]turn{
	"no": turns("(?:legg|ligg)[a-z]*~<på ryggen> → på magen", "(?:legg|ligg)[a-z]*~<på magen> → på ryggen",
		"(?:legg|ligg)[a-z]*~<på siden> → på ryggen", "på alle fire → på ryggen", "sitter|står", "sitte|stå",
		"mageleie → ryggleie"),
	"en": turns("on your back|on your front", "on your side → on your back", "face down → face up",
		"on (?:your )?<hands and knees> → back", "sit|stand", "sitting|standing"),
}

// turned returns the mutations that turn round what a reader is told.
func (s specimen) turned(kind string, by map[string][]turn) (all []mutation) {
	in, _ := page.LangOf(s.file)
	for _, t := range by[string(in)] {
		for _, m := range t.from.FindAllStringSubmatchIndex(s.seen, -1) {
			if s.isIn(m[2]) {
				all = append(all, s.replace(kind, m[2], m[3], inCase(s.text[m[2]:], t.to))...)
			}
		}
	}
	return all
}

// inCase returns a text with the first letter of another in its case.
func inCase(like, text string) string {
	if c, _ := utf8.DecodeRuneInString(like); unicode.IsUpper(c) {
		first, n := utf8.DecodeRuneInString(text)
		return string(unicode.ToUpper(first)) + text[n:]
	}
	return text
}

// paragraph is a text of one line or more without marks of lists, tables and so on.
var paragraph = regexp.MustCompile(`(?m)^\pL[^|>#\n]*\n(?:\pL[^|>#\n]*\n)*(?:\n|$)`)

// untranslated returns the mutations that leave a paragraph in another language. other is the
// text of the page in that language.
func (s specimen) untranslated(other string) (all []mutation) {
	_, other, _ = strings.Cut(strings.TrimPrefix(other, "---\n"), "\n---\n")
	here := paragraph.FindAllStringIndex(s.text[s.body:], -1)
	there := paragraph.FindAllString(fence.ReplaceAllString(other, ""), -1)
	for i := 0; i < min(len(here), len(there)); i++ {
		if len(strings.Fields(there[i])) >= 8 {
			all = append(all, s.replace("untranslated", s.body+here[i][0], s.body+here[i][1], there[i])...)
		}
	}
	return all
}
