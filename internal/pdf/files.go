package pdf

import (
	"bytes"
	"context"
	"fmt"
	"mime"
	"net/url"
	"path"
	"strings"
	"sync"

	"github.com/chromedp/cdproto/fetch"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/public"
)

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
	data = withoutSoftHyphens(data)
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

// withoutSoftHyphens returns a file without the places where words may break. On paper
// they would be letters of the word, which could not be found nor read aloud.
func withoutSoftHyphens(data []byte) []byte {
	for _, written := range []string{"\u00AD", "&shy;", `\u00ad`} {
		data = bytes.ReplaceAll(data, []byte(written), nil)
	}
	return data
}
