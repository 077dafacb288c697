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
