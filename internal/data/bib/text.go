package bib

import (
	"encoding/json"
	"strings"
)

// Text is a string that some programs export as a number.
type Text string

// UnmarshalJSON reads a string or a number.
func (t *Text) UnmarshalJSON(data []byte) error {
	var n json.Number
	if json.Unmarshal(data, &n) == nil {
		*t = Text(n)
		return nil
	}
	return json.Unmarshal(data, (*string)(t))
}

// spaced joins what is not empty with spaces.
func spaced(parts ...string) string {
	return strings.Join(strings.Fields(strings.Join(parts, " ")), " ")
}
