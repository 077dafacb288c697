package site

import (
	"html"
	"maps"
	"slices"
	"strings"
	"unicode"

	"rygghandboka/internal/figure"
	"rygghandboka/internal/markdown"
	"rygghandboka/internal/page"
	"rygghandboka/internal/readability"
	"rygghandboka/internal/search"
	"rygghandboka/internal/strict"
)

// Searched returns a page as readers search for it: its text as sentences, below the
// headings that a result can lead to. Boxes are left out, which have pages of their own,
// and so are the numbers of works, and code. It is made anew each time: of many pages, the
// texts would fill the memory.
func (s *Site) Searched(e *Entry) search.Page {
	p := search.Page{Address: strings.TrimSuffix(e.Out, "index.html"), Title: e.Title.Text, Low: e.Unlisted}
	p.Kind, _ = s.Words.Word(e.Lang, "kind-"+string(e.Kind))
	for _, name := range e.OtherNames {
		p.Names = append(p.Names, name.Text)
	}
	r := &reading{critical: e.Critical}
	r.section("", "")
	r.now().Key = true
	r.sentences(e.Summary.Text)
	r.section("", "")
	r.body(e)
	if e.Exercise != nil {
		s.searchedFacts(r, e)
	}
	for _, step := range e.Programme {
		r.section("", "")
		r.sentences(step.Title + ": " + step.Reason)
	}
	for _, name := range slices.Sorted(maps.Keys(e.Labels)) {
		r.sentences(figure.Spoken(e.Labels[name].Text))
	}
	for _, t := range e.Terms {
		s.searchedTerm(r, e, t)
	}
	p.Sections = slices.DeleteFunc(r.sections, func(s search.Section) bool { return s.Heading == "" && len(s.Text) == 0 })
	return p
}

// searchedFacts adds what the box beside an exercise says.
func (s *Site) searchedFacts(r *reading, e *Entry) {
	heading, _ := s.Words.Word(e.Lang, "facts")
	r.section("facts", heading)
	r.now().Key = true
	say := func(key string, values ...string) {
		if label, ok := s.Words.Word(e.Lang, key); ok && len(values) > 0 && values[0] != "" {
			r.now().Text = append(r.now().Text, label+": "+strings.Join(values, ", "))
		}
	}
	var muscles []string
	for _, m := range e.Exercise.Muscles {
		muscles = append(muscles, m.Title)
	}
	say("other-names", textsOf(e.OtherNames)...)
	say("dosage", e.Exercise.Dosage)
	say("position", e.Exercise.Position)
	say("equipment", e.Exercise.Equipment...)
	say("muscles", muscles...)
	say("groups", e.Exercise.Groups...)
}

// searchedTerm adds an entry of a glossary.
func (s *Site) searchedTerm(r *reading, e *Entry, t page.Term) {
	r.section(t.ID.Text, t.Term.Text)
	r.sentences(t.Definition.Text)
	also := textsOf(t.Also)
	if t.Latin.Text != "" {
		also = append(also, t.Latin.Text)
	}
	if label, ok := s.Words.Word(e.Lang, "also"); ok && len(also) > 0 {
		r.now().Text = append(r.now().Text, label+": "+strings.Join(also, ", "))
	}
	r.now().Names = slices.Concat([]string{t.Term.Text}, also, textsOf(t.Forms))
}

// A reading is the text of a page while it is read.
type reading struct {
	sections []search.Section
	critical bool
	block    []byte // the text of the block that is open
	heading  bool   // the block is a heading
	alert    string // the kind of alert that is open
	item     bool   // an item of a list is open
	code     bool   // a block of code is open
	tag      string // the start of a tag that a hole has cut
}

func (r *reading) section(id, heading string) {
	r.sections = append(r.sections, search.Section{ID: id, Heading: heading})
}

// now returns the section that is read.
func (r *reading) now() *search.Section { return &r.sections[len(r.sections)-1] }

// sentences adds text to the section.
func (r *reading) sentences(text string) {
	whole := true
	for s := range readability.Sentences(oneLine(text)) {
		list := &r.now().Text
		if whole {
			*list = append(*list, s.Text)
		} else {
			(*list)[len(*list)-1] += " " + s.Text
		}
		whole = !strings.HasSuffix(s.Text, ":") // what a colon announces belongs to it
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
	n := 0
	for _, piece := range e.Body {
		r.html(piece.HTML)
		if piece.Ref == nil {
			continue
		}
		target := e.Targets[n]
		n++
		switch piece.Ref.Kind {
		case markdown.HeadingStart:
			r.end()
			r.section(target.URL, "")
			r.heading = true
		case markdown.HeadingEnd:
			r.end()
		case markdown.LinkTitle, markdown.Word:
			r.block = append(r.block, target.Text...)
		}
	}
	r.end()
}

// html reads finished HTML.
func (r *reading) html(text string) {
	text = r.tag + text
	r.tag = ""
	for text != "" {
		start := strings.IndexByte(text, '<')
		if start < 0 {
			start = len(text)
		}
		if !r.code {
			r.block = append(r.block, html.UnescapeString(text[:start])...)
		}
		text = text[start:]
		end := strings.IndexByte(text, '>')
		if end < 0 {
			r.tag = text // a hole is in an attribute
			return
		}
		r.element(text[1:end])
		text = text[end+1:]
	}
}

// element reads a start tag or, with a slash before it, an end tag.
func (r *reading) element(tag string) {
	name, attributes, _ := strings.Cut(tag, " ")
	if inline[strings.TrimPrefix(name, "/")] {
		return
	}
	r.end()
	switch name {
	case "div":
		if _, kind, ok := strings.Cut(attributes, "alert alert-"); ok {
			r.alert, _, _ = strings.Cut(kind, `"`)
		}
	case "/div":
		r.alert = ""
	case "li", "/li":
		r.item = name == "li"
	case "pre", "/pre":
		r.code = name == "pre"
	}
}

// levels say how urgent the items of an alert on a critical page are.
var levels = map[string]search.Level{"caution": search.Urgent, "warning": search.Soon, "important": search.Book}

// inline are the elements that do not end a sentence.
var inline = map[string]bool{"a": true, "abbr": true, "b": true, "code": true, "em": true, "i": true, "span": true, "strong": true, "sub": true, "sup": true}

// end ends a block.
func (r *reading) end() {
	text := oneLine(string(r.block))
	r.block = r.block[:0]
	switch {
	case r.heading:
		r.now().Heading, r.heading = text, false
	case text != "":
		r.sentences(text)
		if level := levels[r.alert]; r.critical && r.item && level != search.None {
			r.now().Signs = append(r.now().Signs, search.Sign{Level: level, Text: text})
		}
	}
}

func textsOf(list []strict.String) (out []string) {
	for _, s := range list {
		out = append(out, s.Text)
	}
	return out
}
