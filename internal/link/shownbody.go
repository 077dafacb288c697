package link

import (
	"slices"
	"strings"

	"rygghandboka/internal/base/strict"
	"rygghandboka/internal/page"
	"rygghandboka/internal/site"
	"rygghandboka/internal/text/markdown"
)

// section adds a section, and then the boxes in it.
func (l *lister) section(s *markdown.Section) {
	name := l.word("review-lead")
	if s.ID != "" {
		name = l.e.HeadingText(s.ID)
	}
	l.addAt(l.e.Path, s.Start, "#"+s.ID, name, isCritical(l.e, s), l.textOf(l.e, s)...)
	for _, b := range s.Blocks {
		if box, ok := b.Kind.(markdown.EmbedBlock); ok && len(l.embeds) > 0 {
			l.box(l.embeds[0], box.Key, b.Offset)
			l.embeds = l.embeds[1:]
		}
	}
}

// box adds a box, with those inside it.
func (l *lister) box(e *site.Embed, key string, offset int) {
	texts, critical := l.boxTexts(e)
	l.addAt(l.e.Path, offset, "box:"+key, e.Title, critical, texts...)
}

// boxTexts returns the texts of a box with those inside it, and whether one is critical.
func (l *lister) boxTexts(e *site.Embed) (texts []string, critical bool) {
	address, id, inPart := strings.Cut(e.URL, "#")
	to := l.byURL[address]
	if own, ok := to.Own.(*page.Figure); ok {
		texts, critical = append(texts, strict.Plain(own.Labels)), true
	}
	texts = append(texts, e.Title)
	for i := range to.Sections {
		s := &to.Sections[i]
		if inPart && s.ID != id && hasSection(to, id) {
			continue
		}
		texts = append(texts, l.textOf(to, s)...)
		critical = critical || isCritical(to, s)
	}
	for _, inner := range embedsOf(e.Targets) {
		more, ofInner := l.boxTexts(inner)
		texts, critical = append(texts, more...), critical || ofInner
	}
	return texts, critical
}

// hasSection reports whether a heading has a section; one of a lower level is inside another.
func hasSection(e *site.Entry, id string) bool {
	return slices.ContainsFunc(e.Sections, func(s markdown.Section) bool { return s.ID == id })
}

// embedsOf returns the boxes in their order.
func embedsOf(targets []site.Target) (list []*site.Embed) {
	for _, t := range targets {
		if t.Embed != nil {
			list = append(list, t.Embed)
		}
	}
	return list
}
