package strict

import (
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"rygghandboka/internal/base/diag"
)

// A field is one struct field that has a YAML name.
type field struct {
	value    reflect.Value
	optional bool
}

func fieldsOf(v reflect.Value, into map[string]field) {
	v = reflect.Indirect(v)
	for i := range v.NumField() {
		f := v.Type().Field(i)
		name, option, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		switch {
		case f.Anonymous && name == "":
			fieldsOf(v.Field(i), into)
		case name != "":
			into[name] = field{v.Field(i), option == "optional"}
		}
	}
}

// structure fills in the fields of structs from n.
func (d *Document) structure(n *yaml.Node, fields map[string]field, what string) (probs diag.List) {
	names := slices.Sorted(maps.Keys(fields))
	given := map[string]bool{}
	wrong := d.entries(n, what, func(key, value *yaml.Node) {
		f, known := fields[key.Value]
		if !known {
			p := d.errorf(key, "unknown key %q", key.Value)
			probs = append(probs, p.Hintf("%s", diag.SuggestOr(key.Value, names)))
			return
		}
		given[key.Value] = true
		probs = append(probs, d.value(value, f.value, strconv.Quote(key.Value))...)
	})
	if probs = append(probs, wrong...); n.Kind != yaml.MappingNode {
		return probs
	}
	for _, name := range names {
		if !fields[name].optional && !given[name] {
			probs = append(probs, d.errorf(n, "%s has no %q", what, name))
		}
	}
	return probs
}
