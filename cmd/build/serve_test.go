package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"rygghandboka/internal/build"
)

// A site is served from memory, as it would be built; a save gives the browser
// a new version, a mistake its problems, and the last good site stays up.
func TestServe(t *testing.T) {
	e := startServe(t)
	src, address, ctx := e.src, e.address, t.Context()

	events := subscribe(t, ctx, address)
	first := <-events
	if len(first.Problems) > 0 {
		t.Fatalf("problems at the start: %+v", first.Problems)
	}
	want := draft(t, src, address, "no/ovelser/planken/index.html")
	tag := regexp.MustCompile(`<script type="module" src="/_serve/live\.js" data-version="\d+" data-file="[^"]*"></script>`)
	if got := get(t, address+"no/ovelser/planken/"); !bytes.Equal(tag.ReplaceAll(got, nil), want) {
		t.Error("what is served is not what is built")
	}

	file := filepath.Join(src, "content/no/exercises/plank.md")
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	save := func(text string) {
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	save(string(text) + "\nEn ny setning.\n")
	saved := <-events
	if saved.Version <= first.Version || saved.Stopped {
		t.Errorf("after a save: %+v", saved)
	}
	if !bytes.Contains(get(t, address+"no/ovelser/planken/"), []byte("En ny setning.")) {
		t.Error("the browser was told before the new page could be served")
	}
	save(string(text) + "\nTa 1*2*3 mg.\n")
	if e := <-events; e.Version != saved.Version || !e.Stopped || !e.names("plank.md") {
		t.Errorf("after a mistake: %+v", e)
	}
	if !bytes.Contains(get(t, address+"no/ovelser/planken/"), []byte("En ny setning.")) {
		t.Error("the last good site is gone")
	}
	save(strings.Replace(string(text), "3. ", "3. Ring 113. ", 1))
	if e := <-events; e.Version <= saved.Version || !e.names("plank.md") {
		t.Errorf("after a change in one language that stops a build: %+v", e)
	}
	if !bytes.Contains(get(t, address+"no/ovelser/planken/"), []byte("Ring 113.")) {
		t.Error("an author cannot see the text before the other language is changed")
	}
	if page := get(t, address+"_serve/translations/"); !bytes.Contains(page, []byte("exercises/plank")) {
		t.Error("the page on translations does not list the pages")
	}
}

// startServe serves a copy of the handbook until the test ends, and checks that
// the program then ends by itself.
func startServe(t testing.TB) *edited {
	src := t.TempDir()
	if err := copyHandbook(repository, src); err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	stderr, log := io.Pipe()
	code := make(chan int, 1)
	go func() {
		code <- run(ctx, []string{"serve", "-src", src, "-addr", "127.0.0.1:0"}, io.Discard, log)
		log.Close()
	}()
	t.Cleanup(func() {
		stop()
		if got := <-code; got != fine {
			t.Errorf("serve exits %d", got)
		}
	})
	lines := bufio.NewScanner(stderr)
	for lines.Scan() {
		if address, ok := strings.CutSuffix(lines.Text(), "  (Ctrl-C ends it)"); ok {
			go io.Copy(io.Discard, stderr)
			return &edited{t, src, address}
		}
	}
	t.Fatal("serve ended at once")
	return nil
}

// draft returns a file of the site as a build of a draft makes it.
func draft(t *testing.T, src, address, name string) []byte {
	t.Helper()
	r, err := new(build.Builder).Build(os.DirFS(src), build.Options{Base: parsed(t, address), Today: time.Now(), Draft: true})
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range r.Outputs {
		if o.Path == name {
			data, probs := o.Print()
			if len(probs) > 0 {
				t.Error(probs)
			}
			return data
		}
	}
	t.Fatalf("%s is not built: %v", name, r.Problems)
	return nil
}

type state struct {
	Version  int64
	Stopped  bool
	Problems []struct{ File string }
}

// names reports whether one of the problems is in a file of this name.
func (s state) names(file string) bool {
	return slices.ContainsFunc(s.Problems, func(p struct{ File string }) bool { return path.Base(p.File) == file })
}

// subscribe returns the states that the server sends to a browser.
func subscribe(t *testing.T, ctx context.Context, address string) <-chan state {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address+"_serve/events", nil)
	if err != nil {
		t.Fatal(err)
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	states := make(chan state)
	go func() {
		defer resp.Body.Close()
		for lines := bufio.NewScanner(resp.Body); lines.Scan(); {
			var s state
			if data, ok := strings.CutPrefix(lines.Text(), "data: "); ok && json.Unmarshal([]byte(data), &s) == nil {
				states <- s
			}
		}
	}()
	return states
}

func get(t *testing.T, url string) []byte {
	resp, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	data, err := io.ReadAll(resp.Body)
	if err != nil || resp.StatusCode != http.StatusOK {
		t.Fatalf("%s: %s %v", url, resp.Status, err)
	}
	return data
}
