package translation

import (
	"strings"
	"testing"
)

// A page and its translation must agree in what is compared, and nothing else. Each case
// is the body of the two, and the message of the problem that there is, if any.
var parityCases = []struct{ name, no, en, want string }{
	{"words", "Gå en tur.", "Take a walk outside.", ""},
	{"number", "Gå 5 turer.", "Take 6 walks.", `the number "6" here, but "5" in the other language`},
	{"number in words", "Gå fire turer.", "Take 4 walks.", ""},
	{"number missing", "Gå 5 turer.", "Take walks.", `the number "5" is missing here`},
	{"number added", "Gå turer.", "Take 5 walks.", `the number "5" is only here`},
	{"number twice", "Gå 5 og 5 turer.", "Take 5 walks.", `the number "5" is missing here`},
	{"order of numbers", "Gå 5 eller 6 turer.", "Take 6 or 5 walks.", ""},
	{"unit", "Hold i 5 sekunder.", "Hold for 5 seconds.", ""},
	{"other unit", "Hold i 5 sekunder.", "Hold for 5 minutes.",
		`the number "5 minute" here, but "5 second" in the other language`},
	{"decimal", "Løft 2,5 sekunder.", "Lift 2.5 seconds.", ""},

	{"negation in prose", "Ikke vent.", "Wait.", ""},
	{"negation in a step", "1. Ikke vent.", "1. Wait.", "a negation is missing here"},
	{"negation in a critical item", "- {#a} Vent.", "- {#a} Do not wait.", "a negation is only here"},
	{"negation in an alert", "> [!WARNING]\n> Ikke vent.", "> [!WARNING]\n> Wait.", "a negation is missing here"},
	{"negation in a row with numbers", "| a |\n|---|\n| ikke 5 |", "| a |\n|---|\n| 5 |", "a negation is missing here"},

	{"alert", "> [!WARNING]\n> Ring.", "> [!CAUTION]\n> Call.",
		"alert [!CAUTION] here, but alert [!WARNING] in the other language"},
	{"alert lost", "> [!WARNING]\n> Ring.", "Call.", "text here, but alert [!WARNING] in the other language"},
	{"step lost", "1. Pust.\n2. Slapp av.", "1. Breathe.", "end of the section here, but step in the other language"},
	{"step added", "1. Pust.", "1. Breathe.\n2. Relax.", "step here, but end of the section in the other language"},
	{"step or item", "1. Pust.", "- Breathe.", "list item here, but step in the other language"},
	{"id of an item", "- {#a} Pust.", "- {#b} Breathe.",
		"list item (#b) here, but list item (#a) in the other language"},
	{"columns", "| a | b |\n|---|---|\n| c | d |", "| a |\n|---|\n| c |",
		"table row of 1 cells here, but table row of 2 cells in the other language"},
	{"level of a heading", "## A {#a}\n\n### B {#b}\n\n### C {#c}", "## A {#a}\n\n### B {#b}\n\n#### C {#c}",
		"heading of level 4 (#c) here, but heading of level 3 (#c) in the other language"},
	{"box", "![[red-flags]]", "![[pain]]", "box [[pain]] here, but box [[red-flags]] in the other language"},
	{"paragraphs", "En.\n\nTo ord.", "One line.", ""},

	{"citation", "Det hjelper [@a-2000].", "It helps [@b-2000].",
		`the citation "b-2000" here, but "a-2000" in the other language`},
	{"locator", "Det hjelper [@a-2000, s. 4].", "It helps [@a-2000, p. 5].",
		`the citation "a-2000, 5" here, but "a-2000, 4" in the other language`},
	{"same locator", "Det hjelper [@a-2000, s. 4].", "It helps [@a-2000, p. 4].", ""},
	{"telephone", "[Ring](tel:113).", "[Call](tel:112).",
		`the telephone number "112" here, but "113" in the other language`},
	{"telephone lost", "[Ring](tel:113).", "Call.", `the telephone number "113" is missing here`},
	{"link", "Se [[bridge]].", "See [[plank]].", `the link "plank" here, but "bridge" in the other language`},
	{"way of writing a link", "Se [broen](../exercises/bridge.md).", "See [[bridge]].", ""},

	{"section lost", "## Fot {#foot}\n\nFot.", "", "the section #foot is missing here"},
	{"section added", "", "## Foot {#foot}\n\nFoot.", "the section #foot is only here"},
	{"order of sections", "## A {#a}\n\n## B {#b}", "## B {#b}\n\n## A {#a}",
		"the sections are in another order: #b here, but #a in the other language"},
}

func TestParity(t *testing.T) {
	for _, c := range parityCases {
		no, en := parse(t, "no", "index", front+c.no), parse(t, "en", "index", front+c.en)
		var got []string
		for _, p := range compare(pair{a: no, b: en}, target{whole: true}).probs {
			got = append(got, p.Message)
		}
		if messages := strings.Join(got, "\n"); messages != c.want {
			t.Errorf("%s: got %q, want %q", c.name, messages, c.want)
		}
	}
}

// Whatever differs is no problem if the author has stated it, and only then and there.
func TestDiffers(t *testing.T) {
	const no = "## A {#a}\n\nGå 5 turer, hold i 5 sekunder.\n\n## B {#b}\n\nGå 5 turer."
	const en = "## A {#a}\n\nTake 6 walks, hold for 5 seconds.\n\n## B {#b}\n\nTake 5 walks."
	for _, c := range []struct{ differs, want string }{
		{"{section: a, what: numbers, reason: r}", ""},
		{"{section: b, what: numbers, reason: r}",
			"the number \"6\" here, but \"5\" in the other language\n" +
				"no other language differs in the numbers of #b"},
		{"{section: a, what: numbers, reason: r}, {section: a, what: numbers, reason: q}",
			"this difference is listed twice"},
		{"{section: a, what: numbers, reason: r}, {section: a, what: links, reason: r}",
			"no other language differs in the links of #a"},
		{"{section: a, what: numbers, reason: r}, {section: c, what: links, reason: r}",
			`no section has the id "c"`},
		{"{section: a, what: numbers, reason: r}, {section: a, what: words, reason: r}",
			`"words" cannot differ`},
		{"{section: a, what: structure, reason: r}",
			"the number \"6\" here, but \"5\" in the other language\n" +
				"no other language differs in the structure of #a"},
	} {
		var messages []string
		s := subject(t, nil,
			parse(t, "no", "index", strings.Replace(front, "---\n\n", "differs: ["+c.differs+"]\n---\n\n", 1)+no),
			parse(t, "en", "index", front+en))
		_, probs := Check(s)
		for _, p := range probs {
			if p.File != LockPath {
				messages = append(messages, p.Message)
			}
		}
		if got := strings.Join(messages, "\n"); got != c.want {
			t.Errorf("%s: got %q, want %q", c.differs, got, c.want)
		}
	}
}
