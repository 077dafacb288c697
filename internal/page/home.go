package page

import (
	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/strict"
	"rygghandboka/internal/text/markdown"
)

// A Home is the first page of a language, with doors to the pages that most readers need.
type Home struct {
	Doors []Door `yaml:"doors,optional" doc:"ways in, with figures, before the first heading"`
}

// A Door leads to a page.
type Door struct {
	Page   strict.Text `yaml:"page" role:"data" doc:"its key: programmes/start"`
	Figure strict.Text `yaml:"figure" role:"data" doc:"the exercise whose figure it shows: bird-dog"`
	Title  strict.Text `yaml:"title" doc:"what a reader does there, in three words"`
	Text   strict.Text `yaml:"text" doc:"what a reader finds there, in one sentence"`
}

func (*Home) complete(*Page) diag.List { return nil }

// block returns the block that a translation is compared by.
func (d Door) block() (section string, b markdown.Block) {
	return "", markdown.Block{Kind: doorBlock, ID: d.Page.Text, Offset: d.Page.Offset}
}

// about returns the page, since a text for one is wrong for another.
func (d Door) about() strict.Text { return d.Page }

const doorBlock markdown.SimpleBlock = "door"
