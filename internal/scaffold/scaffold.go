// Package scaffold writes the files of a new page: what every page of its kind
// has, with … in the place of what the author must write.
//
//	---
//	kind: exercise
//	title: Wall sit
//	summary: …
//	unlisted: true
//	---
//	…
//
//	## Starting position {#start}
//
//	…
//
// It knows no kind and no language: it follows what the pages of the same kind in
// the same language have in common. The result builds, with a warning wherever …
// stands, and is in no menu.
package scaffold

import (
	"fmt"
	"slices"
	"strings"

	"rygghandboka/internal/exercise"
	"rygghandboka/internal/markdown"
	"rygghandboka/internal/page"
	"rygghandboka/internal/strict"
)

// Title makes a title of a key: wall-sit is "Wall sit".
func Title(key string) string {
	title := strings.ReplaceAll(key, "-", " ")
	return strings.ToUpper(title[:1]) + title[1:]
}

// Page returns the text of a page named name, with what pages of one kind have in
// common. There is at least one.
func Page(pages []*page.Page, name string) string {
	like := pages[0]
	var b strings.Builder
	fmt.Fprintf(&b, "---\nkind: %s\ntitle: %q\nslug: %q\nsummary: %s\nunlisted: true\n", like.Kind, Title(name), name, markdown.Unwritten)
	if like.Kind == page.Programme && len(like.Steps) > 0 {
		fmt.Fprintf(&b, "exercises:\n  - exercise: %s\n    reason: %s\n", like.Steps[0].Exercise.Text, markdown.Unwritten)
	}
	b.WriteString("---\n")
	for _, s := range like.Sections {
		if all(pages, func(p *page.Page) bool {
			return slices.ContainsFunc(p.Sections, func(t markdown.Section) bool { return t.ID == s.ID })
		}) {
			section(&b, pages, s)
		}
	}
	return b.String()
}

func all(pages []*page.Page, has func(*page.Page) bool) bool {
	return !slices.ContainsFunc(pages, func(p *page.Page) bool { return !has(p) })
}

// embeds reports whether a page has a box in some section.
func embeds(p *page.Page, kind string) bool {
	return slices.ContainsFunc(p.Sections, func(s markdown.Section) bool {
		return slices.ContainsFunc(s.Blocks, func(b markdown.Block) bool { return b.Kind == kind })
	})
}

// section writes a section with the heading of another, and the first of each
// kind of block in it.
func section(b *strings.Builder, pages []*page.Page, s markdown.Section) {
	for _, h := range pages[0].Headings {
		if h.ID == s.ID && h.Level == 2 {
			fmt.Fprintf(b, "\n## %s {#%s}\n", h.Text, h.ID)
		}
	}
	written := map[string]bool{}
	for _, block := range s.Blocks {
		kind, key, _ := strings.Cut(block.Kind, " ")
		line := map[string]string{"text": "", "item": "- ", "step": "1. "}[kind]
		switch {
		case written[block.Kind] || block.ID != "" && kind != "item":
			continue
		case kind == "embed" && !all(pages, func(p *page.Page) bool { return embeds(p, block.Kind) }):
			continue
		case kind == "embed":
			line = "![[" + key + "]]"
		case kind == "text" || kind == "item" || kind == "step":
			line += markdown.Unwritten
		default:
			continue
		}
		written[block.Kind] = true
		b.WriteString("\n" + line + "\n")
	}
}

// Exercise returns the shared file of an exercise, with facts that are there so
// that it builds: the author changes each line. noEasier and noHarder are the
// first reasons in words.yaml why there is no easier or harder exercise.
func Exercise(like *exercise.Exercise, noEasier, noHarder string) string {
	return fmt.Sprintf(`# This is no exercise yet: change every line.
stage: %d
groups: %s
muscles: %s
position: %s
equipment: %s
dosage:
  repetitions: 1
no-easier: %s
no-harder: %s
cautions: %s
citations: []
figure:
  panels:
    - {}
    - {}
`, like.Stage, one(like.Groups), one(like.Muscles), like.Position.Text, one(like.Equipment), noEasier, noHarder, one(like.Cautions))
}

// one writes the first of a list as a list.
func one(list []strict.String) string {
	if len(list) == 0 {
		return "[]"
	}
	return "[" + list[0].Text + "]"
}
