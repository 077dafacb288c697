package source

import (
	"strings"
	"testing"
	"testing/fstest"
)

func TestRead(t *testing.T) {
	files, probs, err := Read(fstest.MapFS{
		"content/no/a.md":      {Data: []byte("\uFEFFen\r\nto\rtre\n")},
		"content/no/.a.md.swp": {Data: []byte("x")},
		"content/no/a.md~":     {Data: []byte("x")},
		"content/.git/x.md":    {Data: []byte("x")},
		"content/en/nul.md":    {Data: []byte("ab\x00")},
		"content/en/latin1.md": {Data: []byte("bl\xe5b\xe6r")},
		"static/photo.jpg":     {Data: []byte("\xff\x00\r\n")},
		"README.md":            {Data: []byte("x")},
	})
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	for _, f := range files {
		got.WriteString(f.Path + "=" + string(f.Data) + ";")
	}
	if want := "content/no/a.md=en\nto\ntre\n;static/photo.jpg=\xff\x00\r\n;"; got.String() != want {
		t.Errorf("got %q, want %q", got.String(), want)
	}
	if len(probs) != 2 || probs[0].Column != 3 || probs[1].Column != 3 || probs[0].Excerpt != "bl\uFFFDb\uFFFDr" {
		t.Errorf("problems: %v", probs)
	}
}

func TestSumCoversThePath(t *testing.T) {
	files, _, err := Read(fstest.MapFS{
		"content/no/a.md": {Data: []byte("x")},
		"content/no/b.md": {Data: []byte("x")},
	})
	if err != nil || len(files) != 2 || files[0].Sum == files[1].Sum {
		t.Errorf("%v %v: two files with the same data have one sum", files, err)
	}
}
