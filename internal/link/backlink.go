package link

import "rygghandboka/internal/site"

// refer notes that the page that is being filled refers to another: by a link,
// an embed, or as a step of a programme. Indexes, lists of works and the home page refer to
// everything, so they are no way back. What a box refers to is noted on the
// page of the box.
func (l *linker) refer(from, to *site.Entry) {
	if from == to || from.IsIndex() || !from.Kind.Traits().LinksBack {
		return
	}
	to.Refer(from)
}
