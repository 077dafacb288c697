package search

import (
	"cmp"
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/text/lang"
)

// file is the index as the reader gets it: see the package comment.
type file struct {
	Tag      string      `json:"tag"`
	Style    string      `json:"style"`
	Words    Says        `json:"words"`
	Letters  []string    `json:"letters"`
	Endings  []any       `json:"endings"`
	Other    []string    `json:"other"`
	Kinds    []string    `json:"kinds"`
	Pages    [][]any     `json:"pages"`
	Stems    string      `json:"stems"`
	Found    string      `json:"found"`
	Synonyms [][]any     `json:"synonyms"`
	Alarm    []any       `json:"alarm"`
	Signs    [3][]string `json:"signs"`
	Doubt    []string    `json:"doubt"`
	Instead  []int       `json:"instead"`
}

// File returns the index as a file, once all pages have been added. place says which page
// has a name, and is negative if the language has none. The problems are those of the list.
func (x *Index) File(says Says, place func(name string) int) ([]byte, diag.List) {
	synonyms, probs := x.synonyms()
	alarms, more := x.alarms()
	probs = append(probs, more...)
	stems, number := x.vocabulary(synonyms)
	out := file{Tag: x.Tag, Style: x.Style, Words: says, Letters: lang.Letters, Stems: frontCoded(stems), Endings: []any{}, Synonyms: [][]any{}, Alarm: []any{}, Signs: x.saying(), Doubt: x.doubt(), Instead: []int{}}
	endings := endings(x.stems)
	for _, e := range endings {
		out.Endings = append(out.Endings, e.from, e.to, e.left)
	}
	out.Other = exceptions(endings, x.stems, func(s string) bool { _, known := slices.BinarySearch(stems, s); return known })
	first := out.list(x)
	out.Found = x.places(stems, first)
	for _, s := range synonyms {
		row := []any{s.words(number), number(s.means)}
		if s.alarm != None {
			row = append(row, s.alarm)
		}
		out.Synonyms = append(out.Synonyms, row)
	}
	name, section := x.list.AlarmPlace()
	if n := place(name); n >= 0 {
		of := [...][]string{Urgent: nil, Soon: nil}
		for _, s := range slices.Sorted(maps.Keys(alarms)) {
			of[alarms[s]] = append(of[alarms[s]], s)
		}
		out.Alarm = []any{n, section, number(of[Urgent]), number(of[Soon])}
	}
	for _, name := range x.list.Instead {
		if n := place(name.Text); n >= 0 {
			out.Instead = append(out.Instead, n)
		}
	}
	text, err := call("handbookIndex", out)
	if err != nil {
		probs = append(probs, diag.Errorf(Path, 0, "%v", err))
	}
	return text, probs
}

// call returns a script that calls a function with a value.
func call(name string, value any) ([]byte, error) {
	text, err := json.Marshal(value)
	return slices.Concat([]byte(name+"("), text, []byte(")\n")), err
}

// vocabulary returns all stems, sorted: those of pages, and those that are only typed. The
// function gives stems their numbers.
func (x *Index) vocabulary(synonyms []synonym) ([]string, func([]string) []int) {
	number := map[string]int{}
	for s := range x.found {
		number[s] = 0
	}
	for _, s := range synonyms {
		for _, typed := range s.typed {
			number[typed] = 0
		}
	}
	stems := slices.Sorted(maps.Keys(number))
	for i, s := range stems {
		number[s] = i
	}
	return stems, func(list []string) []int {
		numbers := make([]int, 0, len(list))
		for _, s := range list {
			numbers = append(numbers, number[s])
		}
		return numbers
	}
}

// list fills in the pages, and returns the number of the first part of each.
func (f *file) list(x *Index) map[int32]int {
	f.Kinds, f.Pages = []string{""}, make([][]any, 0, len(x.pages))
	first, parts := map[int32]int{}, 0
	for _, n := range slices.Sorted(maps.Keys(x.pages)) {
		e := x.pages[n]
		kind := slices.Index(f.Kinds, e.Kind)
		if kind < 0 {
			kind = len(f.Kinds)
			f.Kinds = append(f.Kinds, e.Kind)
		}
		if e.Low {
			kind = -kind - 1
		}
		page := []any{e.Address, e.Title, kind}
		for _, name := range e.files {
			page = append(page, name)
		}
		f.Pages = append(f.Pages, page)
		first[int32(n)] = parts
		parts += len(e.files)
	}
	return first
}

// frontCoded writes sorted stems, each without what it shares with the one before.
func frontCoded(stems []string) string {
	var b strings.Builder
	before := ""
	for _, s := range stems {
		at, n := 0, 0
		for at < len(before) && n < 'Z'-'A' {
			r, size := utf8.DecodeRuneInString(before[at:])
			if !strings.HasPrefix(s[at:], string(r)) {
				break
			}
			at, n = at+size, n+1
		}
		b.WriteByte('A' + byte(n))
		b.WriteString(s[at:])
		before = s
	}
	return b.String()
}

// places writes where each stem is.
func (x *Index) places(stems []string, first map[int32]int) string {
	parts := 0
	for _, e := range x.pages {
		parts += len(e.files)
	}
	var b strings.Builder
	for _, s := range stems {
		list := x.found[s]
		slices.SortFunc(list, func(a, b posting) int { return cmp.Or(cmp.Compare(a.page, b.page), cmp.Compare(a.part, b.part)) })
		least := uint8(1)
		if parts > small && 2*len(list) > parts {
			b.WriteByte('!')
			least = 3
		}
		next := 0
		for _, p := range list {
			if p.weight < least {
				continue
			}
			if p.weight > 1 {
				b.WriteString(strconv.Itoa(int(p.weight)))
			}
			at := first[p.page] + int(p.part)
			b.WriteString(gap(at - next))
			next = at + 1
		}
		b.WriteByte('.')
	}
	return b.String()
}

// small is how many parts a handbook has whose every word is listed: in a few pages all
// words are on most.
const small = 20

// gap writes a number to the base of 26, the last digit as a small letter.
func gap(n int) string {
	digits := string(rune('a' + n%26))
	for n /= 26; n > 0; n /= 26 {
		digits = string(rune('A'+n%26)) + digits
	}
	return digits
}
