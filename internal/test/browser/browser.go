// Package browser gives tests real browsers. What a page does, and how it looks on
// paper, is asked of a browser and of nothing else.
//
// Chromium without a window is driven over its own protocol (Open). What readers see in
// every browser is also asked of Firefox and WebKit, the engine of iPhones, each driven
// by a small program of its own (Each): they do less, and what they do is a Page.
package browser

import (
	"context"
	"encoding/json"
	"regexp"
	"testing"
	"time"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// names are what Chromium is called on different systems.
var names = []string{"chromium", "chromium-browser", "google-chrome", "chrome"}

// A Tab is one tab. It fails its test if the browser refuses.
type Tab struct {
	t   testing.TB
	ctx context.Context
}

// Open starts a browser with one tab. It skips the test if there is none.
func Open(t testing.TB, width, height int) *Tab {
	t.Helper()
	path := installed(t, names...)
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path),
		chromedp.NoSandbox,
		chromedp.WindowSize(width, height),
		chromedp.UserDataDir(t.TempDir()),
	)
	ctx, cancel := chromedp.NewExecAllocator(t.Context(), options...)
	t.Cleanup(cancel)
	return (&Tab{t, ctx}).More()
}

// More opens another tab of the same browser.
func (tab *Tab) More() *Tab {
	tab.t.Helper()
	ctx, cancel := chromedp.NewContext(tab.ctx)
	tab.t.Cleanup(cancel)
	// The tab lives as long as the context of its first action.
	if err := chromedp.Do(ctx, chromedp.Navigate("about:blank")); err != nil {
		tab.t.Fatal(err)
	}
	return &Tab{tab.t, ctx}
}

// patience is how long a browser may take, on a machine with other things to do.
const patience = 20 * time.Second

func (tab *Tab) do(action chromedp.Action[chromedp.Void]) {
	tab.t.Helper()
	ctx, cancel := context.WithTimeout(tab.ctx, patience)
	defer cancel()
	if err := chromedp.Do(ctx, action); err != nil {
		tab.t.Fatal(err)
	}
}

// Go loads a page.
func (tab *Tab) Go(url string) {
	tab.t.Helper()
	tab.do(chromedp.Navigate(url))
}

// replaced are the errors of a page that another has just taken the place of.
var replaced = regexp.MustCompile("Cannot find context|target navigated")

// Wait waits until a JavaScript expression is true.
func (tab *Tab) Wait(expression string) {
	tab.t.Helper()
	ctx, cancel := context.WithTimeout(tab.ctx, patience)
	defer cancel()
	for {
		_, err := chromedp.Run(ctx, chromedp.Poll[bool](expression))
		if err == nil {
			return
		}
		if !replaced.MatchString(err.Error()) || ctx.Err() != nil {
			tab.t.Fatalf("waiting for %s: %v", expression, err)
		}
	}
}

// Eval returns the value of a JavaScript expression, or what a promise that it gives
// comes to.
func Eval[T any](p Page, expression string) (value T) {
	p.helper()
	data, err := p.evaluate(expression)
	if err == nil {
		err = json.Unmarshal(data, &value)
	}
	if err != nil {
		p.fail("%s: %v", expression, err)
	}
	return value
}

func (tab *Tab) evaluate(expression string) (json.RawMessage, error) {
	ctx, cancel := context.WithTimeout(tab.ctx, patience)
	defer cancel()
	return chromedp.Run(ctx, chromedp.Evaluate[json.RawMessage](expression, chromedp.EvalAwaitPromise))
}

func (tab *Tab) helper() { tab.t.Helper() }

func (tab *Tab) fail(format string, args ...any) {
	tab.t.Helper()
	tab.t.Fatalf(format, args...)
}

// Manifest returns the web app manifest of the page, and what the browser finds wrong
// with it.
func (tab *Tab) Manifest() (text string, wrong []string) {
	tab.t.Helper()
	ctx, cancel := context.WithTimeout(tab.ctx, patience)
	defer cancel()
	m, err := chromedp.Call(ctx, page.GetAppManifest, page.GetAppManifestParams{})
	if err != nil {
		tab.t.Fatal(err)
	}
	for _, e := range m.Errors {
		wrong = append(wrong, e.Message)
	}
	return m.Data, wrong
}

// Picture returns the whole page as a PNG.
func (tab *Tab) Picture() []byte {
	tab.t.Helper()
	ctx, cancel := context.WithTimeout(tab.ctx, patience)
	defer cancel()
	png, err := chromedp.Run(ctx, chromedp.FullScreenshot(100))
	if err != nil {
		tab.t.Fatal(err)
	}
	return png
}

// Print returns the page as a tagged PDF, on A4 or on the paper that its style sheet asks for.
func (tab *Tab) Print() []byte {
	tab.t.Helper()
	return tab.PrintOn("A4")
}

// PrintOn returns the page as a tagged PDF on A4 or Letter.
func (tab *Tab) PrintOn(paper string) []byte {
	tab.t.Helper()
	size := chromedp.PaperA4
	if paper == "Letter" {
		size = chromedp.PaperLetter
	}
	ctx, cancel := context.WithTimeout(tab.ctx, patience)
	defer cancel()
	printing := chromedp.PrintToPDF(chromedp.PDFPaper(size), chromedp.PDFPreferCSSPageSize(),
		chromedp.PDFOutlineAndTagged())
	pdf, err := chromedp.Run(ctx, printing)
	if err != nil {
		tab.t.Fatal(err)
	}
	return pdf
}
