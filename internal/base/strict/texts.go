package strict

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// A Role is what a text is for. It is in a field's tag, as in `role:"name"`. A field
// without the tag is prose, the role that is guarded most, so that a new field is
// compared with its translation before anybody has thought of it.
type Role int

const (
	Prose Role = iota // running text: has the same meaning in all languages
	Name              // what something is called: each language has names of its own
	Label             // a text in a drawing, where the drawing has room for it
	Form              // another form of a name, by which it is found; it is not shown
	data              // no text: a key, an address, a date, a setting, what only authors read
)

var roles = map[string]Role{"": Prose, "prose": Prose, "name": Name, "label": Label, "form": Form, "data": data}

// AnyLang is the Lang of texts that may be phrases in other languages.
const AnyLang = "any"

// A Part is one struct of what was decoded, or one value of a map of texts, with the
// texts that are its own.
type Part struct {
	Key    string // of the field that it is in, "" for the outermost
	Index  int    // its place, if that is a list
	Entry  string // its own key, if that is a map
	Value  any    // a pointer to the struct; nil for a value of a map of texts
	Fields []Field
}

// A Field is a field of a Part that contains text.
type Field struct {
	Key   string // its YAML name
	Role  Role
	Lang  string  // that it is in, if not that of its file: tag lang
	List  bool    // it is a list of texts, otherwise one, which is empty if it is not given
	Texts []*Text // what was decoded itself, but for numbers and the values of maps
}

// IsWhole reports whether the part is the outermost struct.
func (p Part) IsWhole() bool { return p.Key == "" }

// In returns the texts of those fields that have one of the roles.
func (p Part) In(roles ...Role) (texts []Text) {
	for _, f := range p.Fields {
		if slices.Contains(roles, f.Role) {
			texts = append(texts, f.All()...)
		}
	}
	return texts
}

// All returns the texts of a field.
func (f Field) All() (texts []Text) {
	for _, t := range f.Texts {
		texts = append(texts, *t)
	}
	return texts
}

// Texts returns every text in the structs that values point to, which are taken for one, in
// the order of the fields: first the part with their own, and then those of the structs and
// maps in them. Numbers that know their places are texts too. It panics if a field is
// neither text nor has the role data: such a text would be in no check.
func Texts(values ...any) []Part {
	whole := Part{Value: values[0]}
	var inner []Part
	for _, v := range values {
		value := reflect.ValueOf(v).Elem()
		parts := shapeOf(value.Type()).parts(nil, Part{}, value)
		whole.Fields = append(whole.Fields, parts[0].Fields...)
		inner = append(inner, parts[1:]...)
	}
	return append([]Part{whole}, inner...)
}

// A shape is what there is to know of a type of struct, and is found out once.
type shape struct {
	own   []member // fields with text
	inner []member // structs, and lists and maps of them, and maps of texts
}

// A member is a field of a struct or of one that is embedded in it.
type member struct {
	index []int
	field Field
	inner *shape // of the structs; nil for texts
}

var shapes sync.Map // of *shape, by reflect.Type

func shapeOf(t reflect.Type) *shape {
	if s, ok := shapes.Load(t); ok {
		return s.(*shape)
	}
	s := &shape{}
	s.add(t, nil)
	shapes.Store(t, s)
	return s
}

// add adds the fields of a type that is embedded by way of index, or is the shape's own.
func (s *shape) add(t reflect.Type, index []int) {
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	for i := range t.NumField() {
		f := t.Field(i)
		key, _, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		at := append(slices.Clone(index), i)
		switch {
		case f.Anonymous && key == "":
			s.add(f.Type, at)
		case key != "":
			s.member(t, f, member{index: at, field: Field{Key: key, Lang: f.Tag.Get("lang")}})
		}
	}
}

// member adds a field of the struct t.
func (s *shape) member(t reflect.Type, f reflect.StructField, m member) {
	role, known := roles[f.Tag.Get("role")]
	if !known {
		panic(fmt.Sprintf("strict: %v.%s: there is no role %q", t, f.Name, f.Tag.Get("role")))
	}
	if m.field.Role = role; role == data {
		return
	}
	elem := f.Type
	if kind := elem.Kind(); kind == reflect.Slice || kind == reflect.Map {
		elem = elem.Elem()
		m.field.List = kind == reflect.Slice
	}
	switch isMap := f.Type.Kind() == reflect.Map; {
	case isMap && m.field.Lang == AnyLang:
		panic(fmt.Sprintf("strict: %v.%s: the texts of a map cannot be phrases", t, f.Name))
	case isText(elem) && !isMap:
		s.own = append(s.own, m)
		return
	case isText(elem):
	case elem.Kind() == reflect.Struct && !reflect.PointerTo(elem).Implements(textual):
		m.inner = shapeOf(elem)
	default:
		panic(fmt.Sprintf("strict: %v.%s is a %v, which has no place in its file: "+
			"make it a String or a Number, or give it the role data", t, f.Name, f.Type))
	}
	s.inner = append(s.inner, m)
}

func isText(t reflect.Type) bool { return t == stringOf || t == numberOf }

// parts appends the part of a struct, and those in it.
func (s *shape) parts(list []Part, part Part, v reflect.Value) []Part {
	part.Value = v.Addr().Interface()
	part.Fields = make([]Field, len(s.own))
	for i, m := range s.own {
		part.Fields[i] = m.read(v.FieldByIndex(m.index))
	}
	list = append(list, part)
	for _, m := range s.inner {
		list = m.parts(list, v.FieldByIndex(m.index))
	}
	return list
}

// parts appends the parts in a field.
func (m member) parts(list []Part, v reflect.Value) []Part {
	part := Part{Key: m.field.Key}
	switch v.Kind() {
	case reflect.Struct:
		return m.inner.parts(list, part, v)
	case reflect.Slice:
		for part.Index = range v.Len() {
			list = m.inner.parts(list, part, v.Index(part.Index))
		}
		return list
	}
	entries := map[string]reflect.Value{}
	for key, value := range v.Seq2() {
		entries[key.String()] = value
	}
	for _, part.Entry = range slices.Sorted(maps.Keys(entries)) {
		value := reflect.New(v.Type().Elem()).Elem() // what is in a map has no address
		value.Set(entries[part.Entry])
		if m.inner != nil {
			list = m.inner.parts(list, part, value)
			continue
		}
		entry := part
		entry.Fields = []Field{m.read(value)}
		list = append(list, entry)
	}
	return list
}

// read returns the field with its texts.
func (m member) read(v reflect.Value) Field {
	f := m.field
	if v.Kind() != reflect.Slice {
		f.Texts = []*Text{textOf(v)}
		return f
	}
	f.Texts = make([]*Text, v.Len())
	for i := range f.Texts {
		f.Texts[i] = textOf(v.Index(i))
	}
	return f
}

// textOf returns a String itself, or a Number as text.
func textOf(v reflect.Value) *Text {
	switch x := v.Addr().Interface().(type) {
	case *Text:
		return x
	case *Number:
		if x.Offset > 0 {
			return &Text{strconv.FormatFloat(x.Value, 'f', -1, 64), x.Offset}
		}
	}
	return &Text{}
}
