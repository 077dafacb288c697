package render

import "rygghandboka/internal/site"

// A factboxDetail is what factbox.html shows beyond the text.
type factboxDetail struct{ Handout handout }

func (r *renderer) factboxDetail(e *site.Entry) (*factboxDetail, error) {
	handout, err := r.newHandout(e, 0)
	if err != nil {
		return nil, err
	}
	return &factboxDetail{Handout: handout}, nil
}
