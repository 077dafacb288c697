package strict

import (
	"encoding"
	"math"
	"reflect"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"rygghandboka/internal/base/diag"
)

// scalar sets a string, a number or a bool.
func (d *Document) scalar(n *yaml.Node, v reflect.Value, what string) diag.List {
	switch v.Kind() {
	case reflect.String:
		return d.textValue(n, v, what)
	case reflect.Int:
		i, err := strconv.Atoi(n.Value)
		if err != nil || n.Tag != "!!int" {
			return d.wrong(n, what, "a whole number")
		}
		v.SetInt(int64(i))
	case reflect.Float64:
		x, err := strconv.ParseFloat(n.Value, 64)
		isNumber := n.Tag == "!!int" || n.Tag == "!!float"
		if err != nil || math.IsInf(x, 0) || math.IsNaN(x) || !isNumber {
			return d.wrong(n, what, "a number")
		}
		v.SetFloat(x)
	case reflect.Bool:
		if n.Value != "true" && n.Value != "false" || n.Tag != "!!bool" {
			return d.wrong(n, what, "true or false")
		}
		v.SetBool(n.Value == "true")
	default:
		panic("strict: no rule for a field of type " + v.Type().String())
	}
	return nil
}

// textValue sets a string, which is not empty.
func (d *Document) textValue(n *yaml.Node, v reflect.Value, what string) diag.List {
	switch {
	case n.Kind != yaml.ScalarNode:
		return d.wrong(n, what, "text")
	case n.Tag != "!!str":
		kind := strings.TrimPrefix(n.Tag, "!!")
		p := d.errorf(n, "%s must be text, but YAML reads this as %s", what, kind)
		return diag.List{p.Hintf("put it in quotes: %q", n.Value)}
	case strings.TrimSpace(n.Value) == "":
		return diag.List{d.errorf(n, "%s has no value", what)}
	}
	v.SetString(n.Value)
	return nil
}

// wrong is the problem that a value is not of the type that it must be of.
func (d *Document) wrong(n *yaml.Node, what, want string) diag.List {
	return diag.List{d.errorf(n, "%s must be %s", what, want)}
}

func (d *Document) unmarshalText(n *yaml.Node, u encoding.TextUnmarshaler, what string) diag.List {
	if n.Kind != yaml.ScalarNode {
		return diag.List{d.errorf(n, "%s must be a single value", what)}
	}
	if err := u.UnmarshalText([]byte(n.Value)); err != nil {
		return diag.List{d.errorf(n, "%s: %v", what, err)}
	}
	return nil
}
