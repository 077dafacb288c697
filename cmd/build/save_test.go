package main

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// However a program saves a file, the site follows, and no page is ever served
// half written.
func TestSaves(t *testing.T) {
	e := startServe(t)
	file := filepath.Join(e.src, filepath.FromSlash(plank))
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	with := func(what string) []byte { return append(bytes.Clone(text), "\nLagret med "+what+".\n"...) }
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	shell := func(script string) {
		t.Helper()
		if out, err := exec.Command("sh", "-c", script).CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
	}
	saves := []struct {
		name string
		save func(data []byte)
	}{
		{"write", func(data []byte) { must(os.WriteFile(file, data, 0o644)) }},
		{"truncate, then write", func(data []byte) {
			must(os.Truncate(file, 0))
			f, err := os.OpenFile(file, os.O_WRONLY, 0)
			must(err)
			_, err = f.Write(data)
			must(err)
			must(f.Close())
		}},
		{"slow", func(data []byte) {
			f, err := os.Create(file)
			must(err)
			for chunk := range bytesOf(data, 1000) {
				_, err := f.Write(chunk)
				must(err)
				must(f.Sync())
			}
			must(f.Close())
		}},
		{"rename", func(data []byte) {
			must(os.WriteFile(file+".tmp", data, 0o644))
			must(os.Rename(file+".tmp", file))
		}},
		{"delete and create", func(data []byte) {
			must(os.Remove(file))
			must(os.WriteFile(file, data, 0o644))
		}},
		{"backup", func(data []byte) { // as vim does with backupcopy=no
			must(os.Rename(file, file+"~"))
			must(os.WriteFile(file, data, 0o644))
			must(os.Remove(file + "~"))
		}},
		{"sed", func(data []byte) {
			must(os.WriteFile(file, bytes.Replace(data, []byte("Lagret med sed."), []byte("Lagret med ed."), 1), 0o644))
			shell("sed -i 's/Lagret med ed/Lagret med sed/' " + file)
		}},
		{"cat", func(data []byte) {
			must(os.WriteFile(filepath.Join(e.src, "other"), data, 0o644))
			shell("cat " + filepath.Join(e.src, "other") + " > " + file)
		}},
		{"hard link", func(data []byte) { // no event in any folder that is watched
			other := filepath.Join(filepath.Dir(e.src), "linked")
			must(os.Link(file, other))
			must(os.WriteFile(other, data, 0o644))
			must(os.Remove(other))
		}},
		{"folder moved away and back", func(data []byte) {
			dir := filepath.Dir(file)
			must(os.Rename(dir, filepath.Join(e.src, "away")))
			must(os.WriteFile(filepath.Join(e.src, "away", filepath.Base(file)), data, 0o644))
			must(os.Rename(filepath.Join(e.src, "away"), dir))
		}},
	}
	if vim, err := exec.LookPath("vim"); err == nil {
		saves = append(saves, struct {
			name string
			save func(data []byte)
		}{"vim", func(data []byte) {
			must(os.WriteFile(file, bytes.Replace(data, []byte("Lagret med vim."), []byte("Lagret med vi."), 1), 0o644))
			shell(vim + " -es -u NONE -c '%s/Lagret med vi\\./Lagret med vim./' -c wq " + file)
		}})
	}
	for _, s := range saves {
		t.Run(s.name, func(t *testing.T) {
			s.save(with(s.name))
			waitFor(t, e.address+"no/ovelser/planken/", "Lagret med "+s.name+".")
		})
	}

	t.Run("a thousand files at once", func(t *testing.T) {
		dir := filepath.Join(e.src, "content/no/articles/many")
		must(os.MkdirAll(dir, 0o755))
		must(os.WriteFile(filepath.Join(dir, "index.md"), []byte("---\nkind: page\ntitle: Mange\nsummary: M.\n---\n"), 0o644))
		for i := range 1000 {
			must(os.WriteFile(filepath.Join(dir, fmt.Sprintf("p-%d.md", i)), fmt.Appendf(nil, "---\nkind: page\ntitle: Side %d\nsummary: S.\n---\n", i), 0o644))
		}
		waitFor(t, e.address+"no/artikler/mange/side-999/", "Side 999")
		must(os.RemoveAll(dir))
		waitFor(t, e.address+"no/artikler/mange/side-999/", "404")
	})
}

func bytesOf(data []byte, n int) func(func([]byte) bool) {
	return func(yield func([]byte) bool) {
		for len(data) > 0 {
			k := min(n, len(data))
			if !yield(data[:k]) {
				return
			}
			data = data[k:]
		}
	}
}

// waitFor asks for a page until it holds a text. Until then it must be a whole
// page, as it was before.
func waitFor(t *testing.T, url, text string) {
	t.Helper()
	for end := time.Now().Add(20 * time.Second); time.Now().Before(end); {
		resp, err := http.Get(url)
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(resp.Body)
		resp.Body.Close()
		if err != nil || !strings.HasSuffix(strings.TrimSpace(string(data)), "</html>") {
			t.Fatalf("half a page: %v %.100q", err, data)
		}
		if strings.Contains(string(data), text) {
			return
		}
	}
	t.Fatalf("%s never had %q", url, text)
}
