package main

import (
	"context"

	"rygghandboka/internal/base/diag"
)

// A checkVerb builds and renders the site in memory.
type checkVerb struct{ survey }

func (v *checkVerb) run(ctx context.Context, c console, _ []string) (diag.List, error) {
	o := v.options()
	o.Weigh = true
	r, err := c.site(string(v.src), o)
	if err != nil {
		return nil, err
	}
	return v.report(c.stdout, append(r.Problems, r.Render(ctx)...))
}
