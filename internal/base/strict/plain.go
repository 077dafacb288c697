package strict

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
)

// Plain writes a value that was decoded, without the places of its texts: equal values have
// equal plain texts, wherever they are in a file. What is not given is left out, so that a
// new optional field changes the plain texts of those values only that have it.
func Plain(v any) string {
	var b strings.Builder
	plain(&b, reflect.ValueOf(v))
	return b.String()
}

func plain(b *strings.Builder, v reflect.Value) {
	switch value := v.Interface().(type) {
	case Text:
		fmt.Fprintf(b, "%q", value.Text)
		return
	case Number:
		fmt.Fprint(b, value.Value)
		return
	case Date:
		b.WriteString(value.String())
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		b.WriteString("{")
		for i := range v.NumField() {
			if !v.Field(i).IsZero() {
				fmt.Fprintf(b, " %s:", v.Type().Field(i).Name)
				plain(b, v.Field(i))
			}
		}
		b.WriteString(" }")
	case reflect.Slice:
		b.WriteString("[")
		for i := range v.Len() {
			b.WriteString(" ")
			plain(b, v.Index(i))
		}
		b.WriteString(" ]")
	case reflect.Map:
		entries := map[string]reflect.Value{}
		for key, value := range v.Seq2() {
			entries[key.String()] = value
		}
		for _, key := range slices.Sorted(maps.Keys(entries)) {
			fmt.Fprintf(b, " %q:", key)
			plain(b, entries[key])
		}
	default:
		fmt.Fprintf(b, "%v", v)
	}
}
