package page

import (
	"bytes"
	"cmp"
	"hash/maphash"
	"slices"
	"strconv"
	"unicode"
	"unicode/utf8"

	"rygghandboka/internal/base/strict"
	"rygghandboka/internal/text/fact"
	"rygghandboka/internal/text/markdown"
)

// A passage is a part of the front matter as a translation has it too.
type passage struct {
	block markdown.Block
	about []strict.Text // what the texts are about, which is only confirmed
	texts []strict.Text // whose facts are compared
	more  []strict.Text // that are only confirmed: names differ
}

// all returns the texts that are confirmed.
func (p passage) all() []strict.Text { return slices.Concat(p.about, p.texts, p.more) }

// A part about something that it does not name in its texts knows what: what has been
// confirmed is not confirmed of something else.
type about interface{ about() strict.Text }

// A compared part of the front matter knows which section of the page it belongs to, and
// which block it is there.
type compared interface {
	block() (section string, b markdown.Block)
}

// passages returns the parts of the front matter that belong to a section: a term of a
// glossary to its own, and everything else to the one before the first heading.
func (p *Page) passages(id string) (list []passage) {
	for _, part := range p.Parts {
		section, block := p.blockOf(part)
		if section != id {
			continue
		}
		passage := passage{block: block, texts: part.In(strict.Prose, strict.Label), more: names(part)}
		if part.IsWhole() {
			kind := strict.Text{Text: block.Kind.String(), Offset: p.Title.Offset}
			passage.more = append([]strict.Text{kind}, passage.more...)
		}
		if v, ok := part.Value.(about); ok {
			passage.about = []strict.Text{v.about()}
		}
		list = append(list, passage)
	}
	return list
}

// blockOf returns the section and the block that a part of the front matter is.
func (p *Page) blockOf(part strict.Part) (section string, b markdown.Block) {
	if part.IsWhole() {
		return "", markdown.Block{Kind: p.pageBlock(), Offset: p.Title.Offset}
	}
	if v, ok := part.Value.(compared); ok {
		return v.block()
	}
	return "", anyBlock(part)
}

// anyBlock is the block of a part that does not state its kind. It is critical, since
// nothing states that it is not.
func anyBlock(part strict.Part) markdown.Block {
	b := markdown.Block{Kind: markdown.SimpleBlock(part.Key), ID: part.Entry, Critical: true}
	for _, f := range part.Fields {
		if f.Role == strict.Label {
			b.Kind = markdown.LabelBlock
		}
		for _, t := range f.Texts {
			b.Offset = cmp.Or(b.Offset, t.Offset)
		}
	}
	return b
}

// names returns the names in a part, those that come alone before those in lists: what
// has been confirmed has them in this order.
func names(part strict.Part) (list []strict.Text) {
	for _, lists := range []bool{false, true} {
		for _, f := range part.Fields {
			if f.Role == strict.Name && f.List == lists {
				list = append(list, f.All()...)
			}
		}
	}
	return list
}

// A pageBlock is what a page is in all languages. Its String is in the lock.
type pageBlock struct {
	Kind     Kind
	Order    int
	OffMenu  bool
	Foot     bool
	Critical bool
}

func (p *Page) pageBlock() pageBlock {
	return pageBlock{p.Kind, p.Order, p.OffMenu, p.Foot, p.Critical}
}

func (b pageBlock) String() string {
	text := "page of kind " + string(b.Kind)
	if b.Order > 0 {
		text += ", order " + strconv.Itoa(b.Order)
	}
	if b.OffMenu {
		text += ", off-menu"
	}
	if b.Foot {
		text += ", foot"
	}
	if b.Critical {
		text += ", critical"
	}
	return text
}

// translatable adds the front matter to the sections, so that a translation is
// compared with the whole page. The terms of a glossary are sections.
func (p *Page) translatable(md *markdown.Converter, src []byte) {
	if len(p.Sections) == 0 { // the body cannot be shown
		return
	}
	if g, ok := p.Own.(interface{ sections() []markdown.Section }); ok {
		p.Sections = append(p.Sections, g.sections()...)
	}
	var normal []byte
	for i := range p.Sections {
		s := &p.Sections[i]
		var front []markdown.Block
		for _, passage := range p.passages(s.ID) {
			b := passage.block
			b.End = b.Offset
			for _, t := range passage.texts {
				b.End = max(b.End, t.Offset+len(t.Text))
				b.Facts = append(b.Facts, facts(md, t)...)
			}
			front = append(front, b)
		}
		s.Blocks = append(front, s.Blocks...)
		if p.Kind.Traits().isCritical(s.ID) {
			markCritical(s.Blocks)
		}
		normal = p.appendNormal(normal[:0], s, src)
		s.Sum = Sum(normal)
	}
}

func markCritical(blocks []markdown.Block) {
	for i := range blocks {
		blocks[i].Critical = true
	}
}

func facts(md *markdown.Converter, t strict.Text) []fact.Fact {
	list := md.Facts(t.Text)
	for i := range list {
		list[i].Offset += int32(t.Offset)
	}
	return list
}

// A Word is one word of a section, with its markup, and where it is.
type Word struct {
	Text   string
	Offset int
}

// Normal returns the source of a section as words between single spaces: what
// changes when somebody changes its words, and not when a line is wrapped.
func (p *Page) Normal(s *markdown.Section, src []byte) []byte {
	return p.appendNormal(nil, s, src)
}

func (p *Page) appendNormal(to []byte, s *markdown.Section, src []byte) []byte {
	for _, passage := range p.passages(s.ID) {
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
	for _, passage := range p.passages(s.ID) {
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
