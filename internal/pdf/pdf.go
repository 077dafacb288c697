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
	"mime"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/chromedp/cdproto/fetch"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/public"
)

// patience is how long Chromium may take for one page.
const patience = time.Minute

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

// newBrowser returns a context with a tab of a browser that starts with its first request.
func newBrowser(ctx context.Context, browser string) (context.Context, func()) {
	options := slices.Clone(chromedp.DefaultExecAllocatorOptions[:])
	options = append(options, chromedp.ExecPath(browser), chromedp.NoSandbox)
	ctx, stop := chromedp.NewExecAllocator(ctx, options...)
	ctx, cancel := chromedp.NewContext(ctx)
	return ctx, func() {
		cancel()
		stop()
	}
}

// sheet prints one page. wait is a CSS selector for what has to be there, or "".
func sheet(ctx context.Context, address, wait string) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	// The blank page is for addresses that differ only in their fragments.
	if err := chromedp.Do(ctx, chromedp.Navigate("about:blank"), chromedp.Navigate(address)); err != nil {
		return nil, err
	}
	if wait != "" {
		isThere := fmt.Sprintf("document.querySelector(%q) != null", wait)
		if _, err := chromedp.Run(ctx, chromedp.Poll[bool](isThere)); err != nil {
			return nil, err
		}
	}
	print := chromedp.PrintToPDF(chromedp.PDFPreferCSSPageSize(), chromedp.PDFOutlineAndTagged())
	data, err := chromedp.Run(ctx, print)
	return timeless(data), err
}

// What differs each time: when Chromium made the file, and the numbers of
// its own nodes, by which cells of a table refer to their heads.
var (
	written = regexp.MustCompile(`\((D:)\d{14}`)
	node    = regexp.MustCompile(`\(node\d{8}\)`)
)

// timeless puts one moment in the place of all others, and counts nodes from 1, in the
// same order. What is put in is as long as what was there, so that offsets in
// the file remain valid.
func timeless(pdf []byte) []byte {
	pdf = written.ReplaceAll(pdf, []byte("(${1}20000101000000"))
	var names []string
	for _, n := range node.FindAll(pdf, -1) {
		names = append(names, string(n))
	}
	slices.Sort(names)
	names = slices.Compact(names)
	return node.ReplaceAllFunc(pdf, func(n []byte) []byte {
		i, _ := slices.BinarySearch(names, string(n))
		return fmt.Appendf(nil, "(node%08d)", i+1)
	})
}

// files answers a browser with the files of a site.
type files struct {
	base   *url.URL
	byPath map[string]public.File

	mu       sync.Mutex
	problems diag.List
	failed   error // the first answer that could not be given
}

// answer answers each request of the browser's tab from now on.
func (f *files) answer(ctx context.Context) error {
	err := chromedp.Listen(ctx, func(event any) {
		if paused, ok := event.(*fetch.EventRequestPaused); ok {
			go f.one(ctx, paused)
		}
	})
	if err != nil {
		return err
	}
	// A service worker would ask the network for pages, which is somebody else's site there.
	script := page.AddScriptToEvaluateOnNewDocumentParams{Source: "delete Navigator.prototype.serviceWorker"}
	if _, err := chromedp.Call(ctx, page.AddScriptToEvaluateOnNewDocument, script); err != nil {
		return err
	}
	_, err = chromedp.Call(ctx, fetch.Enable, fetch.EnableParams{})
	return err
}

// one answers one request.
func (f *files) one(ctx context.Context, request *fetch.EventRequestPaused) {
	err := f.fulfill(ctx, request)
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.failed == nil {
		f.failed = err
	}
}

// fulfill answers a request with a file of the site; without one, it is an error.
func (f *files) fulfill(ctx context.Context, request *fetch.EventRequestPaused) error {
	data, kind, found := f.read(request.Request.URL)
	if found {
		_, err := chromedp.Call(ctx, fetch.FulfillRequest, fetch.FulfillRequestParams{
			RequestID:       request.RequestID,
			ResponseCode:    200,
			Body:            data,
			ResponseHeaders: []*fetch.HeaderEntry{{Name: "Content-Type", Value: kind}},
		})
		return err
	}
	_, err := chromedp.Call(ctx, fetch.FailRequest, fetch.FailRequestParams{
		RequestID:   request.RequestID,
		ErrorReason: network.ErrorReasonBlockedByClient,
	})
	if err != nil {
		return err
	}
	return fmt.Errorf("it asks for %s, which is no file of the site", request.Request.URL)
}

// read returns the file at an address, and its type.
func (f *files) read(address string) (data []byte, kind string, found bool) {
	name, ours := strings.CutPrefix(address, f.base.String())
	name, _, _ = strings.Cut(name, "#")
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	file, known := f.byPath[name]
	if !ours || !known {
		return nil, "", false
	}
	data, probs := file.Render()
	f.mu.Lock()
	defer f.mu.Unlock()
	f.problems = append(f.problems, probs...)
	return data, mime.TypeByExtension(path.Ext(name)), true
}

// failure returns why an answer could not be given, if one could not.
func (f *files) failure() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.failed
}
