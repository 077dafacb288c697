package site

import "rygghandboka/internal/data/exercise"

// An Excerpt is one section of a page, as another page shows it.
type Excerpt struct {
	Title string // the text of its heading
	HTML  string // the finished HTML below it
	Own   string // what the other page says itself in the place of HTML, plain text
}

// An Exercise is an exercise's shared facts in the words of one language.
type Exercise struct {
	Key        string
	FilterKeys []string // the keys by which a filter finds it
	Stage      int
	Groups     []string
	Muscles    []Stub // with the address of the term in the glossary, if it has one
	Position   string
	Equipment  []string
	Dosage     string // a sentence without a full stop: 1–3 sets of 4–6 per side, hold 5–10 seconds
	Doses      []Dose // the same, for boxes on a handout
	Dose       exercise.Dosage
	Floor      bool // it is done on the floor
	Cautions   []Excerpt
	Easier     []Stub
	NoEasier   string // why there is no easier exercise, if there is none
	Harder     []Stub
	NoHarder   string
	Figure     *Figure // nil without one
	Places     []Place // in programmes
}

// A Place is where an exercise is in a programme.
type Place struct {
	Programme  Stub
	Order      int   // of the programme
	Number, Of int   // 3 of 6
	Next       *Stub // the exercise after it, nil after the last
}

// A Dose is one part of a dosage as a box on a handout: what it is, and the default.
type Dose struct{ Label, Value string }
