package translation

import (
	"slices"
	"strings"

	"rygghandboka/internal/text/lang"
)

// A Status is the state of a page in one language, compared with its translations.
type Status string

// From best to worst.
const (
	Confirmed   Status = "confirmed"   // somebody has compared all of it
	Unconfirmed Status = "unconfirmed" // nobody has compared its present text
	Stale       Status = "stale"       // another language has changed since
	Differs     Status = "differs"     // its meaning differs: a build fails
	Missing     Status = "missing"
	Draft       Status = "draft" // it is not published: nobody needs to compare it yet
)

// Statuses are all of them.
var Statuses = []Status{Confirmed, Unconfirmed, Stale, Differs, Missing, Draft}

// A Report is the state of the translation of each page.
type Report struct {
	Languages   []lang.Lang  `json:"languages"`
	Pages       []Page       `json:"pages"`  // sorted by key
	Shared      []Page       `json:"shared"` // the shared files
	Differences []Difference `json:"differences"`

	apart       map[string]bool
	unconfirmed int // pages, if nothing has been confirmed at all
}

// A Page is one page in all languages, or one shared file. What a file has in no language
// is under NoLang.
type Page struct {
	Key    string              `json:"page"`
	States map[lang.Lang]State `json:"languages"`
}

// In returns the state in a language. That of a shared file without languages holds for all.
func (p *Page) In(l lang.Lang) State {
	if state, ok := p.States[l]; ok {
		return state
	}
	return p.States[NoLang]
}

// A State is that of a page in one language.
type State struct {
	Status Status `json:"status"`
	Path   string `json:"file,omitempty"`

	// The ids of the sections or records that are not confirmed; "" before the first heading.
	Sections []string `json:"sections,omitempty"`
}

// A Difference is one that the authors mean.
type Difference struct {
	Path    string `json:"file"`
	Section string `json:"section"`
	What    string `json:"what"`
	Reason  string `json:"reason"`
}

// raise gives a page a status, unless it has a worse one.
func (p *Page) raise(l lang.Lang, s Status) {
	state := p.States[l]
	if slices.Index(Statuses, s) > slices.Index(Statuses, state.Status) {
		state.Status = s
	}
	p.States[l] = state
}

// raiseAll gives all languages of a page a status.
func (p *Page) raiseAll(s Status) {
	for l := range p.States {
		p.raise(l, s)
	}
}

// setAll records that a section of a page is not confirmed in all its languages.
func (p *Page) setAll(versions []version, s Status) {
	for _, v := range versions {
		p.set(v.key.Lang, s, v.key.ID)
	}
}

// set records that a section of a page is not confirmed.
func (p *Page) set(l lang.Lang, s Status, section string) {
	p.raise(l, s)
	state := p.States[l]
	state.Sections = append(state.Sections, section)
	p.States[l] = state
}

// Of returns the states of a page in all languages.
func (r *Report) Of(key string) map[lang.Lang]State {
	byKey := func(p Page, key string) int { return strings.Compare(p.Key, key) }
	i, found := slices.BinarySearchFunc(r.Pages, key, byKey)
	if !found {
		return nil
	}
	return r.Pages[i].States
}

// IsApart reports whether the languages of a page may say different things: some have changed
// since they were confirmed, and others have not. Nobody knows yet which of them is right.
func (r *Report) IsApart(key string) bool { return r != nil && r.apart[key] }

// Total returns how many pages of a language have a status.
func (r *Report) Total(l lang.Lang, s Status) (n int) {
	for _, p := range r.Pages {
		if p.States[l].Status == s {
			n++
		}
	}
	return n
}
