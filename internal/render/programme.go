package render

import "rygghandboka/internal/site"

// A programmeDetail is what programme.html shows beyond the text.
type programmeDetail struct {
	Steps   []site.Step
	Handout handout
}

func (r *renderer) programmeDetail(e *site.Entry, p *site.Programme) (*programmeDetail, error) {
	handout, err := r.newHandout(e, 3)
	if err != nil {
		return nil, err
	}
	return &programmeDetail{Steps: p.Steps, Handout: handout}, nil
}
