package site

import (
	"slices"
	"strings"
	"unicode"

	"rygghandboka/internal/base/strict"
	"rygghandboka/internal/draw/figure"
	"rygghandboka/internal/page"
	"rygghandboka/internal/text/markdown"
	"rygghandboka/internal/text/readability"
	"rygghandboka/internal/text/search"
)

// Searched returns a page as readers search for it: its text as sentences, below the
// headings that a result can lead to. Boxes are left out, which have pages of their own,
// and so are the numbers of works, and code. It is made anew each time from the lines of the
// page: the sentences of many pages would fill the memory.
func (s *Site) Searched(e *Entry) search.Page {
	p := search.Page{Address: strings.TrimSuffix(e.Out, "index.html"), Title: e.Title.Text, Low: e.OffMenu}
	p.Terms = e.Glossary() != nil
	p.Kind, _ = s.Words.Word(e.Lang, "kind-"+string(e.Kind))
	r := &reading{critical: e.Critical}
	r.section("", "")
	r.now().Key = true
	own := e.Parts[0]
	names := texts(own, strict.Name)
	p.Names = slices.Concat(names, texts(own, strict.Form))
	for _, text := range texts(own, strict.Prose)[1:] { // after the title
		r.sentences(text)
	}
	r.section("", "")
	r.body(e)
	if x := e.Exercise(); x != nil {
		s.searchedFacts(r, e, x, names)
	}
	for _, part := range e.Parts[1:] {
		s.searchedPart(r, e, part)
	}
	isEmpty := func(s search.Section) bool { return s.Heading == "" && len(s.Text) == 0 }
	p.Sections = slices.DeleteFunc(r.sections, isEmpty)
	return p
}

// searchedFacts adds what the box beside an exercise contains.
func (s *Site) searchedFacts(r *reading, e *Entry, x *Exercise, names []string) {
	heading, _ := s.Words.Word(e.Lang, "facts")
	r.section("facts", heading)
	r.now().Key = true
	say := func(key string, values ...string) {
		if label, ok := s.Words.Word(e.Lang, key); ok && len(values) > 0 && values[0] != "" {
			r.now().Text = append(r.now().Text, label+": "+strings.Join(values, ", "))
		}
	}
	var muscles []string
	for _, m := range x.Muscles {
		muscles = append(muscles, m.Title)
	}
	say("other-names", names...)
	say("dosage", x.Dosage)
	say("position", x.Position)
	say("equipment", x.Equipment...)
	say("muscles", muscles...)
	say("groups", x.Groups...)
}

// searchedPart adds a part of the front matter below the page's own.
func (s *Site) searchedPart(r *reading, e *Entry, part strict.Part) {
	names, lead := texts(part, strict.Name), ""
	switch detail := e.Detail.(type) {
	case *Changes: // is about pages that are found themselves
		return
	case *Exercise:
		r.section("", "")
	case *Programme:
		r.section("", "")
		lead = detail.lead(part)
	case *Glossary:
		r.term(detail, part)
	}
	for _, text := range texts(part, strict.Prose) {
		r.sentences(lead + text)
		lead = ""
	}
	for _, label := range texts(part, strict.Label) {
		r.sentences(figure.PlainLabel(label))
	}
	also := slices.DeleteFunc(slices.Clone(names), func(name string) bool { return name == r.now().Heading })
	if label, ok := s.Words.Word(e.Lang, "also"); ok && len(also) > 0 {
		r.now().Text = append(r.now().Text, label+": "+strings.Join(also, ", "))
	}
	r.now().Names = slices.Concat(r.now().Names, names, texts(part, strict.Form))
}

// A reading is the text of a page while it is read.
type reading struct {
	sections []search.Section
	critical bool
}

func (r *reading) section(id, heading string) {
	r.sections = append(r.sections, search.Section{ID: id, Heading: heading})
}

// now returns the section that is read.
func (r *reading) now() *search.Section { return &r.sections[len(r.sections)-1] }

// term starts the section of a term.
func (r *reading) term(g *Glossary, part strict.Part) {
	if part.Key == page.TermsField {
		t := g.Terms[part.Index]
		r.section(t.ID.Text, t.Term.Term.Text)
	}
}

// sentences adds text to the section.
func (r *reading) sentences(text string) {
	whole := true
	for _, sentence := range readability.Divide(oneLine(text)) {
		list := &r.now().Text
		if whole {
			*list = append(*list, sentence)
		} else {
			(*list)[len(*list)-1] += " " + sentence
		}
		whole = !strings.HasSuffix(sentence, ":") // what a colon announces belongs to it
	}
}

// oneLine returns text with single spaces, and without characters that only a line break
// needs. Most text is that already.
func oneLine(text string) string {
	strange := func(r rune) bool {
		return r < ' ' || r >= 0x80 && (r == softHyphen || r == wordJoiner || unicode.IsSpace(r))
	}
	if text == strings.Trim(text, " ") && !strings.Contains(text, "  ") && strings.IndexFunc(text, strange) < 0 {
		return text
	}
	return strings.Join(strings.Fields(invisible.Replace(text)), " ")
}

const softHyphen, wordJoiner = '\u00ad', '\u2060'

var invisible = strings.NewReplacer(string(softHyphen), "", string(wordJoiner), "")

// body reads the body of a page.
func (r *reading) body(e *Entry) {
	holes := markdown.TextHoles(e.Body)
	fill := func() string {
		hole := holes[0]
		holes = holes[1:]
		if hole.Kind == markdown.LinkTitle || hole.Kind == markdown.AlertTitle {
			return e.Targets[hole.Place].Text
		}
		return ""
	}
	for _, l := range e.Lines {
		text := l.Fill("", fill)
		switch l.Kind {
		case markdown.HeadingLine:
			r.section(l.ID, oneLine(text))
		case markdown.TextLine:
			from := len(r.now().Text)
			r.sentences(text)
			r.sign(l, text, from)
		}
	}
}

// sign adds a line that is a sign of something urgent: an item of an alert on a critical page.
// Its first sentence in the section is from.
func (r *reading) sign(l markdown.Line, text string, from int) {
	if level := search.LevelOf(l.Alert); r.critical && l.Item && level != search.None {
		sign := search.Sign{Level: level, Text: oneLine(text), From: from, To: len(r.now().Text)}
		r.now().Signs = append(r.now().Signs, sign)
	}
}

// texts returns the texts of a part that have one of the roles and are given.
func texts(part strict.Part, roles ...strict.Role) (out []string) {
	for _, t := range part.In(roles...) {
		if t.Text != "" {
			out = append(out, t.Text)
		}
	}
	return out
}
