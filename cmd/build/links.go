package main

import (
	"context"
	"fmt"

	"rygghandboka/internal/base/diag"
)

// A linksVerb lists the links that lead out of the handbook, for whoever checks that
// they still do. A build fetches none.
type linksVerb struct{ survey }

func (v *linksVerb) run(_ context.Context, c console, _ []string) (diag.List, error) {
	r, probs, err := v.sound(c, v.options())
	if r == nil {
		return probs, err
	}
	if v.format == jsonFormat {
		type link struct {
			File   string `json:"file"`
			Line   int    `json:"line"`
			Column int    `json:"column"`
			URL    string `json:"url"`
		}
		list := []link{}
		for _, l := range r.Links() {
			list = append(list, link{l.File, l.Line, l.Column, l.Message})
		}
		return nil, diag.EncodeJSON(c.stdout, list)
	}
	for _, l := range r.Links() {
		if _, err := fmt.Fprintf(c.stdout, "%s:%d:%d: %s\n", l.File, l.Line, l.Column, l.Message); err != nil {
			return nil, err
		}
	}
	return nil, nil
}
