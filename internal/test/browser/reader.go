package browser

import (
	"context"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/serviceworker"
	"github.com/chromedp/chromedp"
)

// DisableScripts keeps the scripts of pages from running, as for a reader who has
// turned them off. What Eval asks is still answered.
func (tab *Tab) DisableScripts() {
	tab.t.Helper()
	call(tab, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
}

// StopWorkers stops the service workers, as the browser does with those that have had
// nothing to do for half a minute. They start again when they are needed.
func (tab *Tab) StopWorkers() {
	tab.t.Helper()
	call(tab, serviceworker.Enable, cdp.Empty{})
	call(tab, serviceworker.StopAllWorkers, cdp.Empty{})
}

// Prefer sets media features of the reader's system: "prefers-color-scheme", "dark",
// and further pairs.
func (tab *Tab) Prefer(pairs ...string) {
	tab.t.Helper()
	var features []*emulation.MediaFeature
	for i := 0; i+1 < len(pairs); i += 2 {
		features = append(features, &emulation.MediaFeature{Name: pairs[i], Value: pairs[i+1]})
	}
	call(tab, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: features})
}

// Paper has the page look as on paper.
func (tab *Tab) Paper() {
	tab.t.Helper()
	call(tab, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"})
}

// Resize sets the size of the window, in CSS pixels.
func (tab *Tab) Resize(width, height int) {
	tab.t.Helper()
	tab.do(chromedp.EmulateViewport(int64(width), int64(height)))
}

// Press presses keys, as the package kb of chromedp names them, or letters.
func (tab *Tab) Press(keys string) {
	tab.t.Helper()
	tab.do(chromedp.KeyEvent(keys))
}

func call[P, R any](tab *Tab, command cdp.Command[P, R], params P) {
	tab.t.Helper()
	ctx, cancel := context.WithTimeout(tab.ctx, patience)
	defer cancel()
	if _, err := chromedp.Call(ctx, command, params); err != nil {
		tab.t.Fatal(err)
	}
}
