package diag

import (
	"regexp"
	"strings"
)

// Unwritten stands where an author has yet to write something. Nothing is published while
// it is there.
const Unwritten = "…"

var unwrittenForm = regexp.MustCompile(`^(?:…|\.{3,}|(?:TODO|TBD|TBC|FIXME|XXX)(?:\.|:.*)?|(?i:lorem ipsum\b.*)|(?i:kommer snart|coming soon)\.?)$`)

// IsUnwritten reports whether a text is nothing but a sign that it is still to be written:
// three dots, a mark such as TODO, also with what is to be done after a colon, or the text
// of a template. Three dots in a sentence are no such sign.
func IsUnwritten(text string) bool { return unwrittenForm.MatchString(strings.TrimSpace(text)) }
