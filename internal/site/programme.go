package site

import (
	"rygghandboka/internal/base/strict"
	"rygghandboka/internal/page"
)

// A Programme is exercises in their order.
type Programme struct{ Steps []Step }

// A Step is one exercise of a programme.
type Step struct {
	Card
	Reason string
	Start  []string // what the exercise's page says of the starting position,
	How    []string // and the steps
}

// lead returns what is put before the reason for a step where it is searched.
func (p *Programme) lead(part strict.Part) string {
	if part.Key != page.StepsField {
		return ""
	}
	return p.Steps[part.Index].Title + ": "
}
