package bib

import (
	"cmp"
	"fmt"
	"strings"
	"unicode"
)

// Terms are the words of the Vancouver style in one language, and the format of its dates.
type Terms struct {
	EtAl     string // et al.
	Internet string // [Internet]
	Cited    string // cited
	Editor   string // editor
	Editors  string // editors
	In       string // In
	Date     func(Date) string
}

// maxListed is how many authors are named before "et al.": the National Library of
// Medicine's Citing Medicine, for long lists in the Vancouver style.
const maxListed = 6

// Vancouver returns a work in the style of the International
// Committee of Medical Journal Editors (Citing Medicine, 2nd edition), as plain
// text without its addresses:
//
//	Hodges PW, Richardson CA. Inefficient muscular stabilization … Spine. 1996;21(22):2640–50.
//
// The editors of a work without authors come first, instead of authors.
func (w *Work) Vancouver(t Terms) string {
	var s sentences
	authors, editors := names(w.Author, w.incomplete(), t), w.editors(t)
	if authors == "" {
		authors, editors = editors, ""
	}
	s.add(authors)
	switch w.Type {
	case "article-journal", "article-magazine", "article-newspaper":
		s.add(w.Title)
		s.add(editors)
		s.add(cmp.Or(w.ContainerShort, w.Container) + w.internet(t))
		s.add(w.volume())
	case "chapter", "paper-conference":
		s.add(w.Title)
		s.add(t.In + ": " + strings.TrimPrefix(editors+". ", ". ") + w.Container)
		s.add(w.published())
		if w.Page != "" {
			s.add("p. " + pages(string(w.Page)))
		}
	case "webpage", "post-weblog":
		s.add(w.Title + w.internet(t))
		s.add(editors)
		s.add(w.Container)
		s.add(w.published() + cited(w.Accessed, t))
	default: // book, report, thesis, guideline and the like
		s.add(w.Title + bracket(w.Genre) + w.internet(t))
		s.add(string(w.Edition))
		s.add(editors)
		s.add(w.published())
	}
	return s.String()
}

// internet returns the mark of a work that is read at its address, rather than found by its
// DOI, or "".
func (w *Work) internet(t Terms) string {
	if w.URL == "" || w.DOI != "" {
		return ""
	}
	return bracket(t.Internet)
}

// incomplete reports whether the work has more authors than are listed.
func (w *Work) incomplete() bool { return strings.Contains(w.Note, "authors=incomplete") }

// volume returns an article's year, volume, issue and pages: 1996;21(22):2640–50.
func (w *Work) volume() string {
	var b strings.Builder
	if w.Issued.Year != 0 {
		fmt.Fprint(&b, w.Issued.Year)
	}
	if w.Volume != "" || w.Issue != "" {
		fmt.Fprintf(&b, ";%s", w.Volume)
	}
	if w.Issue != "" {
		fmt.Fprintf(&b, "(%s)", w.Issue)
	}
	if w.Page != "" {
		b.WriteString(":" + pages(string(w.Page)))
	}
	return strings.TrimLeft(b.String(), ";:")
}

// published returns place, publisher and year: Oslo: Nasjonalt ryggnettverk; 2002.
func (w *Work) published() string {
	s := w.Publisher
	if w.Place != "" && s != "" {
		s = w.Place + ": " + s
	}
	if w.Issued.Year == 0 {
		return s
	}
	return strings.TrimPrefix(fmt.Sprintf("%s; %d", s, w.Issued.Year), "; ")
}

func cited(d Date, t Terms) string {
	if d.Year == 0 {
		return ""
	}
	return " [" + t.Cited + " " + t.Date(d) + "]"
}

func bracket(s string) string {
	if s == "" {
		return ""
	}
	return " [" + s + "]"
}

// names returns names as "Hodges PW, van Tulder MW, et al".
func names(list []Name, incomplete bool, t Terms) string {
	out := make([]string, 0, maxListed+1)
	for i, n := range list {
		if i == maxListed {
			incomplete = true
			break
		}
		out = append(out, n.String())
	}
	if incomplete && len(out) > 0 {
		out = append(out, t.EtAl)
	}
	return strings.Join(out, ", ")
}

// editors returns the editors as "Adams M, Bogduk N, editors", or "".
func (w *Work) editors(t Terms) string {
	label := t.Editors
	switch len(w.Editor) {
	case 0:
		return ""
	case 1:
		label = t.Editor
	}
	return names(w.Editor, false, t) + ", " + label
}

// String returns a name in the Vancouver style: Hodges PW.
func (n Name) String() string {
	if n.Literal != "" {
		return n.Literal
	}
	family := strings.TrimSpace(n.Particle + " " + n.Family)
	return strings.TrimSpace(family + " " + initials(n.Given))
}

// initials returns the first letters of given names: "Paul W." and "P.-W." are PW.
func initials(given string) string {
	var b strings.Builder
	for part := range strings.FieldsFuncSeq(given, func(r rune) bool { return r == ' ' || r == '.' || r == '-' }) {
		for _, r := range part {
			b.WriteRune(unicode.ToUpper(r))
			break
		}
	}
	return b.String()
}

// pages returns a range of pages with an en dash and without the digits that
// the second number shares with the first: 2640-2650 is 2640–50.
func pages(s string) string {
	from, to, isRange := strings.Cut(strings.ReplaceAll(s, "–", "-"), "-")
	if !isRange {
		return s
	}
	from, to = strings.TrimSpace(from), strings.TrimSpace(to)
	if len(from) == len(to) {
		i := 0
		for i < len(to)-1 && from[i] == to[i] {
			i++
		}
		to = to[i:]
	}
	return from + "–" + to
}

// sentences joins parts, each ended by one full stop.
type sentences []string

func (s *sentences) add(part string) {
	part = strings.TrimSpace(part)
	if part == "" {
		return
	}
	if !strings.HasSuffix(part, "?") && !strings.HasSuffix(part, "!") {
		part = strings.TrimSuffix(part, ".") + "."
	}
	*s = append(*s, part)
}

func (s *sentences) String() string { return strings.Join(*s, " ") }
