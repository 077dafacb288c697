package pdf

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/chromedp/chromedp"

	"rygghandboka/internal/base/public"
)

// patience is how long Chromium may take for one page.
const patience = time.Minute

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

// prepare makes Chromium write what it would leave out, and returns the texts of all
// cells of tables, because it writes no empty ones.
//
// It writes no language of what has no role, such as a span; a role that PDF does not know
// is enough. A ligature would be one letter in the text of the file.
const prepare = `(() => {
	const sheet = new CSSStyleSheet();
	sheet.replaceSync("*, ::before, ::after, ::marker { font-variant-ligatures: none !important }");
	document.adoptedStyleSheets.push(sheet);
	const inline = "span, i, b, u, q, dfn, cite, small, abbr, bdi";
	for (const e of document.body.querySelectorAll(` + "`:is(${inline})[lang]:not([role])`" + `)) {
		e.setAttribute("role", "mark");
	}
	const cells = (row) => Array.from(row.cells, (c) => c.textContent);
	return Array.from(document.querySelectorAll("table"), (t) => Array.from(t.rows, cells));
})()`

// sheet prints the page at an address, and returns its tables too.
func sheet(ctx context.Context, address string, s public.PDF) ([]byte, []table, error) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	// The blank page is for addresses that differ only in their fragments.
	if err := chromedp.Do(ctx, chromedp.Navigate("about:blank"), chromedp.Navigate(address)); err != nil {
		return nil, nil, err
	}
	if s.Wait != "" {
		isThere := fmt.Sprintf("document.querySelector(%q) != null", s.Wait)
		if _, err := chromedp.Run(ctx, chromedp.Poll[bool](isThere)); err != nil {
			return nil, nil, err
		}
	}
	if s.Name != "" {
		name := fmt.Sprintf("document.title = %q", s.Name)
		if _, err := chromedp.Run(ctx, chromedp.Evaluate[string](name)); err != nil {
			return nil, nil, err
		}
	}
	tables, err := chromedp.Run(ctx, chromedp.Evaluate[[]table](prepare))
	if err != nil {
		return nil, nil, err
	}
	print := chromedp.PrintToPDF(chromedp.PDFPaper(chromedp.PaperA4), chromedp.PDFPreferCSSPageSize(),
		chromedp.PDFOutlineAndTagged())
	data, err := chromedp.Run(ctx, print)
	return data, tables, err
}
