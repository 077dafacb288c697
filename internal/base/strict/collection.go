package strict

import (
	"reflect"
	"strconv"

	"go.yaml.in/yaml/v4"

	"rygghandboka/internal/base/diag"
)

// slice sets a slice. It leaves out a scalar with a problem, so that there are no others.
func (d *Document) slice(n *yaml.Node, v reflect.Value, what string) (probs diag.List) {
	if n.Kind != yaml.SequenceNode {
		p := d.errorf(n, "%s must be a list", what)
		return diag.List{p.Hintf("write [a, b], or one item a line after a hyphen")}
	}
	v.Set(reflect.MakeSlice(v.Type(), 0, len(n.Content)))
	for _, item := range n.Content {
		elem := reflect.New(v.Type().Elem()).Elem()
		wrong := d.value(item, elem, "an item of "+what)
		probs = append(probs, wrong...)
		if item.Kind != yaml.ScalarNode || len(wrong) == 0 {
			v.Set(reflect.Append(v, elem))
		}
	}
	return probs
}

// entries calls each for the keys and values of a mapping. It reports and leaves out keys
// that are not plain text or are given twice.
func (d *Document) entries(n *yaml.Node, what string, each func(key, value *yaml.Node)) (probs diag.List) {
	if n.Kind != yaml.MappingNode {
		return diag.List{d.errorf(n, "%s must be keys and values", what)}
	}
	given := map[string]bool{}
	for i := 0; i < len(n.Content); i += 2 {
		key := n.Content[i]
		p := d.plain(key, "a key")
		switch {
		case p != nil:
			probs = append(probs, *p)
		case key.Kind != yaml.ScalarNode || key.Tag != "!!str":
			probs = append(probs, d.errorf(key, "a key must be text").Hintf("put it in quotes"))
		case given[key.Value]:
			probs = append(probs, d.errorf(key, "%q is given twice", key.Value).Hintf("keep one of the two"))
		default:
			given[key.Value] = true
			each(key, n.Content[i+1])
		}
	}
	return probs
}

func (d *Document) mapping(n *yaml.Node, v reflect.Value, what string) (probs diag.List) {
	v.Set(reflect.MakeMap(v.Type()))
	wrong := d.entries(n, what, func(key, value *yaml.Node) {
		elem := reflect.New(v.Type().Elem()).Elem()
		probs = append(probs, d.value(value, elem, strconv.Quote(key.Value))...)
		v.SetMapIndex(reflect.ValueOf(key.Value), elem)
	})
	return append(probs, wrong...)
}
