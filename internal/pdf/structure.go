package pdf

import (
	"math"
	"slices"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// roles are the types of elements that Chromium uses and PDF 1.7 does not have. Readers
// that know them read more, and others know what they are like.
var roles = types.Dict{
	"Aside": types.Name("Sect"), "Em": types.Name("Span"), "Strong": types.Name("Span"),
}

var (
	headings = []string{"H1", "H2", "H3", "H4", "H5", "H6"}
	// inline are types of elements within a text.
	inline = []string{"Code", "Em", "Link", "Quote", "Reference", "Span", "Strong"}
	// textual are those that are texts themselves.
	textual = append([]string{"P", "Figure", "Formula", "H"}, slices.Concat(inline, headings)...)
	// either are those that have a text, or texts.
	either = []string{"Caption", "LBody", "Lbl", "TD", "TH"}
)

// A structurer makes the structure tree of Chromium one of PDF 1.7. Chromium writes
// /NonStruct for all that has no type: a word, a box of texts, half the page.
type structurer struct {
	paintings []*painting
	boxes     []map[int]box // by page and mark
}

// shown returns what a mark shows.
func (s *structurer) shown(m *mark) shown {
	if found := s.paintings[m.page].shown[m.id]; found != nil {
		return *found
	}
	return shown{}
}

// element puts an element and all that is in it in order.
func (s *structurer) element(e *element) {
	e.kids = slices.DeleteFunc(e.kids, func(k kid) bool { return s.isDecoration(e, k) })
	if e.kind == "Figure" && e.entries["Alt"] == nil && slices.ContainsFunc(e.kids, hasFigure) {
		e.kind = "Div" // a figure of HTML, around a picture and its caption
	}
	switch {
	case e.kind == "LI":
		e.kids = labelled(spliced(e.kids))
	case e.kind == "L" || e.kind == "TR" || e.kind == "Table":
		e.kids = spliced(e.kids)
	case slices.Contains(textual, e.kind) || slices.Contains(either, e.kind) && !slices.ContainsFunc(e.kids, isBlock):
		e.kids = within(e.kids)
	default:
		e.kids = s.blocks(e.kids)
	}
	for _, k := range e.kids {
		if inner, ok := k.(*element); ok {
			s.element(inner)
		}
	}
	e.kids = slices.DeleteFunc(e.kids, isEmpty)
	s.entries(e)
}

// isDecoration reports whether a kid is a mark with neither text nor a figure: a border or
// a background.
func (s *structurer) isDecoration(e *element, k kid) bool {
	m, ok := k.(*mark)
	return ok && !s.shown(m).glyphs && !slices.Contains([]string{"Figure", "Formula", "Lbl"}, e.kind)
}

// entries puts in order what an element says of itself.
func (s *structurer) entries(e *element) {
	if list, ok := e.entries["A"].(types.Array); ok {
		e.entries["A"] = merged(list)
	}
	if e.kind == "L" && len(e.kids) > 0 && e.entries["A"] == nil && s.isNumbered(e) {
		e.entries["A"] = types.Array{types.Dict{"O": types.Name("List"), "ListNumbering": types.Name("Decimal")}}
	}
	if area, ok := s.area(e); ok && e.kind == "Figure" {
		e.entries["A"] = types.Array{types.Dict{"O": types.Name("Layout"), "BBox": area}}
	}
	if e.kind != "Lbl" {
		return
	}
	for _, k := range e.kids {
		if m, ok := k.(*mark); ok && s.shown(m).glyphs {
			return
		}
	}
	e.entries["ActualText"] = textString("•") // the label is a drawn point
}

// area returns where an element is, if it is drawn and on one page.
func (s *structurer) area(e *element) (types.Array, bool) {
	found := nowhere
	page := -1
	for _, k := range e.kids {
		m, ok := k.(*mark)
		if !ok || page >= 0 && m.page != page {
			return nil, false
		}
		page = m.page
		if b, drawn := s.boxes[page][m.id]; drawn {
			found = found.with(b)
		}
	}
	if found.isEmpty() {
		return nil, false
	}
	var out types.Array
	for _, n := range found {
		out = append(out, types.Float(math.Round(n*100)/100))
	}
	return out, true
}

// isNumbered reports whether the first item of a list has a number.
func (s *structurer) isNumbered(list *element) bool {
	item, ok := list.kids[0].(*element)
	if !ok || len(item.kids) == 0 {
		return false
	}
	label, ok := item.kids[0].(*element)
	if !ok || label.kind != "Lbl" {
		return false
	}
	text := strings.TrimSpace(s.textIn(label.kids))
	return text != "" && strings.Trim(text, "0123456789.") == ""
}

// merged returns attributes as one dictionary for each owner, without what is so anyway.
func merged(list types.Array) types.Array {
	var out types.Array
	byOwner := map[types.Object]types.Dict{}
	for _, o := range list {
		dict, ok := o.(types.Dict)
		if !ok {
			return list
		}
		for key, value := range dict {
			// A cell need not name its heads: those say of what they are the heads.
			if key == "O" || key == "Headers" || (key == "RowSpan" || key == "ColSpan") && value == types.Integer(1) {
				continue
			}
			if byOwner[dict["O"]] == nil {
				byOwner[dict["O"]] = types.Dict{"O": dict["O"]}
				out = append(out, byOwner[dict["O"]])
			}
			byOwner[dict["O"]][key] = value
		}
	}
	return out
}

func isNothing(k kid) bool {
	e, ok := k.(*element)
	return ok && e.kind == "NonStruct"
}

// isEmpty reports whether nothing is in an element that could do without.
func isEmpty(k kid) bool {
	e, ok := k.(*element)
	return ok && len(e.kids) == 0 && e.kind != "TD" && e.kind != "TH"
}

func hasFigure(k kid) bool {
	e, ok := k.(*element)
	return ok && (e.kind == "Figure" || slices.ContainsFunc(e.kids, hasFigure))
}

// isBlock reports whether a kid is not part of a text, but a text itself or has some.
func isBlock(k kid) bool {
	e, ok := k.(*element)
	if !ok || slices.Contains(inline, e.kind) {
		return false
	}
	return e.kind != "NonStruct" || slices.ContainsFunc(e.kids, isBlock)
}

// isText reports whether a kid is part of a text and has no parts itself.
func isText(k kid) bool {
	e, ok := k.(*element)
	if !ok || e.kind != "NonStruct" {
		return !isBlock(k)
	}
	return !slices.ContainsFunc(e.kids, func(k kid) bool { _, isMark := k.(*mark); return !isMark })
}

// spliced returns kids with what is in elements without a type in their place.
func spliced(kids []kid) (out []kid) {
	for _, k := range kids {
		if isNothing(k) && k.(*element).entries["Lang"] == nil && slices.ContainsFunc(k.(*element).kids, isBlock) {
			out = append(out, spliced(k.(*element).kids)...)
		} else {
			out = append(out, k)
		}
	}
	return out
}

// labelled returns the kids of a list item as its label and its body.
func labelled(kids []kid) (out []kid) {
	body := &element{kind: "LBody", entries: types.Dict{}}
	for i, k := range kids {
		e, ok := k.(*element)
		if ok && i == 0 && isNothing(k) && isText(k) && slices.ContainsFunc(kids, isBlock) {
			e.kind = "Lbl" // a number that a style sheet generates
		}
		if ok && e.kind == "Lbl" {
			out = append(out, k)
		} else {
			body.kids = append(body.kids, k)
		}
	}
	return append(out, body)
}

// within returns the kids of a text: those without a type are nothing but what is in them,
// or in another language.
func within(kids []kid) (out []kid) {
	for _, k := range kids {
		switch {
		case !isNothing(k):
			out = append(out, k)
		case k.(*element).entries["Lang"] != nil:
			k.(*element).kind = "Span"
			out = append(out, k)
		default:
			out = append(out, within(k.(*element).kids)...)
		}
	}
	return out
}

// blocks returns the kids of a box of texts, so that each is a text or a box.
func (s *structurer) blocks(kids []kid) (out []kid) {
	var text []kid
	end := func() {
		if strings.TrimSpace(s.textIn(text)) != "" {
			out = append(out, &element{kind: "P", entries: types.Dict{}, kids: text})
		}
		text = nil
	}
	loose := slices.ContainsFunc(kids, func(k kid) bool {
		return isText(k) && strings.TrimSpace(s.textIn([]kid{k})) != ""
	})
	for _, k := range kids {
		if isText(k) || loose && !isBlock(k) {
			text = append(text, k)
			continue
		}
		end()
		e := k.(*element)
		switch {
		case e.kind != "NonStruct":
			out = append(out, e)
		case !isBlock(e) && slices.ContainsFunc(e.kids, isText):
			e.kind = "P"
			out = append(out, e)
		case e.entries["Lang"] != nil:
			e.kind = "Div"
			out = append(out, e)
		default:
			out = append(out, s.blocks(e.kids)...)
		}
	}
	end()
	return out
}

// textIn returns the text of elements, that of figures being their alternatives.
func (s *structurer) textIn(kids []kid) (text string) {
	for _, k := range kids {
		switch v := k.(type) {
		case *mark:
			text += s.shown(v).text
		case *element:
			if alt := v.entries["Alt"]; alt != nil {
				text += " " + (&document{}).textOf(alt) + " "
			} else {
				text += s.textIn(v.kids)
			}
		}
	}
	return text
}

// level gives headings levels without gaps: each is one below the one that it is under.
func level(e *element, open *[]string) {
	if slices.Contains(headings, e.kind) {
		for len(*open) > 0 && (*open)[len(*open)-1] >= e.kind {
			*open = (*open)[:len(*open)-1]
		}
		*open = append(*open, e.kind)
		e.kind = headings[len(*open)-1]
	}
	for _, k := range e.kids {
		if inner, ok := k.(*element); ok {
			level(inner, open)
		}
	}
}
