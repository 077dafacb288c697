package review

import (
	"time"

	"rygghandboka/internal/text/lang"
)

// A Report is the state of each page in each language that has it.
type Report struct {
	Languages []lang.Lang `json:"languages"`
	Pages     []Page      `json:"pages"` // sorted by key
}

// A Page is one page in all languages.
type Page struct {
	Key    string              `json:"page"`
	States map[lang.Lang]Entry `json:"languages"` // of those that have the page
}

// An Entry is the state of a page in one language.
type Entry struct {
	Status   Status   `json:"status"`
	Reviewer string   `json:"reviewer,omitempty"`
	Role     string   `json:"role,omitempty"`
	Reviewed string   `json:"reviewed,omitempty"` // a day
	Until    string   `json:"until,omitempty"`
	Changed  []string `json:"changed,omitempty"` // since, in the words of the page
}

// NewEntry returns the entry of a page that has been reviewed, or with nil of one that has
// not.
func NewEntry(s *State) Entry {
	e := Entry{Status: s.Status()}
	if s == nil {
		return e
	}
	e.Reviewer, e.Role = s.By.Name, s.By.Role
	e.Reviewed, e.Until = s.On.Format(time.DateOnly), s.Until.Format(time.DateOnly)
	e.Changed = s.Names()
	return e
}
