package render

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/par"
	"rygghandboka/internal/base/public"
	"rygghandboka/internal/data/i18n"
	"rygghandboka/internal/site"
	"rygghandboka/internal/text/lang"
	"rygghandboka/internal/text/search"
)

// searchDir is where the files of search are: package search says what is in them. Only
// scripts from there can be loaded by a script (static/js/search.js).
const searchDir = "js/search/"

// A searched is the search of one language.
type searched struct {
	*printer
	language i18n.Language
	entries  []*site.Entry
}

// searches returns the files of search in all languages. The names of files hold a part of
// their SHA-256, so that browsers may keep them for ever. Those of a draft do not, so that
// an index is made only if somebody asks for it: an author saves more often than that.
func (p *printer) searches() (outputs []public.File, probs diag.List) {
	p.indexes = map[lang.Lang]string{}
	for _, l := range p.site.Languages {
		s := &searched{printer: p, language: l}
		for _, e := range p.entries {
			if e.Lang == l.Lang && (e == e.First() || len(e.Terms) > 0) {
				s.entries = append(s.entries, e)
			}
		}
		made, more := s.outputs()
		outputs, probs = append(outputs, made...), append(probs, more...)
		p.indexes[l.Lang] = p.Base.Path + made[0].Path
	}
	return outputs, probs
}

// outputs returns the file of the index, and after it those of the texts.
func (s *searched) outputs() ([]public.File, diag.List) {
	name := searchDir + string(s.language.Lang)
	files := make([][]string, len(s.entries))
	if s.Draft {
		for i, e := range s.entries {
			files[i] = []string{strings.TrimSuffix(string(e.Lang)+"/"+e.Key+"/"+partNumber(e), "/")}
		}
		index := sync.OnceValues(func() ([]byte, diag.List) { return s.index(files) })
		return append([]public.File{s.output(name+".js", index)}, s.texts(files)...), nil
	}
	index, probs := s.index(files)
	out := s.output(fmt.Sprintf("%s.%.5x.js", name, sha256.Sum256(index)), func() ([]byte, diag.List) { return index, nil })
	return append([]public.File{out}, s.texts(files)...), probs
}

// partNumber returns the number of a page that continues another's list, or "".
func partNumber(e *site.Entry) string {
	if e == e.First() {
		return ""
	}
	return strconv.Itoa(e.Part.Number)
}

// output is one of the files.
func (s *searched) output(path string, print func() ([]byte, diag.List)) public.File {
	return public.File{Path: path, Render: print, Immutable: !s.Draft, Offline: true, Lang: s.language.Lang}
}

// index makes the index. The names of the files with the texts are filled in, unless they
// are there.
func (s *searched) index(files [][]string) ([]byte, diag.List) {
	style := strings.TrimPrefix(s.layouts.assets["css/search.css"], s.Base.Path)
	x := search.New(search.Language{Lang: s.language.Lang, Tag: s.language.Tag.String(), Stemmer: s.language.Stemmer, Style: style}, s.site.Search)
	found := make([]diag.List, len(s.entries))
	par.Each(len(s.entries), func(i int) {
		page, parts := s.parts(s.entries[i])
		if files[i] == nil {
			for n := range parts {
				text, probs := text(s.entries[i], parts[n])
				found[i] = append(found[i], probs...)
				files[i] = append(files[i], fmt.Sprintf("%s/text.%.5x", s.language.Lang, sha256.Sum256(text)))
			}
		}
		x.Add(i, page, parts, files[i])
	})
	in := s.language.Lang
	word := func(key string) string { w, _ := s.site.Words.Word(in, key); return w }
	says := search.Says{Results: s.site.Words.Forms(in, "results"), None: word("search-none"), Urgent: word("alert-caution"), Soon: word("alert-warning"), Book: word("alert-important")}
	index, probs := x.File(says, func(name string) int {
		return slices.IndexFunc(s.entries, func(e *site.Entry) bool { return e.Name() == name })
	})
	return index, slices.Concat(append(found, probs)...)
}

// parts returns a page as it is searched, and its parts. In a draft it is one part, since
// the number of files must be known before they are made.
func (s *searched) parts(e *site.Entry) (search.Page, [][]search.Section) {
	page := s.site.Searched(e)
	if s.Draft {
		return page, [][]search.Section{page.Sections}
	}
	return page, search.Parts(page.Sections)
}

// texts returns the files with the texts, which are made again when they are printed.
// Parts that say the same are one file.
func (s *searched) texts(files [][]string) (outputs []public.File) {
	seen := map[string]bool{}
	for i, e := range s.entries {
		for n, name := range files[i] {
			if !seen[name] {
				seen[name] = true
				outputs = append(outputs, s.output(searchDir+name+".js", func() ([]byte, diag.List) {
					_, parts := s.parts(e)
					return text(e, parts[n])
				}))
			}
		}
	}
	return outputs
}

func text(e *site.Entry, part []search.Section) ([]byte, diag.List) {
	data, err := search.Text(part)
	if err != nil {
		return nil, diag.List{diag.Errorf(e.Path, 0, "its text for search: %v", err)}
	}
	return data, nil
}
