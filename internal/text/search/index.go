package search

import (
	"sync"

	"rygghandboka/internal/text/lang"
)

// An Index is the index of one language in the making.
type Index struct {
	Language
	list *List

	mu    sync.Mutex
	pages map[int]*entry
	found map[string][]posting // by stem
	stems map[string]string    // of each word that has been seen
}

// A Language is what has to be known of one.
type Language struct {
	Lang    lang.Lang
	Tag     string // for the reader
	Stemmer string // one of Stemmers, or "" for a language without
	Style   string // the style sheet of the results, below the site's root
}

// An entry is what is kept of a page.
type entry struct {
	Page  // without its sections
	files []string
	signs []Sign
}

// A posting is one stem in one part of a page.
type posting struct {
	page, part int32
	weight     uint8
}

// New returns an empty index.
func New(in Language, list *List) *Index {
	return &Index{Language: in, list: list, pages: map[int]*entry{}, found: map[string][]posting{}, stems: map[string]string{}}
}

// Add adds a page, n being its place among the pages of the language, and the names of the
// files of its parts. It may be called by several goroutines, and keeps no text.
func (x *Index) Add(n int, p Page, parts [][]Section, files []string) {
	e := &entry{Page: p, files: files}
	e.Sections = nil
	weights := make([]map[string]uint8, len(parts))
	for i, sections := range parts {
		w := weigher{x, map[string]uint8{}, map[string]int{}}
		if i == 0 {
			w.name(p.Title, 5)
			for _, name := range p.Names {
				w.name(name, 4)
			}
		}
		for _, s := range sections {
			w.section(s)
			e.signs = append(e.signs, s.Signs...)
		}
		weights[i] = w.sum()
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	x.pages[n] = e
	for part, list := range weights {
		for stem, weight := range list {
			x.found[stem] = append(x.found[stem], posting{int32(n), int32(part), weight})
		}
	}
}

// stemsOf returns the stems of a text, in order.
func (x *Index) stemsOf(text string) (list []string) {
	for word := range words(text) {
		list = append(list, x.stem(word))
	}
	return list
}

func (x *Index) stem(word string) string {
	x.mu.Lock()
	s, known := x.stems[word]
	x.mu.Unlock()
	if !known {
		s = stem(x.Stemmer, word)
		x.mu.Lock()
		x.stems[word] = s
		x.mu.Unlock()
	}
	return s
}

// A weigher finds out how much each stem weighs in a part.
type weigher struct {
	*Index
	weight map[string]uint8
	count  map[string]int // in the text
}

// name weighs the words of a title or a name. A name of one word is nothing else, so it
// weighs 4 more; each of two words 2 more.
func (w *weigher) name(text string, least int) {
	stems := w.stemsOf(text)
	for _, s := range stems {
		w.weight[s] = max(w.weight[s], uint8(least+4/len(stems)))
	}
}

// section weighs the words of a section: those of a heading 3 or more, and 4 if it is a
// name too; key words 3.
func (w *weigher) section(s Section) {
	heading := 3
	if len(s.Names) > 0 {
		heading = 4
	}
	w.name(s.Heading, heading)
	for _, name := range s.Names {
		w.name(name, 4)
	}
	for _, sentence := range s.Text {
		for word := range words(sentence) {
			stem := w.stem(word)
			w.count[stem]++
			if s.Key {
				w.weight[stem] = max(w.weight[stem], 3)
			}
		}
	}
}

// sum returns the weights: 1 for a word of the text, 2 for one that is there four times.
func (w *weigher) sum() map[string]uint8 {
	for stem, n := range w.count {
		w.weight[stem] = max(w.weight[stem], uint8(min(2, (n+2)/3)))
	}
	return w.weight
}
