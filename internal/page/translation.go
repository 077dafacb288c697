package page

import (
	"bytes"
	"hash/maphash"
	"maps"
	"slices"
	"strconv"
	"unicode"
	"unicode/utf8"

	"rygghandboka/internal/fact"
	"rygghandboka/internal/markdown"
	"rygghandboka/internal/strict"
)

// A Difference is one that the author means: the text says something else here
// than in the other language.
type Difference struct {
	Section strict.String `yaml:"section,optional" doc:"the id of the heading; left out for the part before the first"`
	What    strict.String `yaml:"what" doc:"numbers, links and so on: translation.Kinds"`
	Reason  strict.String `yaml:"reason"`
}

// A passage is a text of the front matter that a translation has too.
type passage struct {
	block markdown.Block
	texts []strict.String // whose facts are compared
	more  []strict.String // that are only confirmed: names differ
}

// all returns the texts that are confirmed.
func (p passage) all() []strict.String { return append(slices.Clone(p.texts), p.more...) }

// passages returns the texts of the front matter that belong to a section: to the
// part before the first heading what the page says of itself, and to each term
// of a glossary its own.
func (p *Page) passages(id string) (list []passage) {
	if id != "" {
		t := p.Term(id)
		return []passage{{markdown.Block{Kind: "definition", ID: id, Offset: t.ID.Offset}, []strict.String{t.Definition}, append([]strict.String{t.Term, t.Latin}, t.Also...)}}
	}
	list = append(list, passage{
		markdown.Block{Kind: p.sort(), Offset: p.Title.Offset},
		[]strict.String{p.Title, p.Summary},
		append([]strict.String{{Text: p.sort(), Offset: p.Title.Offset}}, p.OtherNames...),
	})
	for _, name := range slices.Sorted(maps.Keys(p.Labels)) {
		l := p.Labels[name]
		list = append(list, passage{markdown.Block{Kind: "label", ID: name, Critical: true, Offset: l.Offset}, []strict.String{l}, nil})
	}
	for _, c := range p.Changes {
		list = append(list, passage{markdown.Block{Kind: c.sort(), Offset: c.What.Offset}, []strict.String{c.What}, nil})
	}
	for _, s := range p.Steps {
		list = append(list, passage{markdown.Block{Kind: "step", ID: s.Exercise.Text, Critical: true, Offset: s.Exercise.Offset}, []strict.String{s.Reason}, nil})
	}
	return list
}

// sort names what a page is in all languages.
func (p *Page) sort() string {
	kind := "page of kind " + string(p.Kind)
	if p.Order > 0 {
		kind += ", order " + strconv.Itoa(p.Order)
	}
	if p.Unlisted {
		kind += ", unlisted"
	}
	if p.Critical {
		kind += ", critical"
	}
	return kind
}

// translatable adds the front matter to the sections, so that a translation is
// compared with the whole page. The terms of a glossary are sections.
func (p *Page) translatable(md *markdown.Converter, src []byte) {
	if len(p.Sections) == 0 { // the body cannot be shown
		return
	}
	for _, t := range p.Terms {
		p.Sections = append(p.Sections, markdown.Section{ID: t.ID.Text})
	}
	var normal []byte
	for i := range p.Sections {
		s := &p.Sections[i]
		var front []markdown.Block
		for _, passage := range p.front(s) {
			b := passage.block
			b.End = b.Offset
			for _, t := range passage.texts {
				b.End = max(b.End, t.Offset+len(t.Text))
				b.Facts = append(b.Facts, facts(md, t)...)
			}
			front = append(front, b)
		}
		s.Blocks = append(front, s.Blocks...)
		normal = p.appendNormal(normal[:0], s, src)
		s.Sum = Sum(normal)
	}
}

// front returns what of the front matter belongs to a section.
func (p *Page) front(s *markdown.Section) []passage {
	if s.ID == "" || p.Term(s.ID) != nil {
		return p.passages(s.ID)
	}
	return nil
}

func facts(md *markdown.Converter, t strict.String) []fact.Fact {
	list := md.Facts(t.Text)
	for i := range list {
		list[i].Offset += int32(t.Offset)
	}
	return list
}

// A Word is one word of a section, with its markup, and where it stands.
type Word struct {
	Text   string
	Offset int
}

// Normal returns the source of a section as words between single spaces: what
// changes when somebody changes what it says, and not when a line is wrapped.
func (p *Page) Normal(s *markdown.Section, src []byte) []byte {
	return p.appendNormal(nil, s, src)
}

func (p *Page) appendNormal(to []byte, s *markdown.Section, src []byte) []byte {
	for _, passage := range p.front(s) {
		for _, t := range passage.all() {
			to = appendSpaced(to, []byte(t.Text))
		}
	}
	return bytes.TrimSuffix(appendSpaced(to, src[s.Start:s.End]), []byte(" "))
}

// appendSpaced appends the words of a text, with a space after each.
func appendSpaced(to, text []byte) []byte {
	for word := range bytes.FieldsSeq(text) {
		to = append(append(to, word...), ' ')
	}
	return to
}

// Words returns the words of a section, those of the front matter first.
func (p *Page) Words(s *markdown.Section, src []byte) (words []Word) {
	for _, passage := range p.front(s) {
		for _, t := range passage.all() {
			words = appendWords(words, []byte(t.Text), t.Offset)
		}
	}
	return appendWords(words, src[s.Start:s.End], s.Start)
}

func appendWords(words []Word, text []byte, offset int) []Word {
	for at := 0; at < len(text); {
		n := bytes.IndexFunc(text[at:], unicode.IsSpace)
		if n < 0 {
			n = len(text) - at
		}
		if n > 0 {
			words = append(words, Word{string(text[at : at+n]), offset + at})
		}
		_, space := utf8.DecodeRune(text[at+n:])
		at += n + max(1, space)
	}
	return words
}

// seed is that of the sums of one run of the program, which are never written.
var seed = maphash.MakeSeed()

// Sum returns the sum of a section's normal text.
func Sum(normal []byte) markdown.Sum { return markdown.Sum(maphash.Bytes(seed, normal)) }
