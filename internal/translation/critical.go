package translation

import (
	"slices"
	"strings"

	"rygghandboka/internal/fact"
	"rygghandboka/internal/lang"
	"rygghandboka/internal/markdown"
	"rygghandboka/internal/page"
	"rygghandboka/internal/words"
)

// A reader finds numbers and negations in single words of a language.
func (c *checker) reader(in lang.Lang) *fact.Reader {
	i := slices.IndexFunc(c.Languages, func(l words.Language) bool { return l.Lang == in })
	if i < 0 {
		return fact.NewReader("", ".")
	}
	return fact.NewReader(c.Languages[i].Lexis, c.Languages[i].Decimal)
}

// anyCritical reports whether a section holds anything critical.
func (c *checker) anyCritical(list [][]version) bool {
	for _, versions := range list {
		for _, v := range versions {
			if v.page.Critical || slices.ContainsFunc(v.section.Blocks, func(b markdown.Block) bool { return b.Critical }) {
				return true
			}
		}
	}
	return false
}

// critical reports whether a change may hurt somebody: it is on a critical page,
// in or next to an alert or a warning sign, or it is of a number, of a word that
// denies, or of the markup of an alert or a warning sign.
func (c *checker) critical(versions []version) bool {
	for _, v := range versions {
		if v.page.Critical {
			return true
		}
		list, now := c.changes(v)
		reader := c.reader(v.page.Lang)
		for _, change := range list {
			if inCritical(v.section, now, change) {
				return true
			}
			for _, word := range slices.Concat(change.removed, change.added) {
				if strings.HasPrefix(word, "[!") || strings.HasPrefix(word, "{#") || strings.Contains(word, "tel:") || len(reader.Read(word)) > 0 {
					return true
				}
			}
		}
	}
	return false
}

// inCritical reports whether a change is in a critical block, or right beside
// one.
func inCritical(s *markdown.Section, now []page.Word, c change) bool {
	first, last := max(0, c.from-1), min(len(now)-1, c.from+len(c.added))
	for i := first; i <= last; i++ {
		for _, b := range s.Blocks {
			if b.Critical && b.Offset <= now[i].Offset && now[i].Offset <= b.End {
				return true
			}
		}
	}
	return false
}
