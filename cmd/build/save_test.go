package main

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// A saver saves a file of a site that is served.
type saver struct {
	t    *testing.T
	src  string
	file string
}

// A way of saving is what some program does. Its name is in what it saves.
type way struct {
	name string
	save func(s saver, data []byte)
}

var ways = []way{
	{"write", saver.write},
	{"truncate, then write", saver.truncate},
	{"slow", saver.slowly},
	{"rename", saver.rename},
	{"delete and create", saver.recreate},
	{"backup", saver.backUp},
	{"sed", saver.sed},
	{"cat", saver.cat},
	{"hard link", saver.link},
	{"folder moved away and back", saver.moveFolder},
	{"vim", saver.vim},
}

// However a program saves a file, the site follows, and no page is ever served
// half written.
func TestSaves(t *testing.T) {
	e := startServe(t)
	file := filepath.Join(e.src, filepath.FromSlash(plank))
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range ways {
		t.Run(w.name, func(t *testing.T) {
			mark := "Lagret med " + w.name + "."
			w.save(saver{t, e.src, file}, fmt.Appendf(bytes.Clone(text), "\n%s\n", mark))
			waitFor(t, e.address+"no/ovelser/planken/", mark)
		})
	}
}

// A thousand files at once are followed too, and their removal.
func TestSavesOfManyFiles(t *testing.T) {
	e := startServe(t)
	dir := filepath.Join(e.src, "content/no/articles/many")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "index.md"), small("page", "Mange", ""))
	for i := range 1000 {
		write(t, filepath.Join(dir, fmt.Sprintf("p-%d.md", i)), small("page", fmt.Sprintf("Side %d", i), ""))
	}
	waitFor(t, e.address+"no/artikler/mange/side-999/", "Side 999")
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	waitFor(t, e.address+"no/artikler/mange/side-999/", "404")
}

func (s saver) must(err error) {
	s.t.Helper()
	if err != nil {
		s.t.Fatal(err)
	}
}

func (s saver) shell(script string) {
	s.t.Helper()
	if out, err := exec.Command("sh", "-c", script).CombinedOutput(); err != nil {
		s.t.Fatalf("%v: %s", err, out)
	}
}

func (s saver) write(data []byte) { s.must(os.WriteFile(s.file, data, 0o644)) }

func (s saver) truncate(data []byte) {
	s.must(os.Truncate(s.file, 0))
	f, err := os.OpenFile(s.file, os.O_WRONLY, 0)
	s.must(err)
	_, err = f.Write(data)
	s.must(err)
	s.must(f.Close())
}

func (s saver) slowly(data []byte) {
	f, err := os.Create(s.file)
	s.must(err)
	for chunk := range slices.Chunk(data, 1000) {
		_, err := f.Write(chunk)
		s.must(err)
		s.must(f.Sync())
	}
	s.must(f.Close())
}

func (s saver) rename(data []byte) {
	s.must(os.WriteFile(s.file+".tmp", data, 0o644))
	s.must(os.Rename(s.file+".tmp", s.file))
}

func (s saver) recreate(data []byte) {
	s.must(os.Remove(s.file))
	s.write(data)
}

// backUp saves as vim does with backupcopy=no.
func (s saver) backUp(data []byte) {
	s.must(os.Rename(s.file, s.file+"~"))
	s.write(data)
	s.must(os.Remove(s.file + "~"))
}

func (s saver) sed(data []byte) {
	s.write(bytes.Replace(data, []byte("Lagret med sed."), []byte("Lagret med ed."), 1))
	s.shell("sed -i 's/Lagret med ed/Lagret med sed/' " + s.file)
}

func (s saver) cat(data []byte) {
	other := filepath.Join(s.src, "other")
	s.must(os.WriteFile(other, data, 0o644))
	s.shell("cat " + other + " > " + s.file)
}

// link saves through another name of the file: there is no event in any folder that is
// watched.
func (s saver) link(data []byte) {
	other := filepath.Join(filepath.Dir(s.src), "linked")
	s.must(os.Link(s.file, other))
	s.must(os.WriteFile(other, data, 0o644))
	s.must(os.Remove(other))
}

func (s saver) moveFolder(data []byte) {
	dir, away := filepath.Dir(s.file), filepath.Join(s.src, "away")
	s.must(os.Rename(dir, away))
	s.must(os.WriteFile(filepath.Join(away, filepath.Base(s.file)), data, 0o644))
	s.must(os.Rename(away, dir))
}

func (s saver) vim(data []byte) {
	needs(s.t, "vim")
	s.write(bytes.Replace(data, []byte("Lagret med vim."), []byte("Lagret med vi."), 1))
	s.shell("vim -es -u NONE -c '%s/Lagret med vi\\./Lagret med vim./' -c wq " + s.file)
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
