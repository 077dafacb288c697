package search

import (
	"strconv"
	"strings"

	"rygghandboka/internal/base/diag"
)

// synonymRows returns synonyms as the reader gets them: see the package comment. One whose page
// the language does not have is left out; one whose page has no such section is a problem.
func (x *Index) synonymRows(
	synonyms []synonym, stems vocabulary, numbers func(name string) []int,
) (rows string, probs diag.List) {
	var b strings.Builder
	first, _ := x.firstParts()
	for _, s := range synonyms {
		target := letters(stems.numbers(s.means))
		if s.page.Text != "" {
			name, section := splitPage(s.page.Text)
			pages := numbers(name)
			if len(pages) == 0 {
				continue
			}
			page, part, has := x.place(pages, section)
			if !has {
				p := diag.Errorf(Path, s.page.Offset, "in %q, %s has no section %q", x.Lang, name, section)
				probs = append(probs, p)
				continue
			}
			target = "#" + gap(first[int32(page)]+part) + section
		}
		s.write(&b, stems, target)
	}
	return b.String(), probs
}

// place returns which of the pages that a list is divided over has a section, and the part of
// that page which it is in. Without a section it is the first page.
func (x *Index) place(pages []int, section string) (page, part int, has bool) {
	if section == "" {
		return pages[0], 0, true
	}
	for _, page := range pages {
		if part, has := x.pages[page].partOf[section]; has {
			return page, part, true
		}
	}
	return 0, 0, false
}

// write writes a synonym as the reader gets it, without what is not said at the end.
func (s synonym) write(b *strings.Builder, stems vocabulary, target string) {
	b.WriteString(alternatives(s.typed, stems) + "|" + alternatives(s.with, stems) + "|" + target)
	if s.alarm != None || s.none {
		b.WriteString("|" + strconv.Itoa(int(s.alarm)))
	}
	if s.none {
		b.WriteString("|1")
	}
	b.WriteByte(';')
}

// alternatives returns phrases as the reader gets them.
func alternatives(phrases []phrase, stems vocabulary) string {
	list := make([]string, 0, len(phrases))
	for _, p := range phrases {
		text := letters(stems.numbers(p.stems))
		for _, form := range p.forms {
			text += "=" + form + "="
		}
		list = append(list, text)
	}
	return strings.Join(list, ",")
}

// letters returns numbers as letters, each ended by a small one.
func letters(numbers []int) string {
	var b strings.Builder
	for _, n := range numbers {
		b.WriteString(gap(n))
	}
	return b.String()
}
