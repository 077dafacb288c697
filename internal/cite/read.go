package cite

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"rygghandboka/internal/base/diag"
)

var (
	bibStart = regexp.MustCompile(`(?m)^[ \t]*@\pL+\s*[{(]`)
	risStart = regexp.MustCompile(`(?m)^\s*TY\s{0,3}-`)
	pubmed   = regexp.MustCompile(`(?m)^PMID- \d+`)
)

// Read reads an export, whatever its name: CSL-JSON, BibTeX, BibLaTeX or RIS. A mistake in
// the file is an error; a field that is not well formed, or a work without a title, is left
// out with a warning.
func Read(file string, data []byte) (entries []*Entry, probs diag.List) {
	if p := unreadable(file, data); p != nil {
		return nil, diag.List{*p}
	}
	const mark = "\uFEFF" // of the order of bytes
	text := strings.TrimPrefix(string(data), mark)
	lead := len(data) - len(text)
	read := readerOf(text)
	if read == nil {
		p := diag.Errorf(file, 0, "this is no export of works").
			Hintf("in Zotero choose Export, and CSL JSON, BibTeX or RIS as the format")
		if pubmed.MatchString(text) {
			p.Hint = "this is PubMed's own format: let Zotero read it, or export RIS"
		}
		return nil, diag.List{p}
	}
	all, probs := read(file, text)
	for _, e := range all {
		if e.finish() {
			entries = append(entries, e)
		}
		probs = append(probs, e.probs...)
	}
	for i := range probs {
		probs[i].Offset += lead
	}
	if len(all) == 0 && len(probs) == 0 {
		probs = append(probs, diag.Warnf(file, 0, "there is no work in this export"))
	}
	return entries, probs
}

// readerOf returns what reads a text, by how it begins, or nil.
func readerOf(text string) func(file, text string) ([]*Entry, diag.List) {
	start := strings.TrimSpace(text)
	bib, ris := bibStart.FindStringIndex(text), risStart.FindStringIndex(text)
	switch {
	case strings.HasPrefix(start, "[") || strings.HasPrefix(start, "{"):
		return readCSL
	case ris != nil && (bib == nil || ris[0] < bib[0]):
		return readRIS
	case bib != nil:
		return readBibTeX
	}
	return nil
}

// unreadable returns the problem of a file that is not in UTF-8, or nil.
func unreadable(file string, data []byte) *diag.Problem {
	s := string(data)
	if utf8.Valid(data) && !strings.Contains(s, "\x00") {
		return nil
	}
	at := 0
	for i, r := range s {
		if _, n := utf8.DecodeRuneInString(s[i:]); r == utf8.RuneError && n == 1 || r == 0 {
			at = i
			break
		}
	}
	p := diag.Errorf(file, at, "this file is not in UTF-8: which letter is meant here cannot be known").
		Hintf("export it again as Unicode (UTF-8), without which å may become another letter")
	return &p
}
