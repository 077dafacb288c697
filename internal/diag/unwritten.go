package diag

import (
	"regexp"
	"strings"
)

// Unwritten stands where an author has yet to write something. Nothing is published while
// it is there.
const Unwritten = "…"

var unwrittenForm = regexp.MustCompile(`^(…|\.{3,}|TODO)$`)

// IsUnwritten reports whether a text is nothing but a sign that it is still to be written.
// Three dots in a sentence are no such sign.
func IsUnwritten(text string) bool { return unwrittenForm.MatchString(strings.TrimSpace(text)) }
