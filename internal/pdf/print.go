package pdf

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/chromedp/chromedp"
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

// phrases gives the words in another language a role. Chromium writes no language of what
// has none, such as a span, and writes this role as an element without a type.
const phrases = `(() => {
	const found = [...document.body.querySelectorAll(":is(span, i, b, cite, small, abbr, bdi)[lang]:not([role])")];
	for (const e of found) e.setAttribute("role", "mark");
	return found.length;
})()`

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
	if _, err := chromedp.Run(ctx, chromedp.Evaluate[int](phrases)); err != nil {
		return nil, err
	}
	print := chromedp.PrintToPDF(chromedp.PDFPreferCSSPageSize(), chromedp.PDFOutlineAndTagged())
	data, err := chromedp.Run(ctx, print)
	if err != nil {
		return nil, err
	}
	return tag(data)
}
