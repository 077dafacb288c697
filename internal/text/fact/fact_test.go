package fact

import (
	"fmt"
	"strings"
	"testing"

	"rygghandboka/internal/test/golden"
)

var (
	norwegian = Lexis{
		{"sekunder", Meaning{UnitRole, "second"}},
		{"s", Meaning{UnitRole, "second"}},
		{"uker", Meaning{UnitRole, "week"}},
		{"time", Meaning{UnitRole, "hour"}},
		{"prosent", Meaning{UnitRole, "%"}},
		{"%", Meaning{UnitRole, "%"}},
		{"mg", Meaning{UnitRole, "mg"}},
		{"fire", Meaning{NumberRole, "4"}},
		{"én", Meaning{OneRole, ""}},
		{"ikke", Meaning{NegationRole, ""}},
		{"til", Meaning{RangeRole, ""}},
	}
	english = Lexis{
		{"seconds", Meaning{UnitRole, "second"}},
		{"second", Meaning{UnitRole, "second"}},
		{"weeks", Meaning{UnitRole, "week"}},
		{"hour", Meaning{UnitRole, "hour"}},
		{"%", Meaning{UnitRole, "%"}},
		{"mg", Meaning{UnitRole, "mg"}},
		{"four", Meaning{NumberRole, "4"}},
		{"one", Meaning{OneRole, ""}},
		{"not", Meaning{NegationRole, ""}},
		{"don't", Meaning{NegationRole, ""}},
		{"to", Meaning{RangeRole, ""}},
		{"th", Meaning{SuffixRole, ""}},
		{"s", Meaning{UnitRole, "second"}},
		{"ten", Meaning{NumberRole, "10"}},
		{"at once", Meaning{IdiomRole, ""}},
		{"call", Meaning{CallingRole, ""}},
		{"once", Meaning{NumberRole, "1 times"}},
	}
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
