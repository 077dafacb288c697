package page

import (
	"reflect"
	"testing"

	"rygghandboka/internal/base/strict"
)

// AddNotes gives the front matter of each kind a text, note, and those of its lists too,
// until the test ends. Nothing in the program knows of it.
func AddNotes(t *testing.T) {
	before := fields
	fields = notedFields
	t.Cleanup(func() { fields = before })
}

func notedFields(p *Page, kind Kind) (into any, done func()) {
	into, done = p.fields(kind)
	switch kind {
	case Programme:
		in := &struct {
			*Front
			Exercises []struct {
				Step
				Note strict.String `yaml:"note,optional"`
			} `yaml:"exercises"`
		}{Front: &p.Front}
		into, done = in, func() {
			for _, s := range in.Exercises {
				p.Steps = append(p.Steps, s.Step)
			}
		}
	case Changes:
		in := &struct {
			*Front
			Changes []struct {
				Change
				Note strict.String `yaml:"note,optional"`
			} `yaml:"changes"`
		}{Front: &p.Front}
		into, done = in, func() {
			for _, c := range in.Changes {
				p.Changes = append(p.Changes, c.Change)
			}
		}
	case Glossary:
		in := &struct {
			*Front
			Terms []struct {
				Term
				Note strict.String `yaml:"note,optional"`
			} `yaml:"terms"`
		}{Front: &p.Front}
		into, done = in, func() {
			for _, term := range in.Terms {
				p.Terms = append(p.Terms, term.Term)
			}
		}
	}
	return withNote(into), done
}

// withNote returns a struct with the fields that into points to, and a note.
func withNote(into any) any {
	noted := reflect.New(reflect.StructOf([]reflect.StructField{
		{Name: "Own", Type: reflect.TypeOf(into), Anonymous: true},
		{Name: "Note", Type: reflect.TypeFor[strict.String](), Tag: `yaml:"note,optional"`},
	}))
	noted.Elem().Field(0).Set(reflect.ValueOf(into))
	return noted.Interface()
}
