package build

import (
	"cmp"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"rygghandboka/internal/base/strict"
	"rygghandboka/internal/page"
	"rygghandboka/internal/source"
)

var (
	fence    = regexp.MustCompile("(?s)```+.*?```+")
	flagLine = regexp.MustCompile(`(?m)^(?:> )?- (?:\{#[a-z-]+\} )?.*\n(?:(?:> )?  .*\n)*`)
	stepLine = regexp.MustCompile(`(?m)^[0-9]+\. .*\n(?:   .*\n)*`)
	cite     = regexp.MustCompile(`\s?\[@[^\]]*\]`)
	tel      = regexp.MustCompile(`\[([^\]]*)\]\(tel:([0-9]+)\)`)
	hidden   = regexp.MustCompile(strings.Join([]string{
		"(?s)```.*?```",
		`\[@[^\]]*\]`,
		`\{#[^}]*\}`,
		`\]\([^)]*\)`,
		`\[\[[^\]|]*`,
		"`[^`]*`",
		`https?://\S*`,
	}, "|"))
	digits = regexp.MustCompile(`[0-9]+`)
	unit   = regexp.MustCompile(`[0-9]\s?(` +
		`sekunder|minutter|timer|dager|uker|måneder|år|kg|cm|%|` +
		`seconds|minutes|hours|days|weeks|months|years)\b`)
	often = regexp.MustCompile(`\b(?:a|per|every|i|om|hver|over) (uka|uke|dagen|dag|week|day)\b`)
	deny  = map[string]*regexp.Regexp{
		"no": regexp.MustCompile(`(?i)\b(ikke|aldri|ingen|uten)\b ?`),
		"en": regexp.MustCompile(`(?i)\b(not|never|no|without)\b ?`),
	}
)

// swapped is each unit's next.
var swapped = map[string]string{
	"sekunder": "minutter",
	"minutter": "timer",
	"timer":    "dager",
	"dager":    "uker",
	"uker":     "måneder",
	"måneder":  "år",
	"år":       "måneder",
	"seconds":  "minutes",
	"minutes":  "hours",
	"hours":    "days",
	"days":     "weeks",
	"weeks":    "months",
	"months":   "years",
	"years":    "months",
	"uka":      "måneden",
	"uke":      "måned",
	"dagen":    "uka",
	"dag":      "uke",
	"week":     "month",
	"day":      "week",
	"kg":       "g",
	"cm":       "mm",
	"%":        "‰",
}

// mutations returns every mistake, in the order of the files.
func (l *lab) mutations() (all []mutation) {
	for _, file := range slices.Sorted(maps.Keys(l.texts)) {
		s := l.specimen(file)
		all = slices.Concat(all, s.flags(), s.wholes(), s.telephones(), s.numbers(), s.units(), s.anyNegations(),
			s.turned("opposite", opposites), s.turned("position", positions), s.untranslated(l.twin(file)))
	}
	return all
}

// A specimen is a file in which mistakes are made.
type specimen struct {
	file string
	text string
	seen string            // the text, with spaces for what no reader sees
	body int               // where the front matter ends
	code [][]int           // examples of the authors' guide, in which none are made
	deny *regexp.Regexp    // the denials of its language
	isIn func(at int) bool // reports whether an offset is in the body or in translated front matter
}

func (l *lab) specimen(file string) specimen {
	text := string(l.texts[file])
	in, _ := page.LangOf(file)
	body := strings.Index(text, "\n---\n") + len("\n---\n")
	spoken := l.spoken(file)
	return specimen{
		file: file,
		text: text,
		seen: hidden.ReplaceAllStringFunc(text, func(s string) string { return strings.Repeat(" ", len(s)) }),
		body: body,
		code: fence.FindAllStringIndex(text, -1),
		deny: deny[string(in)],
		isIn: func(at int) bool { return at >= body || spoken(at) },
	}
}

// replace returns the mutation that replaces the text from a place to another, unless
// that is in an example.
func (s specimen) replace(kind string, from, to int, by string) []mutation {
	if slices.ContainsFunc(s.code, func(m []int) bool { return m[0] <= from && from < m[1] }) {
		return nil
	}
	return []mutation{{kind, s.file, from, s.text[from:to], by}}
}

// flagMark is what an item of a list begins with.
var flagMark = regexp.MustCompile(`^(> )?- (\{#[a-z-]+\} )?`)

// flags returns the mutations of items that have an id, or are in an alert.
func (s specimen) flags() (all []mutation) {
	flags := flagLine.FindAllStringIndex(s.text, -1)
	for i, m := range flags {
		line := s.text[m[0]:m[1]]
		if !strings.Contains(line, "{#") && !strings.HasPrefix(line, "> ") {
			continue
		}
		empty := strings.TrimRight(flagMark.FindString(line), " ") + "\n"
		all = append(all, s.replace("flag removed", m[0], m[1], "")...)
		all = append(all, s.replace("flag emptied", m[0], m[1], empty)...)
		if i+1 < len(flags) && flags[i+1][0] == m[1] {
			end := flags[i+1][1]
			all = append(all, s.replace("flags swapped", m[0], end, s.text[m[1]:end]+line)...)
		}
		for _, d := range s.deny.FindAllStringIndex(line, -1) {
			all = append(all, s.replace("negation", m[0]+d[0], m[0]+d[1], "")...)
		}
	}
	return all
}

// wholes returns the mutations that remove a step or a citation.
func (s specimen) wholes() (all []mutation) {
	for _, m := range stepLine.FindAllStringIndex(s.text, -1) {
		all = append(all, s.replace("step", m[0], m[1], "")...)
	}
	for _, m := range cite.FindAllStringIndex(s.text, -1) {
		all = append(all, s.replace("citation", m[0], m[1], "")...)
	}
	return all
}

func (s specimen) telephones() (all []mutation) {
	for _, m := range tel.FindAllStringSubmatchIndex(s.text, -1) {
		number := s.text[m[4]:m[5]]
		last := number[len(number)-1]
		wrong := number[:len(number)-1] + string('0'+(last-'0'+1)%10)
		all = append(all, s.replace("telephone", m[0], m[1], "["+wrong+"](tel:"+wrong+")")...)
	}
	return all
}

// numbers returns the mutations of the last digits of numbers.
func (s specimen) numbers() (all []mutation) {
	for _, m := range digits.FindAllStringIndex(s.seen, -1) {
		if !s.isIn(m[0]) || s.numbersStep(m[0], m[1]) {
			continue
		}
		last := m[1] - 1
		n, _ := strconv.Atoi(s.text[last:m[1]])
		all = append(all, s.replace("number", last, m[1], strconv.Itoa((n+1)%10))...)
	}
	return all
}

// numbersStep reports whether a number is that of a step, which Markdown counts itself.
func (s specimen) numbersStep(from, to int) bool {
	lineStart := strings.LastIndexByte(s.text[:from], '\n') + 1
	return lineStart == from && strings.HasPrefix(s.text[to:], ". ") && stepLine.MatchString(s.text[lineStart:])
}

// units returns the mutations of units, and of how often something is to be done.
func (s specimen) units() (all []mutation) {
	for _, m := range unit.FindAllStringSubmatchIndex(s.seen, -1) {
		if s.isIn(m[0]) {
			next := cmp.Or(swapped[s.text[m[2]:m[3]]], "kg")
			all = append(all, s.replace("unit", m[2], m[3], next)...)
		}
	}
	for _, m := range often.FindAllStringSubmatchIndex(s.seen, -1) {
		if s.isIn(m[0]) {
			all = append(all, s.replace("how often", m[2], m[3], swapped[s.text[m[2]:m[3]]])...)
		}
	}
	return all
}

func (s specimen) anyNegations() (all []mutation) {
	for _, m := range s.deny.FindAllStringIndex(s.seen, -1) {
		if m[0] >= s.body {
			all = append(all, s.replace("any negation", m[0], m[1], "")...)
		}
	}
	return all
}

// spoken returns a function that reports whether an offset of the front matter of a file
// is in a text that agrees in all languages.
func (l *lab) spoken(file string) func(at int) bool {
	pages, _ := l.build.parse([]source.File{l.master[file]}, l.table, l.hyphenation, Options{})
	var texts []strict.Text
	for _, part := range pages[0].Parts {
		texts = append(texts, part.In(strict.Prose, strict.Label)...)
	}
	return func(at int) bool {
		return slices.ContainsFunc(texts, func(s strict.Text) bool {
			return s.Offset <= at && at < s.Offset+len(s.Text)
		})
	}
}
