package markdown

import (
	"reflect"
	"testing"

	"rygghandboka/internal/text/lang"
)

// A conversion is remembered by the sum of its options, so each of them is part of it.
func TestSumCoversAllOptions(t *testing.T) {
	seen := map[OptionsSum]string{Options{}.sum(): "no option"}
	v := reflect.ValueOf(Options{})
	for i := range v.NumField() {
		changeEach(v.Field(i).Type(), func(value reflect.Value) {
			var o Options
			reflect.ValueOf(&o).Elem().Field(i).Set(value)
			name := v.Type().Field(i).Name
			if other, twice := seen[o.sum()]; twice {
				t.Errorf("%s, %+v: the sum is that of %s", name, value, other)
			}
			seen[o.sum()] = name
		})
	}
}

// changeEach calls yield with values of a type: for each field in it, one in which only
// that field is not zero.
func changeEach(of reflect.Type, yield func(reflect.Value)) {
	value := reflect.New(of).Elem()
	switch {
	case of == reflect.TypeFor[lang.Tag]():
		tag, _ := lang.ParseTag("nb")
		yield(reflect.ValueOf(tag))
	case of.Kind() == reflect.Struct:
		for i := range of.NumField() {
			changeEach(of.Field(i).Type, func(field reflect.Value) {
				value.SetZero()
				value.Field(i).Set(field)
				yield(value)
			})
		}
	case of.Kind() == reflect.Slice:
		changeEach(of.Elem(), func(elem reflect.Value) {
			yield(reflect.Append(reflect.MakeSlice(of, 0, 1), elem))
		})
	case of.Kind() == reflect.String:
		value.SetString("a")
		yield(value)
	case of.Kind() == reflect.Bool:
		value.SetBool(true)
		yield(value)
	case value.CanInt():
		value.SetInt(1)
		yield(value)
	case value.CanUint():
		value.SetUint(1)
		yield(value)
	default:
		panic("no value of type " + of.String())
	}
}
