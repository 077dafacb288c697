package render

import (
	"strconv"

	"rygghandboka/internal/site"
)

// An indexDetail is what page.html shows beyond the text: the pages below.
type indexDetail struct {
	Groups    []cardGroup
	Filter    *filter            // nil unless the index is of exercises
	Elsewhere []site.Translation // pages below this one that only another language has
}

// A cardGroup is the exercises of one stage, or all other pages.
type cardGroup struct {
	Stage       int    // 0 if they are no exercises
	Title, Text string // of the stage
	Cards       []site.Card
}

// A filter is the data of partials/filter.html. It works without a script: a style
// sheet hides each exercise while something is chosen that it does not have.
type filter struct {
	Choices []site.Choice
	Count   int // of all exercises in the list
}

func (r *renderer) newIndexDetail(e *site.Entry) *indexDetail {
	if e.Index == nil {
		return &indexDetail{}
	}
	d := &indexDetail{Elsewhere: e.Index.Elsewhere}
	for _, c := range e.Index.Children {
		stage := 0
		if c.Exercise != nil {
			stage = c.Exercise.Stage
		}
		if n := len(d.Groups); n == 0 || d.Groups[n-1].Stage != stage {
			d.Groups = append(d.Groups, r.newCardGroup(e, stage))
		}
		last := &d.Groups[len(d.Groups)-1]
		last.Cards = append(last.Cards, c)
	}
	if e.HasFilter() {
		d.Filter = &filter{Choices: e.Index.Filter, Count: len(e.Index.Children)}
	}
	return d
}

// Children returns the cards of all groups.
func (d *indexDetail) Children() (cards []site.Card) {
	for _, g := range d.Groups {
		cards = append(cards, g.Cards...)
	}
	return cards
}

func (r *renderer) newCardGroup(e *site.Entry, stage int) cardGroup {
	if stage == 0 {
		return cardGroup{}
	}
	n := strconv.Itoa(stage)
	return cardGroup{
		Stage: stage,
		Title: r.word(e.Lang, "stage") + " " + n + ": " + r.word(e.Lang, "stage-"+n),
		Text:  r.word(e.Lang, "stage-text-"+n),
	}
}
