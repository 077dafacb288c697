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
	"slices"
	"strings"
	"testing"
	"time"

	"rygghandboka/internal/build"
)

// A site is served from memory, as it would be built; a save gives the browser
// a new version, a mistake its problems, and the last good site stays up.
func TestServe(t *testing.T) {
	const page = "no/ovelser/planken/"
	e := startServe(t)
	events := subscribe(t, t.Context(), e.address)
	first := <-events
	if len(first.Problems) > 0 {
		t.Fatalf("problems at the start: %+v", first.Problems)
	}
	want := previewed(t, e.src, e.address, page+"index.html")
	if got := liveTag.ReplaceAll(get(t, e.address+page), nil); !bytes.Equal(got, want) {
		t.Error("what is served is not what is built")
	}
	serves := func(text, otherwise string) {
		t.Helper()
		if !bytes.Contains(get(t, e.address+page), []byte(text)) {
			t.Error(otherwise)
		}
	}
	const heading = "## Hva vet vi? {#evidence}\n"
	e.write(plank, heading, heading+"\nEn ny setning.\n")
	saved := <-events
	if saved.Version <= first.Version || saved.Stopped {
		t.Errorf("after a save: %+v", saved)
	}
	serves("En ny setning.", "the browser was notified before the new page could be served")
	e.write(plank, "En ny setning.", "Ta 1*2*3 mg.")
	if s := <-events; s.Version != saved.Version || !s.Stopped || !s.names("plank.md") {
		t.Errorf("after a mistake: %+v", s)
	}
	serves("En ny setning.", "the last good site is gone")
	e.write(plank, "Ta 1*2*3 mg.", "Ring 113.")
	if s := <-events; s.Version <= saved.Version || !s.names("plank.md") {
		t.Errorf("after a change in one language that stops a build: %+v", s)
	}
	serves("Ring 113.", "an author cannot see the text before the other language is changed")
	translations := get(t, e.address+"_serve/translations/")
	if !bytes.Contains(translations, []byte("exercises/plank")) {
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

// previewed returns a file of the site as a preview has it.
func previewed(t *testing.T, src, address, name string) []byte {
	t.Helper()
	o := build.Options{Base: parsed(t, address), Today: time.Now(), Preview: true}
	r, err := new(build.Builder).Build(os.DirFS(src), o)
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range r.Outputs {
		if o.Path == name {
			data, probs := o.Render()
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
