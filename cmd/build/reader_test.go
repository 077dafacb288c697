package main

import (
	"strings"
	"testing"

	"rygghandboka/internal/browser"
)

// Every page, as a host serves it with the headers that were made for it, keeps its own
// Content-Security-Policy, asks nobody else for anything, and leaves nothing on the
// device but the files of the handbook.
func TestEveryPageUnderItsPolicy(t *testing.T) {
	tab := browser.Open(t, 800, 900)
	p := publish(t)
	pages := p.pages()
	if len(pages) < 90 {
		t.Fatalf("%d pages", len(pages))
	}
	for _, page := range pages {
		tab.Go(p.address + page)
		for _, what := range browser.Eval[[]string](tab, violations) {
			t.Errorf("%s: %s", page, what)
		}
		for _, name := range browser.Eval[[]string](tab, `performance.getEntriesByType("resource").map(e => e.name)`) {
			if !strings.HasPrefix(name, p.address) {
				t.Errorf("%s loads %s", page, name)
			}
		}
		if left := browser.Eval[string](tab, `document.cookie + JSON.stringify({...localStorage}) + JSON.stringify({...sessionStorage})`); left != "{}{}" {
			t.Errorf("%s leaves %s", page, left)
		}
	}
}

// violations is an expression for what the page's policy has refused since it was loaded.
const violations = `new Promise(done => {
	const seen = [], o = new ReportingObserver(reports => seen.push(...reports), {types: ["csp-violation"], buffered: true});
	o.observe();
	setTimeout(() => done([...seen, ...o.takeRecords()].map(r => r.body.effectiveDirective + " refuses " + (r.body.blockedURL || r.body.sample))), 0);
})`
