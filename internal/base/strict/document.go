package strict

import (
	"errors"
	"regexp"
	"strings"

	"go.yaml.in/yaml/v4"

	"rygghandboka/internal/base/diag"
)

// A Document is YAML text whose outermost value is a mapping.
type Document struct {
	file  string
	text  string
	start int   // offset of text in the file
	lines []int // offset in text of each line
	root  *yaml.Node
}

var documentMark = regexp.MustCompile(`(?m)^(---|\.\.\.)( |$)`)

// Parse parses YAML text that starts at a byte offset of a file. It returns nil and
// problems if the text cannot be parsed at all.
func Parse(file, text string, start int) (*Document, diag.List) {
	if probs := diag.UnseenIn(file, text, start); len(probs) > 0 {
		return nil, probs
	}
	d := &Document{file: file, text: text, start: start, lines: []int{0}}
	for i, c := range []byte(text) {
		if c == '\n' {
			d.lines = append(d.lines, i+1)
		}
	}
	if m := documentMark.FindStringIndex(text); m != nil {
		p := diag.Errorf(file, start+m[0], "only one YAML document is expected")
		return nil, diag.List{p.Hintf("remove this line")}
	}
	var doc yaml.Node
	if err := yaml.Load([]byte(text), &doc, yaml.WithUniqueKeys(false)); err != nil {
		return nil, diag.List{d.syntax(err)}
	}
	if len(doc.Content) != 1 || doc.Content[0].Kind != yaml.MappingNode {
		p := diag.Errorf(file, start, "keys and values are expected here")
		return nil, diag.List{p.Hintf("write lines such as  title: Bridge")}
	}
	d.root = doc.Content[0]
	if probs := d.unseen(d.root); len(probs) > 0 {
		return nil, probs
	}
	return d, nil
}

func (d *Document) syntax(err error) diag.Problem {
	var one *yaml.LoadError
	if !errors.As(err, &one) || one.Mark.Line == 0 {
		p := diag.Errorf(d.file, d.start, "not YAML: keys and values are expected here")
		return p.Hintf("write lines such as  title: Bridge")
	}
	p := diag.Errorf(d.file, d.at(one.Mark.Line, one.Mark.Column), "not YAML: %s", one.Message)
	if strings.Contains(one.Message, "mapping values") {
		return p.Hintf("put a value with a colon in quotes")
	}
	return p
}

// Get returns the text of a top-level key, and whether it is there as text.
func (d *Document) Get(key string) (Text, bool) {
	for i := 0; i < len(d.root.Content); i += 2 {
		if k, v := d.root.Content[i], d.root.Content[i+1]; k.Value == key && v.Kind == yaml.ScalarNode {
			return Text{v.Value, d.pos(v)}, true
		}
	}
	return Text{}, false
}

// Keys returns the offset of each top-level key, in bytes from the start of the file.
func (d *Document) Keys() map[string]int {
	keys := map[string]int{}
	for i := 0; i < len(d.root.Content); i += 2 {
		keys[d.root.Content[i].Value] = d.pos(d.root.Content[i])
	}
	return keys
}

// Offset returns the offset of the value at a path of keys, or that of the last value on
// the way there.
func (d *Document) Offset(path ...string) int {
	at := d.root
	for _, key := range path {
		for i := 0; at.Kind == yaml.MappingNode && i < len(at.Content); i += 2 {
			if at.Content[i].Value == key {
				at = at.Content[i+1]
				break
			}
		}
	}
	return d.pos(at)
}

// Lacks reports whether a top-level key is missing or an empty list. A value that is there
// may still be invalid.
func (d *Document) Lacks(key string) bool {
	for i := 0; i < len(d.root.Content); i += 2 {
		if v := d.root.Content[i+1]; d.root.Content[i].Value == key {
			return v.Kind == yaml.SequenceNode && len(v.Content) == 0
		}
	}
	return true
}

// Strings returns every text in the document except keys, in order.
func (d *Document) Strings() []Text { return d.strings(nil, d.root) }

func (d *Document) strings(list []Text, n *yaml.Node) []Text {
	if n.Kind == yaml.ScalarNode {
		return append(list, Text{n.Value, d.pos(n)})
	}
	for i, child := range n.Content {
		if n.Kind == yaml.MappingNode && i%2 == 0 {
			continue
		}
		list = d.strings(list, child)
	}
	return list
}
