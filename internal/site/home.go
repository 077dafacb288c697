package site

// A Home is the doors of a front page.
type Home struct{ Doors []Door }

// A Door leads to a page, with the figure of an exercise.
type Door struct {
	Stub          // its Title is the door's own
	Text   string // what is behind it
	Figure *Figure
}
