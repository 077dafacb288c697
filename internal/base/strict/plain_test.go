package strict

import "testing"

// A plain text changes with what a value says, and not with where it is in its file.
func TestPlain(t *testing.T) {
	type inner struct {
		Text Text `yaml:"text,optional"`
		N    int  `yaml:"n,optional"`
	}
	type outer struct {
		One  inner             `yaml:"one,optional"`
		List []Text            `yaml:"list,optional"`
		Map  map[string]Number `yaml:"map,optional"`
	}
	for _, c := range []struct {
		a, b  string
		equal bool
	}{
		{"one: {text: a, n: 1}", "# moved\none:\n  n: 1\n  text: a", true},
		{"map: {a: 1, b: 2}", "map: {b: 2.0, a: 1}", true},
		{"one: {text: a}", "one: {text: b}", false},
		{"one: {n: 1}", "one: {n: 2}", false},
		{"list: [a, b]", "list: [b, a]", false},
		{"list: [a, b]", "list: ['a b']", false},
		{"map: {a: 1}", "map: {a: 2}", false},
		{"map: {a: 1}", "map: {b: 1}", false},
	} {
		var values [2]string
		for i, text := range []string{c.a, c.b} {
			doc, probs := Parse("f", text, 0)
			var v outer
			if probs = append(probs, doc.Decode(&v)...); len(probs) > 0 {
				t.Fatal(probs)
			}
			values[i] = Plain(v)
		}
		if (values[0] == values[1]) != c.equal {
			t.Errorf("%s and %s: %s and %s", c.a, c.b, values[0], values[1])
		}
	}
}
