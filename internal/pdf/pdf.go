// Package pdf prints pages of a finished site as PDF files, with Chromium.
//
// The files are those that a reader gets from the browser's own print command: A4, two
// pages for an exercise or a programme. They are tagged, and have the page's title, its
// language, an outline of its headings, and the text alternatives of its figures. They
// are not PDF/UA: Chromium loses where the language changes within a page, and
// describes links by their addresses.
//
// The law: the same site and the same Chromium give the same bytes. Chromium writes the
// time and numbers of its own into each file, which are replaced here.
//
// Chromium asks for the pages at the address where they will be published, so that links
// on paper are right, and is answered from memory. It reaches no network.
package pdf

import (
	"context"
	"fmt"
	"net/url"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/public"
)

// Print prints sheets of a site and returns them as files of it. base is where the site
// is published, browser the program to print with. After each sheet, printed is called
// with the number of sheets that are done. Problems are those of the site's own files.
func Print(
	ctx context.Context, site []public.File, base *url.URL, sheets []public.PDF, browser string,
	printed func(done int),
) ([]public.File, diag.List, error) {
	ctx, cancel := newBrowser(ctx, browser)
	defer cancel()
	files := &files{base: base, byPath: map[string]public.File{}}
	for _, f := range site {
		files.byPath[f.Path] = f
	}
	if err := files.answer(ctx); err != nil {
		return nil, nil, fmt.Errorf("%s does not start: %w", browser, err)
	}
	var out []public.File
	for i, s := range sheets {
		data, err := sheet(ctx, public.Origin(base)+s.URL, s.Wait)
		if err == nil {
			err = files.failure()
		}
		if err != nil {
			return nil, files.problems, fmt.Errorf("%s cannot be printed: %w", s.URL, err)
		}
		out = append(out, public.File{Path: s.Path, Render: public.Bytes(data)})
		printed(i + 1)
	}
	return out, files.problems, nil
}
