package translation

import (
	"bytes"
	"errors"
	"strings"
	"time"
	"unicode"

	"rygghandboka/internal/base/diag"
)

// A Stamp is who has confirmed a text, and when.
type Stamp struct {
	On time.Time // a day
	By string    // a name
}

// NewStamp returns a stamp, if the name is one line without brackets.
func NewStamp(on time.Time, by string) (Stamp, error) {
	by = strings.TrimSpace(by)
	hard := func(r rune) bool { return r == '[' || r == ']' || unicode.IsControl(r) }
	switch {
	case by == "":
		return Stamp{}, errors.New("a name is needed")
	case strings.ContainsFunc(by, hard):
		return Stamp{}, errors.New("a name has no brackets, and is on one line")
	case !diag.IsVisible(by):
		return Stamp{}, errors.New("a name has no characters that nobody sees")
	}
	return Stamp{on, by}, nil
}

// String returns the stamp as it is in the lock: 2026-03-12 Kari Nordmann. An empty one is "".
func (s Stamp) String() string {
	if s.By == "" {
		return ""
	}
	return s.On.Format(time.DateOnly) + " " + s.By
}

// cutStamp cuts the stamp in brackets, which may be empty, off the text of a line.
func cutStamp(text []byte) (stamp string, rest []byte, ok bool) {
	if !bytes.HasPrefix(text, []byte("[")) {
		return "", text, true
	}
	inside, rest, ok := bytes.Cut(text[1:], []byte("] "))
	if len(inside) == 0 || !ok {
		return "", rest, ok
	}
	day, by, _ := strings.Cut(string(inside), " ")
	on, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return "", rest, false
	}
	s, err := NewStamp(on, by)
	return s.String(), rest, err == nil && s.String() == string(inside)
}
