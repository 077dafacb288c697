package strict

import (
	"cmp"
	"slices"

	"go.yaml.in/yaml/v4"
)

// A Value is a value of a document as its author wrote it, whatever it means.
type Value struct {
	Key    string  // in a mapping; otherwise ""
	Text   string  // of a single value
	Offset int     // in the file, in bytes
	List   []Value // the values of a list, or of a mapping, which are sorted by their keys
}

// IsMapping reports whether a value is a mapping that is not empty.
func (v Value) IsMapping() bool { return len(v.List) > 0 && v.List[0].Key != "" }

// Get returns the value of a key of a mapping; if there is none, it is empty.
func (v Value) Get(key string) Value {
	i := slices.IndexFunc(v.List, func(entry Value) bool { return entry.Key == key })
	if i < 0 {
		return Value{}
	}
	return v.List[i]
}

// Value returns all of a document.
func (d *Document) Value() Value { return d.written("", d.root) }

func (d *Document) written(key string, n *yaml.Node) Value {
	v := Value{Key: key, Offset: d.pos(n)}
	switch n.Kind {
	case yaml.MappingNode:
		for i := 0; i < len(n.Content); i += 2 {
			v.List = append(v.List, d.written(n.Content[i].Value, n.Content[i+1]))
		}
		slices.SortStableFunc(v.List, func(a, b Value) int { return cmp.Compare(a.Key, b.Key) })
	case yaml.SequenceNode:
		for _, item := range n.Content {
			v.List = append(v.List, d.written("", item))
		}
	default:
		v.Text = n.Value
	}
	return v
}
