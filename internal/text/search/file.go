package search

import (
	"encoding/json"
	"maps"
	"slices"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/text/lang"
)

// file is the index as the reader gets it: see the package comment.
type file struct {
	Tag      string     `json:"tag"`
	Name     string     `json:"name"`
	Style    string     `json:"style"`
	Words    Messages   `json:"words"`
	Letters  []string   `json:"letters"`
	Endings  []any      `json:"endings"`
	Other    []string   `json:"other"`
	Kinds    []string   `json:"kinds"`
	Files    string     `json:"files"`
	Pages    [][]any    `json:"pages"`
	Stems    string     `json:"stems"`
	Found    string     `json:"found"`
	Synonyms string     `json:"synonyms"`
	Alarm    []any      `json:"alarm"`
	Signs    [][][4]int `json:"signs"`
	Ordinary []string   `json:"ordinary"`
	Doubt    []string   `json:"doubt"`
	Filler   []string   `json:"filler"`
	Instead  []int      `json:"instead"`
	Terms    []int      `json:"terms"`
}

// File returns the index as a file, once all pages have been added. numbers returns the
// numbers of the pages with a name: none if the language lacks it, several if its list is divided. The problems are
// those of the list.
func (x *Index) File(messages Messages, numbers func(name string) []int) ([]byte, diag.List) {
	synonyms, probs := x.synonyms()
	alarmWords, alarmProbs := x.alarmWords()
	stems := x.vocabulary(synonyms)
	rows, rowProbs := x.synonymRows(synonyms, stems, numbers)
	probs = slices.Concat(probs, alarmProbs, rowProbs)
	endings := endings(x.stems)
	kinds, files := x.kinds(), x.commonPrefix()
	text, err := callOf("handbookIndex", file{
		Tag:      x.Tag,
		Name:     x.Name,
		Style:    x.Style,
		Words:    messages,
		Letters:  lang.Letters,
		Endings:  flatten(endings),
		Other:    exceptions(endings, x.stems, stems.has),
		Kinds:    kinds,
		Files:    files,
		Pages:    x.pageRows(kinds, files),
		Stems:    stems.frontCoded(),
		Found:    x.encodePostings(stems),
		Synonyms: rows,
		Alarm:    x.alarmRow(alarmWords, stems, numbers),
		Signs:    x.signPlaces(),
		Ordinary: wordsIn(x.list.Ordinary[string(x.Lang)]),
		Doubt:    wordsIn(x.list.Doubt[string(x.Lang)]),
		Filler:   wordsIn(x.list.Filler[string(x.Lang)]),
		Instead:  x.instead(numbers),
		Terms:    x.terms(),
	})
	if err != nil {
		probs = append(probs, diag.Errorf(Path, 0, "%v", err))
	}
	return text, probs
}

// callOf returns a script that calls a function with a value.
func callOf(name string, value any) ([]byte, error) {
	text, err := json.Marshal(value)
	return slices.Concat([]byte(name+"("), text, []byte(")\n")), err
}

// flatten returns endings as the reader gets them.
func flatten(endings []ending) []any {
	list := make([]any, 0, 3*len(endings))
	for _, e := range endings {
		list = append(list, e.from, e.to, e.left)
	}
	return list
}

// alarmRow returns the page on warning signs and the alarm words as the reader gets them. It
// is empty if the language has no such page.
func (x *Index) alarmRow(words map[string]Level, stems vocabulary, numbers func(name string) []int) []any {
	name, section := x.list.AlarmPage()
	pages := numbers(name)
	if len(pages) == 0 {
		return []any{}
	}
	by := make([][]string, len(alarms))
	for _, s := range slices.Sorted(maps.Keys(words)) {
		by[words[s]-1] = append(by[words[s]-1], s)
	}
	row := []any{pages[0], section}
	for _, level := range by {
		row = append(row, stems.numbers(level))
	}
	return row
}

// instead returns the numbers of the pages that are offered when nothing is found.
func (x *Index) instead(numbers func(name string) []int) []int {
	list := []int{}
	for _, name := range x.list.Instead {
		if pages := numbers(name.Text); len(pages) > 0 {
			list = append(list, pages[0])
		}
	}
	return list
}

// commonPrefix returns what the names of all files begin with.
func (x *Index) commonPrefix() string {
	var names []string
	for _, e := range x.pages {
		names = append(names, e.files...)
	}
	if len(names) == 0 {
		return ""
	}
	first, last := slices.Min(names), slices.Max(names)
	n := 0
	for n < min(len(first), len(last)) && first[n] == last[n] {
		n++
	}
	return first[:n]
}

// terms returns the numbers of the pages whose sections are terms, in the order of the pages.
func (x *Index) terms() []int {
	list := []int{}
	for i, n := range slices.Sorted(maps.Keys(x.pages)) {
		if x.pages[n].Terms {
			list = append(list, i)
		}
	}
	return list
}

// kinds returns the kinds of pages in the order of the pages, after "".
func (x *Index) kinds() []string {
	kinds := []string{""}
	for _, n := range slices.Sorted(maps.Keys(x.pages)) {
		if kind := x.pages[n].Kind; !slices.Contains(kinds, kind) {
			kinds = append(kinds, kind)
		}
	}
	return kinds
}

// pageRows returns the pages as the reader gets them.
func (x *Index) pageRows(kinds []string, files string) [][]any {
	rows := make([][]any, 0, len(x.pages))
	for _, n := range slices.Sorted(maps.Keys(x.pages)) {
		e := x.pages[n]
		kind := slices.Index(kinds, e.Kind)
		if e.Low {
			kind = -kind - 1
		}
		row := []any{e.Address, e.Title, kind}
		for _, name := range e.files {
			row = append(row, name[len(files):])
		}
		rows = append(rows, row)
	}
	return rows
}
