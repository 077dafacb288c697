package pdf

import (
	"slices"
	"strings"
	"unicode"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// A table is the texts of the cells of each of its rows.
type table [][]string

// complete adds to the tables in an element the cells that are empty. It takes from tables
// those that it finds; others may be hidden on paper.
func (s *structurer) complete(e *element, tables []table) []table {
	if e.kind == "Table" {
		rows := s.rows(e)
		for i, t := range tables {
			if s.fits(rows, t) {
				s.fill(e, rows, t)
				return tables[i+1:]
			}
		}
		return tables
	}
	for _, k := range e.kids {
		if inner, ok := k.(*element); ok {
			tables = s.complete(inner, tables)
		}
	}
	return tables
}

// rows returns the rows of a table.
func (s *structurer) rows(e *element) (rows []*element) {
	for _, k := range e.kids {
		switch inner, ok := k.(*element); {
		case !ok:
		case inner.kind == "TR":
			rows = append(rows, inner)
		default:
			rows = append(rows, s.rows(inner)...)
		}
	}
	return rows
}

// fits reports whether the rows have the texts of a table, in its order.
func (s *structurer) fits(rows []*element, t table) bool {
	var have, want []string
	for _, r := range rows {
		for _, cell := range r.kids {
			have = append(have, letters(s.textIn([]kid{cell})))
		}
	}
	for _, row := range t {
		for _, text := range row {
			want = append(want, letters(text))
		}
	}
	isEmpty := func(text string) bool { return text == "" }
	return slices.Equal(slices.DeleteFunc(have, isEmpty), slices.DeleteFunc(want, isEmpty))
}

// letters returns a text without what may be different on paper.
func letters(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, text)
}

// fill puts the cells of rows where they are in a table, and empty ones between.
func (s *structurer) fill(e *element, rows []*element, t table) {
	var cells []kid
	for _, r := range rows {
		for _, cell := range r.kids {
			if letters(s.textIn([]kid{cell})) != "" {
				cells = append(cells, cell)
			}
		}
	}
	for i, texts := range t {
		var row []kid
		for _, text := range texts {
			if letters(text) == "" {
				row = append(row, &element{kind: "TD", entries: types.Dict{}})
			} else {
				row = append(row, cells[0])
				cells = cells[1:]
			}
		}
		if i < len(rows) {
			rows[i].kids = row
		} else {
			e.kids = append(e.kids, &element{kind: "TR", entries: types.Dict{}, kids: row})
		}
	}
}
