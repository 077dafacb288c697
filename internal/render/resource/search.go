package resource

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

// searchDir is where the files of search are: package search documents what is in them.
// Only scripts from there can be loaded by a script (static/js/search.js).
const searchDir = "js/search/"

// A searcher makes the files of one language.
type searcher struct {
	Input
	language i18n.Language
	style    string // the path of the style sheet of search
	entries  []*site.Entry
}

// IndexAddresses returns an address for the index of each language, as long as
// its name will be: the names are known only when the site has been divided. Those of a
// preview are the names.
func IndexAddresses(in Input) map[lang.Lang]string {
	hash := ".0000000000"
	if in.Preview {
		hash = ""
	}
	addresses := map[lang.Lang]string{}
	for _, l := range in.Site.Languages {
		addresses[l.Lang] = in.Base.Path + searchDir + string(l.Lang) + hash + ".js"
	}
	return addresses
}

// Search returns the files of search in all languages, and the addresses of the indexes.
// style is the address of the style sheet. The names of files contain a part of
// their SHA-256, so that browsers may cache them for ever. Those of a preview do not, so that
// an index is made only if it is requested: an author saves more often than that.
func Search(
	in Input, entries []*site.Entry, style string,
) (files []public.File, addresses map[lang.Lang]string, probs diag.List) {
	addresses = map[lang.Lang]string{}
	for _, l := range in.Site.Languages {
		s := &searcher{Input: in, language: l, style: strings.TrimPrefix(style, in.Base.Path)}
		for _, e := range entries {
			if e.Lang == l.Lang && (e == e.First() || e.Glossary() != nil) {
				s.entries = append(s.entries, e)
			}
		}
		index, texts, more := s.files()
		files = append(append(files, index), texts...)
		probs = append(probs, more...)
		addresses[l.Lang] = in.Base.Path + index.Path
	}
	return files, addresses, probs
}

// files returns the file of the index, and those of the texts.
func (s *searcher) files() (index public.File, texts []public.File, probs diag.List) {
	name := searchDir + string(s.language.Lang)
	if s.Preview {
		render := sync.OnceValues(func() ([]byte, diag.List) {
			data, _, probs := s.index(previewNames)
			return data, probs
		})
		return s.file(name+".js", render), s.texts(s.previewNames()), nil
	}
	data, names, probs := s.index(hashedNames)
	index = s.file(fmt.Sprintf("%s.%.5x.js", name, sha256.Sum256(data)), public.Bytes(data))
	return index, s.texts(names), probs
}

// file is one of the files.
func (s *searcher) file(path string, render func() ([]byte, diag.List)) public.File {
	return public.File{Path: path, Render: render, Immutable: !s.Preview, Offline: true, Lang: s.language.Lang}
}

// A namer returns the names of the text files of a page.
type namer func(e *site.Entry, parts [][]search.Section) ([]string, diag.List)

// previewNames is the namer of a preview, in which a page has one part.
func previewNames(e *site.Entry, _ [][]search.Section) ([]string, diag.List) {
	name := string(e.Lang) + "/" + e.Key
	if e != e.First() { // it continues another's list
		name += "/" + strconv.Itoa(e.Part.Number)
	}
	return []string{name}, nil
}

// hashedNames is the namer of a published site.
func hashedNames(e *site.Entry, parts [][]search.Section) (names []string, probs diag.List) {
	for _, part := range parts {
		text, more := searchText(e, part)
		probs = append(probs, more...)
		names = append(names, fmt.Sprintf("%s/text.%.5x", e.Lang, sha256.Sum256(text)))
	}
	return names, probs
}

// previewNames returns the names of the text files of a preview.
func (s *searcher) previewNames() [][]string {
	names := make([][]string, len(s.entries))
	for i, e := range s.entries {
		names[i], _ = previewNames(e, nil)
	}
	return names
}

// index makes the index. It returns the names of the text files of each page too.
func (s *searcher) index(name namer) (data []byte, names [][]string, probs diag.List) {
	x := search.New(search.Language{
		Lang:    s.language.Lang,
		Tag:     s.language.Tag.String(),
		Name:    s.language.Name,
		Stemmer: s.language.Stemmer,
		Style:   s.style,
	}, s.Site.Search)
	names = make([][]string, len(s.entries))
	found := make([]diag.List, len(s.entries))
	par.Each(len(s.entries), func(i int) { // pages are read once, and not kept
		page, parts := s.parts(s.entries[i])
		names[i], found[i] = name(s.entries[i], parts)
		x.Add(i, page, parts, names[i])
	})
	data, probs = x.File(s.messages(), func(name string) (numbers []int) {
		for i, e := range s.entries {
			if e.Name() == name {
				numbers = append(numbers, i)
			}
		}
		return numbers
	})
	return data, names, slices.Concat(slices.Concat(found...), probs)
}

// messages returns what the script of search shows.
func (s *searcher) messages() search.Messages {
	in := s.language.Lang
	named := func(key string) string { return word(s.Site, in, key) }
	return search.NewMessages(s.Site.Words.Forms(in, "results"), named, s.Site.Words.Telephones().Calls)
}

// parts returns a page as it is searched, and its parts. In a preview it is one part, since
// the number of files must be known before they are made.
func (s *searcher) parts(e *site.Entry) (search.Page, [][]search.Section) {
	page := s.Site.Searched(e)
	if s.Preview {
		return page, [][]search.Section{page.Sections}
	}
	return page, search.Parts(page.Sections, len(s.entries))
}

// texts returns the files with the texts, which are made again when they are rendered.
// Parts with the same text are one file.
func (s *searcher) texts(names [][]string) (files []public.File) {
	seen := map[string]bool{}
	for i, e := range s.entries {
		for n, name := range names[i] {
			if seen[name] {
				continue
			}
			seen[name] = true
			files = append(files, s.file(searchDir+name+".js", func() ([]byte, diag.List) {
				_, parts := s.parts(e)
				return searchText(e, parts[n])
			}))
		}
	}
	return files
}

func searchText(e *site.Entry, part []search.Section) ([]byte, diag.List) {
	data, err := search.Text(part)
	if err != nil {
		return nil, diag.List{diag.Errorf(e.Path, 0, "its text for search: %v", err)}
	}
	return data, nil
}
