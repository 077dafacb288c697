// Package strict reads YAML into a struct and refuses whatever it does not
// understand.
//
// A struct field is named by its tag, as in `yaml:"next-review"`, and must have
// a value unless the tag says `yaml:"next-review,optional"`. Embedded structs,
// and pointers to structs, lend their fields. Fields are strings, bools, ints,
// structs, slices, maps with string keys, or types with an UnmarshalText method;
// a String, a Number and a Date also keep their places.
//
// What an author wrote into a struct as text is found by Texts, which ranges over all of
// it: its fields, with what their tags role and lang say of them.
//
// All of these are problems, all reported at once: a key that is unknown,
// missing or given twice; a value of the wrong type, or none, or one that is still
// to be written (`title: …`); text cut short by a comment (`title: C # 5` is "C");
// aliases, anchors, tags and second documents, which an author meets only by mistake;
// a character that nobody sees, itself or as an escape (`"\u202E"`).
//
// This is the only package that imports the YAML module.
package strict

import (
	"encoding"
	"errors"
	"maps"
	"math"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"rygghandboka/internal/base/diag"
)

// A String is some text and where it stands in its file.
type String struct {
	Text   string
	Offset int // in bytes
}

// A Number is a number and where it stands in its file.
type Number struct {
	Value  float64
	Offset int // in bytes
}

// A Document is YAML text whose outermost value is a mapping.
type Document struct {
	file  string
	text  string
	start int   // offset of text in the file
	lines []int // offset in text of each line
	root  *yaml.Node
}

var documentMark = regexp.MustCompile(`(?m)^(---|\.\.\.)( |$)`)

// Parse parses YAML text that starts at a byte offset of a file. It returns nil
// and says why if the text cannot be read at all.
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
		return nil, diag.List{diag.Errorf(file, start+m[0], "only one YAML document is expected").Hintf("remove this line")}
	}
	var doc yaml.Node
	if err := yaml.Load([]byte(text), &doc, yaml.WithUniqueKeys(false)); err != nil {
		return nil, diag.List{d.syntax(err)}
	}
	if len(doc.Content) != 1 || doc.Content[0].Kind != yaml.MappingNode {
		return nil, diag.List{diag.Errorf(file, start, "keys and values are expected here").Hintf("write lines such as  title: Bridge")}
	}
	d.root = doc.Content[0]
	if probs := d.unseen(d.root); len(probs) > 0 {
		return nil, probs
	}
	return d, nil
}

// unseen returns the characters in keys and values that nobody sees. They are written
// as escapes, since the text itself has none.
func (d *Document) unseen(n *yaml.Node) (probs diag.List) {
	for _, r := range diag.Unseen(n.Value) {
		at, written := d.escape(n, r)
		probs = append(probs, diag.UnseenAt(d.file, at, r, written))
	}
	for _, inner := range n.Content {
		probs = append(probs, d.unseen(inner)...)
	}
	return probs
}

var escapeForm = regexp.MustCompile(`\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)`)

// escape returns where in a value the escape of a character is, and what it is. An
// escape of one letter, such as \e, is looked for no further than the value's start.
func (d *Document) escape(n *yaml.Node, r rune) (at int, written string) {
	at = d.pos(n)
	text := d.text[at-d.start:]
	for _, m := range escapeForm.FindAllStringIndex(text, -1) {
		found := text[m[0]:m[1]]
		if code, err := strconv.ParseUint(found[len(`\u`):], 16, 32); err == nil && rune(code) == r {
			return at + m[0], found
		}
	}
	return at, "an escape"
}

func (d *Document) syntax(err error) diag.Problem {
	var one *yaml.LoadError
	if !errors.As(err, &one) || one.Mark.Line == 0 {
		return diag.Errorf(d.file, d.start, "not YAML: keys and values are expected here").Hintf("write lines such as  title: Bridge")
	}
	p := diag.Errorf(d.file, d.at(one.Mark.Line, one.Mark.Column), "not YAML: %s", one.Message)
	if strings.Contains(one.Message, "mapping values") {
		return p.Hintf("put a value that holds a colon in quotes")
	}
	return p
}

// at returns the offset in the file of a line and a column, both from 1, the
// column in characters.
func (d *Document) at(line, column int) int {
	if line < 1 || line > len(d.lines) {
		return d.start + len(d.text)
	}
	offset := d.lines[line-1]
	for i := range d.text[offset:] {
		if column--; column == 0 {
			return d.start + offset + i
		}
	}
	return d.start + len(d.text)
}

func (d *Document) pos(n *yaml.Node) int { return d.at(n.Line, n.Column) }

func (d *Document) errorf(n *yaml.Node, format string, args ...any) diag.Problem {
	return diag.Errorf(d.file, d.pos(n), format, args...)
}

// Get returns the text of a top-level key, and whether it stands there as text.
func (d *Document) Get(key string) (String, bool) {
	for i := 0; i < len(d.root.Content); i += 2 {
		if k, v := d.root.Content[i], d.root.Content[i+1]; k.Value == key && v.Kind == yaml.ScalarNode {
			return String{v.Value, d.pos(v)}, true
		}
	}
	return String{}, false
}

// Keys returns where each top-level key stands, in bytes from the start of the
// file.
func (d *Document) Keys() map[string]int {
	keys := map[string]int{}
	for i := 0; i < len(d.root.Content); i += 2 {
		keys[d.root.Content[i].Value] = d.pos(d.root.Content[i])
	}
	return keys
}

// Lacks reports whether a top-level key is missing, or is a list of nothing. What is there
// may still not be readable.
func (d *Document) Lacks(key string) bool {
	for i := 0; i < len(d.root.Content); i += 2 {
		if v := d.root.Content[i+1]; d.root.Content[i].Value == key {
			return v.Kind == yaml.SequenceNode && len(v.Content) == 0
		}
	}
	return true
}

// Strings returns every text in the document, keys apart, in order.
func (d *Document) Strings() []String { return d.strings(nil, d.root) }

func (d *Document) strings(list []String, n *yaml.Node) []String {
	if n.Kind == yaml.ScalarNode {
		return append(list, String{n.Value, d.pos(n)})
	}
	for i, child := range n.Content {
		if n.Kind == yaml.MappingNode && i%2 == 0 {
			continue
		}
		list = d.strings(list, child)
	}
	return list
}

// Decode fills in what into points to: one value, or structs that share the keys of the
// document between them.
func (d *Document) Decode(into ...any) diag.List {
	if len(into) == 1 {
		return d.value(d.root, reflect.ValueOf(into[0]).Elem(), "this file")
	}
	fields := map[string]field{}
	for _, v := range into {
		fieldsOf(reflect.ValueOf(v), fields)
	}
	if p := d.refused(d.root, "this file"); p != nil {
		return diag.List{*p}
	}
	return d.structure(d.root, fields, "this file")
}

// value fills in v from n. what names the value in messages.
func (d *Document) value(n *yaml.Node, v reflect.Value, what string) diag.List {
	if p := d.refused(n, what); p != nil {
		return diag.List{*p}
	}
	if s, ok := v.Addr().Interface().(*String); ok {
		s.Offset = d.pos(n)
		return d.scalar(n, reflect.ValueOf(&s.Text).Elem(), what)
	}
	if x, ok := v.Addr().Interface().(*Number); ok {
		x.Offset = d.pos(n)
		return d.scalar(n, reflect.ValueOf(&x.Value).Elem(), what)
	}
	if x, ok := v.Addr().Interface().(*Date); ok {
		x.Offset = d.pos(n)
	}
	if u, ok := v.Addr().Interface().(encoding.TextUnmarshaler); ok {
		return d.unmarshalText(n, u, what)
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

// refused returns a problem if n has no value that can be read.
func (d *Document) refused(n *yaml.Node, what string) *diag.Problem {
	if p := d.plain(n, what); p != nil {
		return p
	}
	if n.Tag == "!!null" {
		p := d.errorf(n, "%s has no value", what)
		return &p
	}
	return nil
}

// plain returns a problem if n uses YAML that only machines write on purpose,
// or is text that is still to be written, or that a comment cuts short.
func (d *Document) plain(n *yaml.Node, what string) *diag.Problem {
	var p diag.Problem
	switch {
	case n.Kind == yaml.AliasNode:
		p = d.errorf(n, "%s is an alias, which is not used here", what).Hintf("put a value that starts with * in quotes, or write it out")
	case n.Anchor != "":
		p = d.errorf(n, "%s has an anchor, which is not used here", what).Hintf("put a value that starts with & in quotes")
	case n.Style&yaml.TaggedStyle != 0:
		p = d.errorf(n, "%s has a tag, which is not used here", what).Hintf("put a value that starts with ! in quotes")
	case n.Kind == yaml.ScalarNode && diag.IsUnwritten(n.Value):
		p = d.errorf(n, "%s is not written yet", what).Hintf("write it in the place of %s", n.Value)
	case d.cut(n):
		p = d.errorf(n, "%s is cut short by a comment", what).Hintf("put the value in quotes, or the comment on a line of its own")
	default:
		return nil
	}
	return &p
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

func (d *Document) unmarshalText(n *yaml.Node, u encoding.TextUnmarshaler, what string) diag.List {
	if n.Kind != yaml.ScalarNode {
		return diag.List{d.errorf(n, "%s must be a single value", what)}
	}
	if err := u.UnmarshalText([]byte(n.Value)); err != nil {
		return diag.List{d.errorf(n, "%s: %v", what, err)}
	}
	return nil
}

func (d *Document) scalar(n *yaml.Node, v reflect.Value, what string) diag.List {
	wrong := func(want string) diag.List {
		return diag.List{d.errorf(n, "%s must be %s", what, want)}
	}
	switch v.Kind() {
	case reflect.String:
		if n.Kind != yaml.ScalarNode {
			return wrong("text")
		}
		if n.Tag != "!!str" {
			return diag.List{d.errorf(n, "%s must be text, but YAML reads this as %s", what, strings.TrimPrefix(n.Tag, "!!")).Hintf("put it in quotes: %q", n.Value)}
		}
		if strings.TrimSpace(n.Value) == "" {
			return diag.List{d.errorf(n, "%s has no value", what)}
		}
		v.SetString(n.Value)
	case reflect.Int:
		i, err := strconv.Atoi(n.Value)
		if err != nil || n.Tag != "!!int" {
			return wrong("a whole number")
		}
		v.SetInt(int64(i))
	case reflect.Float64:
		x, err := strconv.ParseFloat(n.Value, 64)
		if err != nil || math.IsInf(x, 0) || math.IsNaN(x) || n.Tag != "!!int" && n.Tag != "!!float" {
			return wrong("a number")
		}
		v.SetFloat(x)
	case reflect.Bool:
		if n.Value != "true" && n.Value != "false" || n.Tag != "!!bool" {
			return wrong("true or false")
		}
		v.SetBool(n.Value == "true")
	default:
		panic("strict: no rule for a field of type " + v.Type().String())
	}
	return nil
}

// slice leaves out a single value that cannot be read, so that nothing else is said of it.
func (d *Document) slice(n *yaml.Node, v reflect.Value, what string) (probs diag.List) {
	if n.Kind != yaml.SequenceNode {
		return diag.List{d.errorf(n, "%s must be a list", what).Hintf("write [a, b], or one item a line after a hyphen")}
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

// entries calls each for the keys and values of a mapping. It reports keys that
// are no plain text, or are given twice, and leaves them out.
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

func (d *Document) structure(n *yaml.Node, fields map[string]field, what string) (probs diag.List) {
	names := slices.Sorted(maps.Keys(fields))
	given := map[string]bool{}
	wrong := d.entries(n, what, func(key, value *yaml.Node) {
		f, known := fields[key.Value]
		if !known {
			probs = append(probs, d.errorf(key, "unknown key %q", key.Value).Hintf("%s", diag.SuggestOr(key.Value, names)))
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
