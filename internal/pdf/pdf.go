// Package pdf prints pages of a finished site as PDF files, with Chromium.
//
// The files are those that a reader gets from the browser's own print command: A4, two
// pages for an exercise and three for a programme. But what Chromium prints is then tagged as
// PDF/UA-1 demands: with types of PDF 1.7, lists and tables that are whole, alternatives
// of figures, descriptions of links, languages, and metadata that say so. No file of the
// handbook fails under a condition that internal/test/matterhorn checks. Nobody has tried
// them with a screen reader, and no other validator has confirmed the result.
//
// The law: the same site and the same Chromium give the same bytes. When Chromium made
// the file, and what it numbers differently each time, is removed.
//
// Chromium asks for the pages at the address where they will be published, so that links
// on paper are right, and is answered from memory. It reaches no network.
//
//	document.go	a parsed file
//	write.go	a document as a file again
//	content.go	the content of a page, divided into operators
//	font.go		which letters the codes of a font are
//	painting.go	what each mark in a content shows, and new marks
//	repair.go	words that can be found in a content, and all text in marks
//	page.go		a page's content, read and repaired
//	box.go		where each mark is on the page
//	tree.go		the structure tree, read and written
//	structure.go	the tree of Chromium as one of PDF 1.7
//	table.go	the empty cells of tables
//	link.go		descriptions of links, and the outline
//	metadata.go	the title, the language, and what the file is
//	tag.go		all that, in order
//	files.go	the answers to the browser
//	print.go	one page
//	pdf.go		all pages
package pdf

import (
	"context"
	"fmt"
	"net/url"
	"sync"

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
	out := make([]public.File, len(sheets))
	failed := make([]error, len(sheets))
	var tagging sync.WaitGroup // while Chromium prints the next
	defer tagging.Wait()
	for i, s := range sheets {
		data, tables, err := sheet(ctx, public.Origin(base)+s.URL, s)
		if err == nil {
			err = files.failure()
		}
		if err != nil {
			return nil, files.problems, fmt.Errorf("%s cannot be printed: %w", s.URL, err)
		}
		tagging.Go(func() {
			data, failed[i] = tag(data, tables)
			out[i] = public.File{Path: s.Path, Render: public.Bytes(data)}
		})
		printed(i + 1)
	}
	tagging.Wait()
	for i, err := range failed {
		if err != nil {
			return nil, files.problems, fmt.Errorf("%s cannot be tagged: %w", sheets[i].URL, err)
		}
	}
	return out, files.problems, nil
}
