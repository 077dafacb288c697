// Package record makes records of shared files, which package translation compares with
// what was confirmed: of the data of an exercise, of the words of the layouts, of the
// lists for search and of words to avoid, of the works, and of the publisher.
//
// A record is what a file says, whatever it means: a new key of a file is guarded without
// a change here. Layout, comments, and the order of keys do not count. The items of a list
// are divided by a bar:
//
//	exercises/plank.yaml#dosage    hold 15 repetitions 4
//	exercises/plank.yaml#cautions  shoulder | pressure | pregnancy | hernia | floor
//	words.yaml#at-least            minst
//	search.yaml#en/paralysed       alarm urgent means weak leg typed paralysed | drop foot
//	references.json#kibler-2006    The role of core stability in athletic function …
//
// What is critical is decided by the file's own table (exercise.go, words.go, list.go,
// work.go, publisher.go).
package record

import (
	"path"
	"slices"
	"strconv"
	"strings"

	"rygghandboka/internal/base/strict"
	"rygghandboka/internal/data/bib"
	"rygghandboka/internal/data/exercise"
	"rygghandboka/internal/data/i18n"
	"rygghandboka/internal/data/publisher"
	"rygghandboka/internal/page"
	"rygghandboka/internal/source"
	"rygghandboka/internal/text/avoid"
	"rygghandboka/internal/text/lang"
	"rygghandboka/internal/text/search"
	"rygghandboka/internal/translation"
)

// Of returns the records of a shared file, which has none if it cannot be read.
func Of(f source.File) translation.Records {
	m := &maker{src: string(f.Data), ids: map[string]int{}}
	switch {
	case f.Path == bib.Path:
		m.works(f)
	case f.Path == i18n.Path:
		m.words(m.root(f))
	case f.Path == search.Path:
		m.search(m.root(f))
	case f.Path == avoid.Path:
		m.avoided(m.root(f))
	case f.Path == publisher.Path:
		m.publisher(m.root(f))
	case path.Dir(f.Path) == exercise.Dir:
		m.exercise(m.root(f))
	}
	slices.SortStableFunc(m.list, func(a, b translation.Record) int {
		return a.Words[0].Offset - b.Words[0].Offset
	})
	return translation.Records{Name: Name(f.Path), Path: f.Path, List: m.list}
}

// Name returns the name of a shared file in the lock.
func Name(file string) string {
	return strings.TrimPrefix(strings.TrimPrefix(file, "content/shared/"), "layouts/")
}

// A maker makes the records of one file.
type maker struct {
	src  string
	list []translation.Record
	ids  map[string]int // how many entries of lists have an id
}

// root returns all of a YAML file, or nothing if it cannot be read.
func (m *maker) root(f source.File) strict.Value {
	doc, _ := strict.Parse(f.Path, m.src, 0) // problems are those of whoever reads the file
	if doc == nil {
		return strict.Value{}
	}
	return doc.Value()
}

// add adds a record, unless it is empty.
func (m *maker) add(id string, in lang.Lang, critical bool, words []page.Word) {
	if len(words) > 0 {
		m.list = append(m.list, translation.NewRecord(id, in, critical, words))
	}
}

// wordsOf returns the words of a value, with its keys.
func (m *maker) wordsOf(v strict.Value) (words []page.Word) {
	for i, item := range v.List {
		switch {
		case item.Key != "":
			words = append(words, page.Word{Text: item.Key, Offset: item.Offset})
		case i > 0:
			words = append(words, page.Word{Text: "|", Offset: item.Offset})
		}
		words = append(words, m.wordsOf(item)...)
	}
	return append(words, m.split(v.Text, v.Offset)...)
}

// split returns the words of a text that starts at an offset, or in quotes there.
func (m *maker) split(text string, offset int) (words []page.Word) {
	at := offset
	for _, word := range strings.Fields(text) {
		if i := strings.Index(m.src[at:min(len(m.src), at+len(word)+20)], word); i >= 0 {
			at += i
		}
		words = append(words, page.Word{Text: word, Offset: at})
		at = min(len(m.src), at+len(word))
	}
	return words
}

// slug returns a text as a part of an id, which has no spaces.
func slug(text string) string { return strings.Join(strings.Fields(text), "-") }

// unique returns an id that no entry of a list before has.
func (m *maker) unique(id string) string {
	m.ids[id]++
	if n := m.ids[id]; n > 1 {
		return id + "-" + strconv.Itoa(n)
	}
	return id
}
