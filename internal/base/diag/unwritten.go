package diag

import (
	"regexp"
	"strings"
)

// Unwritten is a placeholder for what an author has yet to write. Nothing is published while it
// is there.
const Unwritten = "…"

// UnwrittenAt returns the problem that what is at an offset is a placeholder: text.
func UnwrittenAt(file string, offset int, what, text string) Problem {
	p := Errorf(file, offset, "%s is not written yet", what).Hintf("write it instead of %s", strings.TrimSpace(text))
	p.Unwritten = what
	return p
}

// IsUnwritten reports whether the problem is a placeholder.
func (p Problem) IsUnwritten() bool { return p.Unwritten != "" }

var unwrittenForm = regexp.MustCompile(`^(?:` +
	`…|\.{3,}|\[…\]|\(…\)` +
	`|(?:TODO|TBD|TBC|FIXME|XXX|UNWRITTEN)(?:\.|:.*)?` +
	`|(?i:this is no \pL+ yet|dette er ingen \pL+ ennå|not written yet|ikke skrevet ennå)\.?` +
	`|(?i:lorem ipsum\b.*)` +
	`|(?i:kommer snart|coming soon)\.?` +
	`)$`)

// IsUnwritten reports whether a text is nothing but a placeholder: three dots, a mark such as
// TODO, also with a task after a colon, or the text of a template. Three dots in a sentence
// are no placeholder.
func IsUnwritten(text string) bool { return unwrittenForm.MatchString(strings.TrimSpace(text)) }

// marks are placeholders inside a sentence: "hold for TBD seconds".
var marks = regexp.MustCompile(`(?:^|[^\pL\pN_-])(TODO|TBD|FIXME|XXX)(?:[^\pL\pN_-]|$)` +
	`|(\[(?i:insert|sett inn|fyll inn|fill in)\b[^\]]*\])` +
	`|((?i:lorem ipsum))`)

// UnwrittenIn returns where the first placeholder in a text is, which may be all of it, or -1.
func UnwrittenIn(text string) (start, end int) {
	if IsUnwritten(text) {
		start = strings.Index(text, strings.TrimSpace(text))
		return start, start + len(strings.TrimSpace(text))
	}
	if !mayHaveMark(text) {
		return -1, -1
	}
	if m := marks.FindStringSubmatchIndex(text); m != nil {
		for i := 2; i < len(m); i += 2 {
			if m[i] >= 0 {
				return m[i], m[i+1]
			}
		}
	}
	return -1, -1
}

// mayHaveMark reports whether a text must be searched with a pattern, as hardly any must.
func mayHaveMark(text string) bool {
	for _, part := range []string{"[", "TODO", "TBD", "FIXME", "XXX", "psum"} {
		if strings.Contains(text, part) {
			return true
		}
	}
	return false
}
