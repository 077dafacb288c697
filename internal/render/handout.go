package render

import (
	"strings"

	"rygghandboka/internal/draw/qr"
	"rygghandboka/internal/render/resource"
	"rygghandboka/internal/site"
)

// A handout is what only paper shows of a page: see partials/handout.html.
type handout struct {
	Document string // bird-dog.en: the page's key and language
	Code     qr.Code
	Pages    int // how many the sheet has, on A4 and on US Letter; 0 if it is one
	Days     []string
	Weeks    []int
	PDF      string // the name of the file beside the page, if there is one
	Mirror   string // of that in all languages
}

// weeks is how many weeks the log of a handout has.
const weeks = 4

// newHandout returns what paper shows of a page that is a handout of so many pages.
func (r *renderer) newHandout(e *site.Entry, pages int) (handout, error) {
	code, err := qr.Encode(r.origin() + e.URL)
	if err != nil {
		return handout{}, err
	}
	h := handout{
		Document: e.Name() + "." + e.Language.Tag.String(),
		Code:     code,
		Pages:    pages,
		Days:     strings.Fields(r.word(e.Lang, "handout-days")),
	}
	if r.PDF && !e.OffMenu {
		h.PDF, h.Mirror = resource.PDFName(e), resource.MirrorName(e)
	}
	for i := range weeks {
		h.Weeks = append(h.Weeks, i+1)
	}
	return h, nil
}
