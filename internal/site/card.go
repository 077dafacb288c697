package site

import "rygghandboka/internal/page"

// A Card is what a list shows of a page.
type Card struct {
	Stub
	Key      string // exercises/bird-dog
	Kind     page.Kind
	Summary  string
	OffMenu  bool      // not for the menu
	Foot     bool      // in the foot of each page instead
	Draft    bool      // not published: only authors see it
	Exercise *Exercise // of an exercise
}
