package diag

import (
	"regexp"
	"strings"
)

// Unwritten is a placeholder for what an author has yet to write. Nothing is published while it
// is there.
const Unwritten = "…"

var unwrittenForm = regexp.MustCompile(`^(?:` +
	`…|\.{3,}` +
	`|(?:TODO|TBD|TBC|FIXME|XXX)(?:\.|:.*)?` +
	`|(?i:lorem ipsum\b.*)` +
	`|(?i:kommer snart|coming soon)\.?` +
	`)$`)

// IsUnwritten reports whether a text is nothing but a placeholder: three dots, a mark such as
// TODO, also with a task after a colon, or the text of a template. Three dots in a sentence
// are no placeholder.
func IsUnwritten(text string) bool { return unwrittenForm.MatchString(strings.TrimSpace(text)) }
