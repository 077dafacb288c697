package strict

import (
	"encoding"
	"reflect"
	"strings"
)

// A Schema is a JSON Schema (draft 2020-12), with which editors complete keys and
// explain them.
type Schema map[string]any

// A Describer is a type with an UnmarshalText method that describes what it accepts.
type Describer interface{ JSONSchema() Schema }

// SchemaOf returns the schema of what Decode takes in to fill in the struct that v
// points to: it is made from the same fields. A field's tag doc explains it.
func SchemaOf(v any) Schema {
	s := schemaOf(reflect.TypeOf(v).Elem())
	s["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	return s
}

var (
	textual   = reflect.TypeFor[encoding.TextUnmarshaler]()
	describer = reflect.TypeFor[Describer]()
	stringOf  = reflect.TypeFor[Text]()
	numberOf  = reflect.TypeFor[Number]()
)

func schemaOf(t reflect.Type) Schema {
	switch {
	case t == stringOf:
		return Schema{"type": "string", "minLength": 1}
	case t == numberOf:
		return Schema{"type": "number"}
	case t.Implements(describer):
		return reflect.Zero(t).Interface().(Describer).JSONSchema()
	case reflect.PointerTo(t).Implements(textual):
		return Schema{"type": "string"}
	}
	switch t.Kind() {
	case reflect.Slice:
		return Schema{"type": "array", "items": schemaOf(t.Elem())}
	case reflect.Map:
		return Schema{"type": "object", "additionalProperties": schemaOf(t.Elem())}
	case reflect.Struct:
		s := Schema{"type": "object", "additionalProperties": false}
		properties, required := map[string]any{}, []string{}
		addFields(t, properties, &required)
		s["properties"], s["required"] = properties, required
		return s
	case reflect.Int:
		return Schema{"type": "integer"}
	case reflect.Bool:
		return Schema{"type": "boolean"}
	case reflect.String:
		return Schema{"type": "string", "minLength": 1}
	}
	panic("strict: no schema for a field of type " + t.String())
}

func addFields(t reflect.Type, properties map[string]any, required *[]string) {
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	for i := range t.NumField() {
		f := t.Field(i)
		name, option, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		switch {
		case f.Anonymous && name == "":
			addFields(f.Type, properties, required)
		case name != "":
			s := schemaOf(f.Type)
			if doc := f.Tag.Get("doc"); doc != "" {
				s["description"] = doc
			}
			properties[name] = s
			if option != "optional" {
				*required = append(*required, name)
			}
		}
	}
}

// JSONSchema describes what a Date accepts.
func (Date) JSONSchema() Schema {
	return Schema{"type": "string", "pattern": `^[0-9]{4}-[0-9]{2}-[0-9]{2}$`}
}
