package fact

import (
	"fmt"
	"strings"
	"testing"

	"rygghandboka/internal/test/golden"
)

const (
	norwegian Lexis = "sekunder\tunit second\ns\tunit second\nuker\tunit week\ntime\tunit hour\nprosent\tunit %\n%\tunit %\nmg\tunit mg\nfire\tnumber 4\nén\tone\nikke\tnot\ntil\trange\n"
	english   Lexis = "seconds\tunit second\nsecond\tunit second\nweeks\tunit week\nhour\tunit hour\n%\tunit %\nmg\tunit mg\nfour\tnumber 4\none\tone\nnot\tnot\ndon't\tnot\nto\trange\nth\tsuffix\ns\tunit second\nten\tnumber 10\nat once\tidiom\nonce\tnumber 1 times\n"
)

// The archives show a text in each language and the facts in it.
func TestRead(t *testing.T) {
	readers := map[string]*Reader{"no": NewReader(norwegian, ","), "en": NewReader(english, ".")}
	golden.Pairs(t, "testdata/*.txtar", ".txt", func(src string) string {
		var b strings.Builder
		for line := range strings.Lines(src) {
			in, text, _ := strings.Cut(strings.TrimSuffix(line, "\n"), ": ")
			for _, f := range readers[in].Read(text) {
				fmt.Fprintf(&b, "%s %s @%d\n", f.Kind, f.Value, f.Offset)
			}
		}
		return b.String()
	})
}

func FuzzRead(f *testing.F) {
	f.Add("Hold 5–10 s, 1 500 mg, 2,5 %, L5-S1, 116 117, don't")
	r := NewReader(english, ".")
	f.Fuzz(func(t *testing.T, text string) {
		for _, fact := range r.Read(text) {
			if fact.Offset < 0 || int(fact.Offset) >= len(text) || fact.Value == "" {
				t.Errorf("%q: %+v", text, fact)
			}
		}
	})
}
