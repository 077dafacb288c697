package search

import (
	"sync"

	"rygghandboka/internal/text/lang"
)

// An Index is the index of one language while pages are added to it.
type Index struct {
	Language
	list *List

	mu       sync.Mutex
	pages    map[int]*entry
	postings map[string][]posting // by stem
	stems    map[string]string    // of each word that has been seen
}

// A Language is what an index must know of its language.
type Language struct {
	Lang    lang.Lang
	Tag     string // for the reader
	Name    string // as its readers call it
	Stemmer string // one of Stemmers, or "" for a language without
	Style   string // the style sheet of the results, below the site's root
}

// An entry is what is kept of a page.
type entry struct {
	Page  // without its sections
	files []string
	signs []placedSign

	partOf map[string]int // by the id of a section
}

// namesPage is the least weight of a word in a heading, in key words or in a name. Of pages that
// come last, only such words are searched.
const namesPage = 3

// New returns an empty index.
func New(in Language, list *List) *Index {
	return &Index{
		Language: in,
		list:     list,
		pages:    map[int]*entry{},
		postings: map[string][]posting{},
		stems:    map[string]string{},
	}
}

// Add adds a page with the names of the files of its parts; n is the page's number among the
// pages of the language. It may be called by several goroutines, and keeps no text.
func (x *Index) Add(n int, p Page, parts [][]Section, files []string) {
	e := &entry{Page: p, files: files, partOf: map[string]int{}}
	e.Sections = nil
	weights := make([]map[string]uint8, len(parts))
	for i, sections := range parts {
		w := weigher{Index: x, weight: map[string]uint8{}, count: map[string]int{}}
		if i == 0 {
			w.addPage(p)
		}
		for n, s := range sections {
			w.addSection(s)
			for _, sign := range s.Signs {
				e.signs = append(e.signs, placedSign{sign, i, n})
			}
			if _, known := e.partOf[s.ID]; !known {
				e.partOf[s.ID] = i
			}
		}
		weights[i] = w.sum()
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	x.pages[n] = e
	for part, list := range weights {
		for stem, weight := range list {
			if p.Low && weight < namesPage {
				continue
			}
			p := posting{page: int32(n), part: int32(part), weight: weight}
			x.postings[stem] = append(x.postings[stem], p)
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
