package page

import (
	"testing"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/strict"
)

// A note is a text that somebody adds to a struct of the front matter.
type note struct {
	Note strict.Text `yaml:"note,optional"`
}

// AddNotes gives the front matter of each kind a note, and the items of its lists too,
// until the test ends. Nothing in the program knows of it.
func AddNotes(t *testing.T) {
	before := fronts
	fronts = func(p *Page) []any {
		switch p.Own.(type) {
		case *Programme:
			p.Own = &notedProgramme{}
		case *Changes:
			p.Own = &notedChanges{}
		case *Glossary:
			p.Own = &notedGlossary{}
		}
		return append(before(p), &note{})
	}
	t.Cleanup(func() { fronts = before })
}

type notedProgramme struct {
	Exercises []struct {
		Step
		note
	} `yaml:"exercises"`
}

func (n *notedProgramme) complete(p *Page) diag.List {
	own := &Programme{}
	for _, s := range n.Exercises {
		own.Steps = append(own.Steps, s.Step)
	}
	p.Own = own
	return own.complete(p)
}

type notedChanges struct {
	Changes []struct {
		Change
		note
	} `yaml:"changes"`
}

func (n *notedChanges) complete(p *Page) diag.List {
	own := &Changes{}
	for _, c := range n.Changes {
		own.Changes = append(own.Changes, c.Change)
	}
	p.Own = own
	return own.complete(p)
}

type notedGlossary struct {
	Terms []struct {
		Term
		note
	} `yaml:"terms"`
}

func (n *notedGlossary) complete(p *Page) diag.List {
	own := &Glossary{}
	for _, t := range n.Terms {
		own.Terms = append(own.Terms, t.Term)
	}
	p.Own = own
	return own.complete(p)
}
