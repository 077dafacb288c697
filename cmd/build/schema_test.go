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

// The schemas are made from the fields that the program decodes, are up to date in
// the repository, and take and refuse the same files: all of the handbook's own,
// and each of them with a key that is unknown or of another type. Front matter, which has
// no schema, is refused by the program alone.
func TestSchemas(t *testing.T) {
	compiled := compile(t)
	yamlOf := func(text []byte) any {
		var v any
		if err := yaml.Unmarshal(text, &v); err != nil {
			t.Fatal(err)
		}
		return asJSON(t, undated(v))
	}
	converter := markdown.New(markdown.Options{})
	err := fs.WalkDir(os.DirFS(repository), "content", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(filepath.Join(repository, p))
		if err != nil {
			return err
		}
		var name string
		var program func(yaml []byte) diag.List
		switch {
		case path.Ext(p) == ".md":
			front, body, _ := strings.Cut(strings.TrimPrefix(string(data), "---\n"), "\n---\n")
			data = []byte(front + "\n")
			program = func(yaml []byte) diag.List {
				_, probs := page.Parse(source.File{Path: p, Data: []byte("---\n" + string(yaml) + "---\n" + body)}, converter)
				return probs
			}
		case path.Dir(p) == exercise.Dir:
			name, program = "exercise", func(yaml []byte) diag.List {
				_, probs := exercise.Parse(source.File{Path: p, Data: yaml})
				return probs
			}
		case p == i18n.HyphenPath:
			name, program = "hyphens", func(yaml []byte) diag.List {
				_, probs := i18n.ParseHyphens(source.File{Path: p, Data: yaml})
				return probs
			}
		case p == avoid.Path:
			name, program = "avoid", func(yaml []byte) diag.List {
				_, probs := avoid.Parse(source.File{Path: p, Data: yaml})
				return probs
			}
		case p == publisher.Path:
			name, program = "publisher", func(yaml []byte) diag.List {
				_, probs := publisher.Parse(source.File{Path: p, Data: yaml})
				return probs
			}
		default:
			return nil
		}
		if err := validate(compiled[name], yamlOf(data)); err != nil || program(data).Errors() > 0 {
			t.Errorf("%s: the schema says %v, the program %v", p, err, program(data))
		}
		for what, wrong := range mutants(yamlOf(data)) {
			text, err := yaml.Marshal(wrong)
			if err != nil {
				t.Fatal(err)
			}
			refused, probs := validate(compiled[name], wrong) != nil, program(text)
			if !refused && name != "" || probs.Errors() == 0 {
				t.Errorf("%s with %s: refused by the schema: %v, by the program: %v", p, what, refused, probs)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
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
