package strict

import (
	"encoding"
	"reflect"
	"strings"

	"go.yaml.in/yaml/v4"

	"rygghandboka/internal/base/diag"
)

// Decode fills in what into points to: one value, or structs that share the keys of the
// document between them.
func (d *Document) Decode(into ...any) diag.List {
	const what = "this file"
	if len(into) == 1 {
		return append(d.comments(), d.value(d.root, reflect.ValueOf(into[0]).Elem(), what)...)
	}
	if p := d.refuse(d.root, what); p != nil {
		return diag.List{*p}
	}
	fields := map[string]field{}
	for _, v := range into {
		fieldsOf(reflect.ValueOf(v), fields)
	}
	return append(d.comments(), d.structure(d.root, fields, what)...)
}

// comments refuses comments that say that something is still to be written: nobody would see
// them once the file is right in all else.
func (d *Document) comments() (probs diag.List) {
	for _, at := range d.lines {
		line, _, _ := strings.Cut(d.text[at:], "\n")
		text, isComment := strings.CutPrefix(strings.TrimLeft(line, " "), "#")
		if isComment && diag.IsUnwritten(text) {
			offset := d.start + at + strings.Index(line, "#")
			probs = append(probs, diag.UnwrittenAt(d.file, offset, "what this comment is for", text))
		}
	}
	return probs
}

// value fills in v from n. what names the value in messages.
func (d *Document) value(n *yaml.Node, v reflect.Value, what string) diag.List {
	if p := d.refuse(n, what); p != nil {
		return diag.List{*p}
	}
	switch x := v.Addr().Interface().(type) {
	case *Text:
		x.Offset = d.pos(n)
		return d.scalar(n, reflect.ValueOf(&x.Text).Elem(), what)
	case *Number:
		x.Offset = d.pos(n)
		return d.scalar(n, reflect.ValueOf(&x.Value).Elem(), what)
	case *Date:
		x.Offset = d.pos(n)
		return d.unmarshalText(n, x, what)
	case encoding.TextUnmarshaler:
		return d.unmarshalText(n, x, what)
	}
	switch v.Kind() {
	case reflect.Struct:
		fields := map[string]field{}
		fieldsOf(v, fields)
		return d.structure(n, fields, what)
	case reflect.Slice:
		return d.slice(n, v, what)
	case reflect.Map:
		return d.mapping(n, v, what)
	default:
		return d.scalar(n, v, what)
	}
}

// plain returns a problem if n uses YAML that only programs write on purpose, or is
// text that is still to be written, or is cut short by a comment.
func (d *Document) plain(n *yaml.Node, what string) *diag.Problem {
	var p diag.Problem
	switch {
	case n.Kind == yaml.AliasNode:
		p = d.errorf(n, "%s is an alias, which is not used here", what).
			Hintf("put a value that starts with * in quotes, or write it out")
	case n.Anchor != "":
		p = d.errorf(n, "%s has an anchor, which is not used here", what).
			Hintf("put a value that starts with & in quotes")
	case n.Style&yaml.TaggedStyle != 0:
		p = d.errorf(n, "%s has a tag, which is not used here", what).
			Hintf("put a value that starts with ! in quotes")
	case n.Kind == yaml.ScalarNode && unwrittenIn(n) != "":
		p = diag.UnwrittenAt(d.file, d.pos(n), what, unwrittenIn(n))
	case d.cut(n):
		p = d.errorf(n, "%s is cut short by a comment", what).
			Hintf("put the value in quotes, or the comment on a line of its own")
	default:
		return nil
	}
	return &p
}

// unwrittenIn returns the placeholder in a value, or "".
func unwrittenIn(n *yaml.Node) string {
	if start, end := diag.UnwrittenIn(n.Value); start >= 0 {
		return n.Value[start:end]
	}
	return ""
}

// cut reports whether a comment follows an unquoted value on its last line.
func (d *Document) cut(n *yaml.Node) bool {
	if n.Kind != yaml.ScalarNode || n.Style != 0 {
		return false
	}
	rest := d.text[d.pos(n)-d.start:]
	for word := range strings.FieldsSeq(n.Value) {
		var ok bool
		if rest, ok = strings.CutPrefix(strings.TrimLeft(rest, " \t\n"), word); !ok {
			return false
		}
	}
	rest, _, _ = strings.Cut(rest, "\n")
	return strings.HasPrefix(strings.TrimLeft(rest, " \t"), "#")
}

// refuse returns a problem if n has no value that can be decoded.
func (d *Document) refuse(n *yaml.Node, what string) *diag.Problem {
	if p := d.plain(n, what); p != nil {
		return p
	}
	if n.Tag == "!!null" {
		p := d.errorf(n, "%s has no value", what)
		return &p
	}
	return nil
}
