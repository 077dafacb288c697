package main

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v4"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/data/exercise"
	"rygghandboka/internal/data/i18n"
	"rygghandboka/internal/data/publisher"
	"rygghandboka/internal/page"
	"rygghandboka/internal/source"
	"rygghandboka/internal/text/avoid"
	"rygghandboka/internal/text/markdown"
)

// A checked file is a YAML file of the handbook, with the two that check it.
type checked struct {
	path    string
	yaml    []byte
	schema  *jsonschema.Schema // nil for front matter, which has none
	program func(yaml []byte) diag.List
}

// The schemas are made from the fields that the program decodes, are up to date in
// the repository, and take and refuse the same files: all of the handbook's own,
// and each of them with a key that is unknown or of another type. Front matter, which has
// no schema, is refused by the program alone.
func TestSchemas(t *testing.T) {
	compiled := compile(t)
	files := 0
	err := fs.WalkDir(os.DirFS(repository), "content", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(filepath.Join(repository, p))
		if err != nil {
			return err
		}
		if c, ok := checkedFile(p, data, compiled); ok {
			files++
			c.takes(t)
			c.refuses(t)
		}
		return nil
	})
	if err != nil || files < 100 {
		t.Errorf("%d files are checked: %v", files, err)
	}
}

// checkedFile returns how a file is checked, and false if it is none of YAML.
func checkedFile(p string, data []byte, compiled map[string]*jsonschema.Schema) (checked, bool) {
	c := checked{path: p, yaml: data}
	switch {
	case path.Ext(p) == ".md":
		front, body, _ := strings.Cut(strings.TrimPrefix(string(data), "---\n"), "\n---\n")
		c.yaml = []byte(front + "\n")
		c.program = func(yaml []byte) diag.List {
			text := "---\n" + string(yaml) + "---\n" + body
			_, probs := page.Parse(source.File{Path: p, Data: []byte(text)}, plainConverter)
			return probs
		}
	case path.Dir(p) == exercise.Dir:
		c.schema, c.program = compiled["exercise"], parsesAt(p, exercise.Parse)
	case p == i18n.HyphenPath:
		c.schema, c.program = compiled["hyphens"], parsesAt(p, i18n.ParseHyphens)
	case p == avoid.Path:
		c.schema, c.program = compiled["avoid"], parsesAt(p, avoid.Parse)
	case p == publisher.Path:
		c.schema, c.program = compiled["publisher"], parsesAt(p, publisher.Parse)
	default:
		return c, false
	}
	return c, true
}

var plainConverter = markdown.New(markdown.Options{})

// parsesAt returns the problems of what a parser reads at a path.
func parsesAt[T any](p string, parse func(source.File) (T, diag.List)) func(yaml []byte) diag.List {
	return func(yaml []byte) diag.List {
		_, probs := parse(source.File{Path: p, Data: yaml})
		return probs
	}
}

// takes checks that the file is taken as it is.
func (c checked) takes(t *testing.T) {
	t.Helper()
	err, probs := validate(c.schema, valueOf(t, c.yaml)), c.program(c.yaml)
	if err != nil || probs.Errors() > 0 {
		t.Errorf("%s: the schema refuses %v, the program %v", c.path, err, probs)
	}
}

// refuses checks that the file is refused with any mistake.
func (c checked) refuses(t *testing.T) {
	t.Helper()
	for what, wrong := range mutants(valueOf(t, c.yaml)) {
		text, err := yaml.Marshal(wrong)
		if err != nil {
			t.Fatal(err)
		}
		refused := c.schema == nil || validate(c.schema, wrong) != nil
		if probs := c.program(text); !refused || probs.Errors() == 0 {
			t.Errorf("%s with %s: refused by the schema: %v, by the program: %v", c.path, what, refused, probs)
		}
	}
}

// valueOf returns the value of YAML as JSON has it.
func valueOf(t *testing.T, text []byte) any {
	t.Helper()
	var v any
	if err := yaml.Unmarshal(text, &v); err != nil {
		t.Fatal(err)
	}
	return asJSON(t, undated(v))
}

// validate returns what a schema refuses, if there is one.
func validate(schema *jsonschema.Schema, doc any) error {
	if schema == nil {
		return nil
	}
	return schema.Validate(doc)
}

// An editor reads each schema that is written, for files that are there: one that no
// setting names is read by nobody.
func TestEditorsReadSchemas(t *testing.T) {
	data, err := os.ReadFile(filepath.Join(repository, ".vscode/settings.json"))
	if err != nil {
		t.Fatal(err)
	}
	var settings struct {
		Schemas map[string]string `json:"yaml.schemas"`
	}
	if err := json.Unmarshal(data, &settings); err != nil {
		t.Fatal(err)
	}
	for schema, files := range settings.Schemas {
		if _, err := os.Stat(filepath.Join(repository, schema)); err != nil {
			t.Errorf("an editor looks for %v", err)
		}
		if found, err := filepath.Glob(filepath.Join(repository, files)); err != nil || len(found) == 0 {
			t.Errorf("%s is for %s, of which there is none: %v", schema, files, err)
		}
	}
	written, err := fs.Glob(os.DirFS(repository), schemaDir+"/*")
	if err != nil || len(written) != len(allSchemas()) {
		t.Errorf("%d schemas are written, and %d files are in %s: %v", len(allSchemas()), len(written), schemaDir, err)
	}
	for _, file := range written {
		if settings.Schemas[file] == "" {
			t.Errorf("no editor reads %s: .vscode/settings.json does not name it", file)
		}
	}
}

// compile compiles the schemas of the repository, which must be those that the
// program writes.
func compile(t *testing.T) map[string]*jsonschema.Schema {
	compiled := map[string]*jsonschema.Schema{}
	for name, s := range allSchemas() {
		var want bytes.Buffer
		if err := diag.EncodeJSON(&want, s); err != nil {
			t.Fatal(err)
		}
		file := filepath.Join(repository, schemaDir, name+".json")
		if got, err := os.ReadFile(file); err != nil || !bytes.Equal(got, want.Bytes()) {
			t.Errorf("%s is out of date: go run ./cmd/build schemas", file)
		}
		c := jsonschema.NewCompiler()
		doc, err := jsonschema.UnmarshalJSON(&want)
		if err == nil {
			err = c.AddResource(name, doc)
		}
		if err != nil {
			t.Fatal(err)
		}
		if compiled[name], err = c.Compile(name); err != nil {
			t.Fatal(err)
		}
	}
	return compiled
}

// mutants returns what is wrong with one key of a mapping.
func mutants(doc any) map[string]any {
	keys := doc.(map[string]any)
	wrong := map[string]any{}
	with := func(key string, value any) map[string]any {
		other := map[string]any{}
		for k, v := range keys {
			other[k] = v
		}
		other[key] = value
		return other
	}
	wrong["an unknown key"] = with("nonsense", []any{map[string]any{"x": 1}})
	for key := range keys {
		wrong["another type of "+key] = with(key, 1.5)
	}
	return wrong
}

// undated returns a YAML value with days as text, which they are to editors.
func undated(v any) any {
	switch v := v.(type) {
	case time.Time:
		return v.Format(time.DateOnly)
	case map[string]any:
		for key, value := range v {
			v[key] = undated(value)
		}
	case []any:
		for i, value := range v {
			v[i] = undated(value)
		}
	}
	return v
}

// asJSON returns a YAML value as JSON has it.
func asJSON(t *testing.T, v any) any {
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	out, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return out
}
