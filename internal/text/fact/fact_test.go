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
		{"på alle fire", Meaning{IdiomRole, ""}},
		{"ut fra", Meaning{IdiomRole, ""}},
		{"pust* … inn", Meaning{OppositeRole, "breathe in"}},
		{"pust* … ut", Meaning{OppositeRole, "breathe out"}},
		{"på ryggen", Meaning{OppositeRole, "lie back"}},
		{"på alle fire", Meaning{OppositeRole, "posture hands-and-knees"}},
		{"ut", Meaning{OppositeRole, "way out"}},
		{"og", Meaning{FunctionRole, ""}},
		{"det", Meaning{FunctionRole, ""}},
		{"er", Meaning{FunctionRole, ""}},
		{"på", Meaning{FunctionRole, ""}},
		{"the", Meaning{FunctionRole, "en"}},
		{"and", Meaning{FunctionRole, "en"}},
		{"of", Meaning{FunctionRole, "en"}},
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
		{"out of", Meaning{IdiomRole, ""}},
		{"breathe … in", Meaning{OppositeRole, "breathe in"}},
		{"breathe … out", Meaning{OppositeRole, "breathe out"}},
		{"on your back", Meaning{OppositeRole, "lie back"}},
		{"hands and knees", Meaning{OppositeRole, "posture hands-and-knees"}},
		{"out", Meaning{OppositeRole, "way out"}},
		{"the", Meaning{FunctionRole, ""}},
		{"and", Meaning{FunctionRole, ""}},
		{"of", Meaning{FunctionRole, ""}},
		{"og", Meaning{FunctionRole, "no"}},
		{"det", Meaning{FunctionRole, "no"}},
		{"er", Meaning{FunctionRole, "no"}},
		{"på", Meaning{FunctionRole, "no"}},
	}
)

// The archives show a text in each language and the facts in it.
func TestRead(t *testing.T) {
	readers := map[string]*Reader{"no": NewReader(norwegian, ","), "en": NewReader(english, ".")}
	golden.Pairs(t, "testdata/*.txtar", ".txt", func(src string) string {
		var b strings.Builder
		for line := range strings.Lines(src) {
			in, text, _ := strings.Cut(strings.TrimSuffix(line, "\n"), ": ")
			for _, f := range append(readers[in].Read(text), readers[in].Foreign(text)...) {
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
		for _, fact := range append(r.Read(text), r.Foreign(text)...) {
			if fact.Offset < 0 || int(fact.Offset) >= len(text) || fact.Value == "" {
				t.Errorf("%q: %+v", text, fact)
			}
		}
		for _, f := range r.Falling(text) {
			if f.Start < 0 || f.End > len(text) || f.Start >= f.End {
				t.Errorf("%q: %+v", text, f)
			}
		}
	})
}
