package render

import (
	"testing"

	"rygghandboka/internal/data/bib"
)

func TestRich(t *testing.T) {
	for _, c := range []struct {
		title, html, text string
	}{
		{"A <b>bold</b> & an <object>", "A <b>bold</b> &amp; an &lt;object&gt;", "A bold & an <object>"},
		{"<i>Flexion of <i>Homo</i> backs</i>", "<i>Flexion of </i>Homo<i> backs</i>", "Flexion of Homo backs"},
		{"CO<sub>2</sub>, 10<sup>6</sup>", "CO<sub>2</sub>, 10<sup>6</sup>", "CO₂, 10⁶"},
		{"x<sup>y</sup>", "x<sup>y</sup>", "xy"},
		{"<b><i>both</i></b>", "<b><i>both</i></b>", "both"},
		{"The <sc>core</sc>", "The <small>CORE</small>", "The CORE"},
		{"unpaired</i> <b>", "unpaired&lt;/i&gt; &lt;b&gt;", "unpaired</i> <b>"},
		{"the <script> tag", "the &lt;script&gt; tag", "the <script> tag"},
		{`a <span id="x">b</span>`, "a &lt;span id=“x”&gt;b&lt;/span&gt;", `a <span id="x">b</span>`},
	} {
		w := &bib.Work{Title: c.title}
		if got := string(rich(w.Entry(&bib.English))); got != c.html+"." {
			t.Errorf("%s: got %s, want %s", c.title, got, c.html)
		}
		if got := bib.Plain(c.title); got != c.text {
			t.Errorf("%s: got %s, want %s", c.title, got, c.text)
		}
	}
}
