package build

import (
	"bytes"
	"io/fs"
	"os"
	"path"
	"strings"
	"testing"

	"rygghandboka/internal/data/i18n"
	"rygghandboka/internal/source"
)

// A new language needs a folder and a column in words.yaml, so no layout may name one.
func TestLayoutsNameNoLanguage(t *testing.T) {
	layouts := os.DirFS("../../layouts")
	data, err := fs.ReadFile(layouts, path.Base(i18n.Path))
	if err != nil {
		t.Fatal(err)
	}
	table, probs := i18n.Parse(source.File{Path: i18n.Path, Data: data})
	if probs.Errors() > 0 {
		t.Fatal(probs)
	}
	var names []string
	for _, l := range table.Languages() {
		names = append(names, `"`+string(l.Lang)+`"`, `"`+l.Tag.String()+`"`, `"`+strings.ToLower(l.Name)+`"`)
	}
	read := 0
	err = fs.WalkDir(layouts, ".", func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(file) != ".html" {
			return err
		}
		read++
		text, err := fs.ReadFile(layouts, file)
		for _, name := range names {
			if bytes.Contains(bytes.ToLower(text), []byte(name)) {
				t.Errorf("layouts/%s names the language %s: %s is the place for that", file, name, i18n.Path)
			}
		}
		return err
	})
	if err != nil || read == 0 {
		t.Errorf("%d layouts read: %v", read, err)
	}
}
