package diag

import (
	"regexp"
	"strings"
)

// Unwritten is a placeholder for what an author has yet to write. Nothing is published while it
// is there.
const Unwritten = "…"

const notWritten = " is not written yet"

// UnwrittenAt returns the problem that what is at an offset is a placeholder: text.
func UnwrittenAt(file string, offset int, what, text string) Problem {
	return Errorf(file, offset, "%s", what+notWritten).Hintf("write it instead of %s", strings.TrimSpace(text))
}

// IsUnwritten reports whether the problem is a placeholder.
func (p Problem) IsUnwritten() bool { return strings.HasSuffix(p.Message, notWritten) }

// Unwritten returns what a placeholder is there for.
func (p Problem) Unwritten() string { return strings.TrimSuffix(p.Message, notWritten) }

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
