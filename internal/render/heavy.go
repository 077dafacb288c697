package render

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"rygghandboka/internal/base/public"
	"rygghandboka/internal/site"
	"rygghandboka/internal/text/markdown"
)

// A portion is a part of a page that takes space.
type portion struct {
	name  string // with its verb: "the table below #signs takes"
	bytes int
	at    int // its offset in the Markdown file
}

// longest is how many portions an author is told of.
const longest = 3

// heavy returns what takes the most space on a page, for an author who has to shorten it.
func heavy(e *site.Entry) public.Heavy {
	list := portions(e)
	list = slices.DeleteFunc(list, func(p portion) bool { return p.bytes < 100 })
	if len(list) == 0 {
		return public.Heavy{}
	}
	slices.SortStableFunc(list, func(a, b portion) int { return cmp.Compare(b.bytes, a.bytes) })
	var names []string
	for _, p := range list[:min(longest, len(list))] {
		names = append(names, fmt.Sprintf("%s %.1f kB", p.name, float64(p.bytes)/1000))
	}
	return public.Heavy{At: list[0].at, What: strings.Join(names, ", ")}
}

// portions returns all portions of a page: those of its body, and what is added to it.
func portions(e *site.Entry) []portion {
	title := e.Title.Offset
	list := append(bodyPortions(e),
		portion{fmt.Sprintf("the %d works that it cites take", len(e.References)), sourceBytes(e), title},
		portion{"the definitions of terms take", termBytes(e), title},
		portion{"what it lists takes", e.Listed(), title},
	)
	return list
}

// bodyPortions returns the text, the tables and the boxes of each section.
func bodyPortions(e *site.Entry) []portion {
	b := bodyReader{entry: e}
	b.section("before the first heading", "", e.Title.Offset)
	hole := 0
	for _, piece := range e.Body {
		b.read(piece.HTML)
		if piece.Ref == nil {
			continue
		}
		switch r := piece.Ref; {
		case r.Kind == markdown.Embed && e.Targets[hole].Embed != nil:
			box := size(e.Targets[hole].Embed.Body)
			b.list = append(b.list, portion{"the box [[" + r.Key + "]] takes", box, r.Offset})
		case r.Kind == markdown.HeadingStart && r.Level == 2:
			b.section("below #"+r.Key, r.Key, r.Offset)
		}
		hole++
	}
	return b.list
}

// A bodyReader measures the body of a page.
type bodyReader struct {
	entry   *site.Entry
	list    []portion // in each section its text is followed by its tables
	text    int       // the index of that text
	inTable bool
}

// section starts a section.
func (b *bodyReader) section(where, id string, at int) {
	b.text = len(b.list)
	b.list = append(b.list,
		portion{name: "the text " + where + " takes", at: at},
		portion{name: "the table " + where + " takes", at: b.tableIn(id, at)},
	)
}

// tableIn returns the offset of the first table in a section, or another if it has none.
func (b *bodyReader) tableIn(id string, other int) int {
	for _, s := range b.entry.Sections {
		for _, block := range s.Blocks {
			if _, isRow := block.Kind.(markdown.RowBlock); isRow && s.ID == id {
				return block.Offset
			}
		}
	}
	return other
}

// read measures a piece of HTML. Tables may be divided between pieces.
func (b *bodyReader) read(html string) {
	for html != "" {
		mark, to := "<table", b.text
		if b.inTable {
			mark, to = "</table>", b.text+1
		}
		before, after, found := strings.Cut(html, mark)
		b.list[to].bytes += len(before)
		if html = after; found {
			b.inTable = !b.inTable
		}
	}
}

func boxBytes(e *site.Entry) (n int) {
	for _, t := range e.Targets {
		if t.Embed != nil {
			n += size(t.Embed.Body)
		}
	}
	return n
}

func sourceBytes(e *site.Entry) (n int) {
	for _, r := range e.References {
		n += len(r.Work.Text) + 100*len(r.Places)
	}
	return n
}

func termBytes(e *site.Entry) (n int) {
	hole := 0
	for _, piece := range e.Body {
		if piece.Ref == nil {
			continue
		}
		if piece.Ref.Kind == markdown.TermStart {
			n += len(e.Targets[hole].Text)
		}
		hole++
	}
	return n
}
