package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// An edit is one kind of change that an author makes.
type edit struct {
	name, file string
	change     func(text string, i int) string // another text for each i
}

var edits = []edit{
	{"body", "content/no/articles/page-0.md", func(text string, i int) string {
		return text + fmt.Sprintf("\nSetning %d.\n", i)
	}},
	{"title", "content/no/articles/page-0.md", func(text string, i int) string {
		return strings.Replace(text, "title: Side 0", fmt.Sprintf("title: Side %d", 1000000+i), 1)
	}},
	{"layout", "layouts/article.html", func(text string, i int) string {
		return strings.Replace(text, "<article>", fmt.Sprintf(`<article data-edit="%d">`, i), 1)
	}},
	{"reference", "content/shared/references.json", func(text string, i int) string {
		return strings.Replace(text, "A study of backs, part 0", fmt.Sprintf("A study of backs, edition %d", i), 1)
	}},
}

// A latency is how long saves took to be served.
type latency struct {
	edit             string
	min, median, p95 time.Duration
}

// saves measures the time from the end of a save until the new bytes of a page
// have reached a client that was notified of them, waiting for the editor included:
// the program serves the folder, and the client listens as a browser does.
func saves(program, dir string, runs int) (all []latency, err error) {
	cmd := exec.Command(program, "serve", "-src", dir, "-addr", "127.0.0.1:0")
	stderr, err := cmd.StderrPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	defer func() {
		err = errors.Join(err, cmd.Process.Signal(os.Interrupt))
		cmd.Wait()
	}()
	s := &served{dir: dir, address: servedAt(stderr)}
	go io.Copy(io.Discard, stderr)
	s.versions, err = listen(s.address)
	if err != nil {
		return nil, err
	}
	s.version = <-s.versions
	for _, e := range edits {
		l, err := s.measure(e, runs)
		if err != nil {
			return nil, err
		}
		all = append(all, l)
	}
	return all, nil
}

// servedAt returns the address that the program prints.
func servedAt(stderr io.Reader) string {
	lines := bufio.NewScanner(stderr)
	for lines.Scan() {
		if address, ok := strings.CutSuffix(lines.Text(), "  (Ctrl-C ends it)"); ok {
			return address
		}
	}
	return ""
}

// served is a folder that the program serves.
type served struct {
	dir, address string
	versions     <-chan int64
	version      int64 // the last that was sent
}

// pause is how long an author waits before the next save.
const pause = 150 * time.Millisecond

// measure saves a file so many times, and once before that does not count, and puts the
// file back as it was.
func (s *served) measure(e edit, runs int) (latency, error) {
	file := filepath.Join(s.dir, filepath.FromSlash(e.file))
	text, err := os.ReadFile(file)
	if err != nil {
		return latency{}, err
	}
	var times []time.Duration
	for i := range runs + 1 {
		t, err := s.save(file, e.change(string(text), i))
		if err != nil {
			return latency{}, err
		}
		if i > 0 {
			times = append(times, t)
		}
		time.Sleep(pause)
	}
	if err := os.WriteFile(file, text, 0o644); err != nil {
		return latency{}, err
	}
	s.version = <-s.versions
	slices.Sort(times)
	return latency{e.name, times[0], times[len(times)/2], times[len(times)*95/100]}, nil
}

// save saves a file and returns how long it took until a page was served anew.
func (s *served) save(file, text string) (time.Duration, error) {
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		return 0, err
	}
	start := time.Now()
	for before := s.version; s.version == before; {
		s.version = <-s.versions
	}
	err := fetch(s.address + "no/artikler/")
	return time.Since(start), err
}

// listen returns the versions of the site that are sent to a browser.
func listen(address string) (<-chan int64, error) {
	resp, err := http.Get(address + "_serve/events")
	if err != nil {
		return nil, err
	}
	versions := make(chan int64, 100)
	go func() {
		defer resp.Body.Close()
		lines := bufio.NewScanner(resp.Body)
		lines.Buffer(nil, 64<<20)
		for lines.Scan() {
			var s struct{ Version int64 }
			if data, ok := strings.CutPrefix(lines.Text(), "data: "); ok && json.Unmarshal([]byte(data), &s) == nil {
				versions <- s.Version
			}
		}
	}()
	return versions, nil
}

// fetch reads a page to its end.
func fetch(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if _, err := io.Copy(io.Discard, resp.Body); err != nil {
		return err
	}
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("%s: %s", url, resp.Status)
	}
	return nil
}
