package matterhorn

import (
	"fmt"
	"slices"
)

// A condition is one under which a file fails.
type condition struct {
	number, text string
	fails        func(v *view) (where []string)
}

// conditions are all that are checked. Numbers that start with a letter are not of the
// protocol: what readers need besides.
var conditions = slices.Concat(contentConditions, structureConditions, documentConditions,
	annotationConditions, fontConditions)

// Faults returns the conditions under which the file fails, each with its number and the
// first place.
func (f *File) Faults() (faults []string) {
	v := f.look()
	for _, c := range conditions {
		if where := c.fails(v); len(where) > 0 {
			faults = append(faults, fmt.Sprintf("%s %s: %s (%d)", c.number, c.text, where[0], len(where)))
		}
	}
	return faults
}

// Numbers returns the numbers of all conditions.
func Numbers() (list []string) {
	for _, c := range conditions {
		list = append(list, c.number)
	}
	return list
}
