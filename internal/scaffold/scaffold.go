// Package scaffold writes the files of a new page: what every page of its kind
// has, with … in the place of what the author must write.
//
//	---
//	kind: exercise
//	title: …
//	summary: …
//	---
//	…
//
//	## Starting position {#start}
//
//	…
//
// Its law: whatever is to be written is …, which package strict and package markdown
// refuse, so that none of it can be forgotten. It invents nothing, and takes no words
// from other pages but headings and boxes that all pages of the kind have in common, of
// which there are two at least.
package scaffold

import (
	"fmt"
	"slices"
	"strings"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/data/exercise"
	"rygghandboka/internal/page"
	"rygghandboka/internal/text/markdown"
)

// Page returns the text of a new page of a kind, in the language of the pages of that kind
// that there are.
func Page(kind page.Kind, pages []*page.Page) string {
	var b strings.Builder
	fmt.Fprintf(&b, "---\nkind: %s\ntitle: %[2]s\nsummary: %[2]s\n", kind, diag.Unwritten)
	if front := kind.Traits().New.Front; front != "" {
		fmt.Fprintf(&b, front, diag.Unwritten)
	}
	b.WriteString("---\n")
	if len(pages) < 2 {
		b.WriteString(diag.Unwritten + "\n")
		return b.String()
	}
	for _, s := range pages[0].Sections {
		if all(pages, func(p *page.Page) bool { return has(p, s.ID) }) {
			section(&b, pages, s)
		}
	}
	return b.String()
}

func all(pages []*page.Page, holds func(*page.Page) bool) bool {
	return !slices.ContainsFunc(pages, func(p *page.Page) bool { return !holds(p) })
}

// has reports whether a page has a section.
func has(p *page.Page, id string) bool {
	return slices.ContainsFunc(p.Sections, func(s markdown.Section) bool { return s.ID == id })
}

// embeds reports whether a page has a box in some section whose key is one of those meant.
func embeds(p *page.Page, meant func(key string) bool) bool {
	return slices.ContainsFunc(p.Sections, func(s markdown.Section) bool {
		return slices.ContainsFunc(s.Blocks, func(b markdown.Block) bool {
			box, ok := b.Kind.(markdown.EmbedBlock)
			return ok && meant(box.Key)
		})
	})
}

// box returns a box that all pages have. If each has a part of it, the author is asked for
// the part; if some do not have it, it is "".
func box(pages []*page.Page, key string) string {
	all := func(meant func(string) bool) bool {
		return all(pages, func(p *page.Page) bool { return embeds(p, meant) })
	}
	name, _, part := strings.Cut(key, "#")
	switch {
	case all(func(other string) bool { return other == key }):
		return "![[" + key + "]]"
	case part && all(func(other string) bool { return strings.HasPrefix(other, name+"#") }):
		return "![[" + name + "#" + diag.Unwritten + "]]"
	}
	return ""
}

// section writes a section with its heading, and the first of each kind of block in it.
func section(b *strings.Builder, pages []*page.Page, s markdown.Section) {
	if s.ID != "" {
		fmt.Fprintf(b, "\n## %s {#%s}\n", heading(pages, s.ID), s.ID)
	}
	written := map[markdown.BlockKind]bool{}
	for _, block := range s.Blocks {
		if written[block.Kind] || block.ID != "" && block.Kind != markdown.ItemBlock {
			continue
		}
		if line := line(pages, block.Kind); line != "" {
			written[block.Kind] = true
			b.WriteString("\n" + line + "\n")
		}
	}
}

// heading returns the heading that most pages give a section, or else … for none.
func heading(pages []*page.Page, id string) string {
	count := map[string]int{}
	for _, p := range pages {
		for _, h := range p.Headings {
			if h.ID != id {
				continue
			}
			if count[h.Text]++; count[h.Text] > len(pages)/2 {
				return h.Text
			}
		}
	}
	return diag.Unwritten
}

// line returns the first line of a block of a kind, or "" if authors are not to be asked
// for one.
func line(pages []*page.Page, kind markdown.BlockKind) string {
	if embed, ok := kind.(markdown.EmbedBlock); ok {
		return box(pages, embed.Key)
	}
	switch kind {
	case markdown.TextBlock:
		return diag.Unwritten
	case markdown.ItemBlock:
		return "- " + diag.Unwritten
	case markdown.StepBlock:
		return "1. " + diag.Unwritten
	}
	return ""
}

// Exercise returns the shared file of a new exercise. keys returns what can be chosen, by the
// prefix that its words have in words.yaml.
func Exercise(keys func(prefix string) []string) string {
	return strings.NewReplacer(
		"DOSAGE", enumerate(exercise.DosageKeys()),
		"GROUPS", strings.Join(keys("group-"), ", "),
		"MUSCLES", strings.Join(keys("muscle-"), ", "),
		"POSITIONS", strings.Join(keys("position-"), ", "),
		"EQUIPMENT", strings.Join(keys("equipment-"), ", "),
		"EASIEST", strings.Join(keys("no-easier-"), ", "),
		"HARDEST", strings.Join(keys("no-harder-"), ", "),
		"UNWRITTEN", diag.Unwritten,
	).Replace(exerciseText)
}

// enumerate writes a list of two or more names: a, b and c.
func enumerate(names []string) string {
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " and " + names[last]
}

const exerciseText = `# What has no language about the exercise. Write a value wherever UNWRITTEN is:
# doc/syntax/exercise.md explains each.

# 1, 2 or 3
stage: UNWRITTEN

# GROUPS
groups: [UNWRITTEN]

# MUSCLES
muscles: [UNWRITTEN]

# POSITIONS
position: UNWRITTEN

# [] or EQUIPMENT
equipment: [UNWRITTEN]

# at least one of DOSAGE, each on
# a line of its own below this one
dosage: UNWRITTEN

# keys of exercises; or no-easier: and one of: EASIEST
easier: [UNWRITTEN]

# keys of exercises; or no-harder: and one of: HARDEST
harder: [UNWRITTEN]

# ids of headings on the page "cautions"
cautions: [UNWRITTEN]

# [] or keys of works
citations: [UNWRITTEN]

# At the end, draw it under figure: see doc/syntax/figure.md.
`
