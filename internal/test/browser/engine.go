package browser

import (
	"bufio"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// A Page is a page in some engine. What only Chromium can be asked is asked of a Tab.
type Page interface {
	// Go loads a page and waits until it is loaded.
	Go(url string)
	// Wait waits until a JavaScript expression is true.
	Wait(expression string)
	// Resize sets the size of the window, in CSS pixels.
	Resize(width, height int)
	// Picture returns the whole page as a PNG.
	Picture() []byte
	// Print returns the page as a PDF on A4, as a reader gets it who changes nothing.
	Print() []byte
	// PrintOn returns the same on A4 or Letter.
	PrintOn(paper string) []byte

	helper()
	fail(format string, args ...any)
	evaluate(expression string) (json.RawMessage, error)
}

// Each runs a test in Chromium, Firefox and WebKit, each with a window of that size. It
// skips the engines that are missing. packages is a file beside which npm has installed
// puppeteer-core.
func Each(t *testing.T, width, height int, packages string, test func(t *testing.T, p Page)) {
	engines := map[string]func(t *testing.T) Page{
		"chromium": func(t *testing.T) Page { return Open(t, width, height) },
		"firefox":  func(t *testing.T) Page { return openFirefox(t, packages) },
		"webkit":   openWebKit,
	}
	for name, open := range engines {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := open(t)
			p.Resize(width, height) // a window may not be as small as a phone
			test(t, p)
		})
	}
}

//go:embed firefox.mjs
var firefoxDriver []byte

//go:embed webkit.py
var webKitDriver []byte

func openFirefox(t *testing.T, packages string) Page {
	t.Helper()
	node := installed(t, "node")
	firefox := installed(t, "firefox-esr", "firefox")
	if _, err := os.Stat(filepath.Join(filepath.Dir(packages), "node_modules", "puppeteer-core")); err != nil {
		t.Skip("puppeteer-core is not installed: make tools installs it where it may")
	}
	beside, err := filepath.Abs(packages)
	if err != nil {
		t.Fatal(err)
	}
	return drive(t, node, driver(t, "firefox.mjs", firefoxDriver), beside, firefox)
}

func openWebKit(t *testing.T) Page {
	t.Helper()
	xvfb := installed(t, "xvfb-run")
	const python = "/usr/bin/python3" // the system's own: bindings for another one are not packaged
	const bindings = "import gi, cairo; gi.require_version('WebKit2', '4.1'); gi.require_foreign('cairo')"
	if err := exec.Command(python, "-c", bindings).Run(); err != nil {
		t.Skip("WebKitGTK for Python is not installed: make tools installs it where it may")
	}
	return drive(t, xvfb, "-a", "-s", "-screen 0 1600x1200x24", python, driver(t, "webkit.py", webKitDriver))
}

// installed returns the path of the first of some programs, or skips the test.
func installed(t testing.TB, names ...string) string {
	t.Helper()
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	t.Skipf("%s is not installed: make tools installs it where it may", names[0])
	return ""
}

// Chromium returns the path of Chromium, or skips the test.
func Chromium(t testing.TB) string {
	t.Helper()
	return installed(t, names...)
}

// driver writes a driver to a file.
func driver(t *testing.T, name string, program []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, program, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// A driven page is one in a browser that a program of its own drives: webkit.py,
// firefox.mjs. It fails its test if the browser refuses.
type driven struct {
	t       *testing.T
	url     string
	in      *json.Encoder
	replies chan reply
}

type command struct {
	Do         string `json:"do"`
	URL        string `json:"url,omitempty"`
	Expression string `json:"expression,omitempty"`
	File       string `json:"file,omitempty"`
	Width      int    `json:"width,omitempty"`
	Height     int    `json:"height,omitempty"`
	Margin     int    `json:"margin,omitempty"` // in millimetres
	Paper      string `json:"paper,omitempty"`  // A4 or Letter
}

type reply struct {
	Value json.RawMessage
	Error string
}

// margin is what browsers leave at the edges of paper, in millimetres, where a page does
// not set it.
const margin = 10

func drive(t *testing.T, program string, args ...string) Page {
	t.Helper()
	cmd := exec.Command(program, args...)
	cmd.Env = append(os.Environ(), "HOME="+t.TempDir(), "NO_AT_BRIDGE=1")
	cmd.Stderr = io.Discard // browsers complain of buses and drivers that a test machine lacks
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	d := &driven{t: t, in: json.NewEncoder(in), replies: make(chan reply)}
	stop := make(chan struct{})
	go d.listen(out, stop)
	t.Cleanup(func() {
		close(stop)
		in.Close() // the driver ends when it has nothing more to read
		end(cmd, out)
	})
	return d
}

// end waits until a driver has ended, and kills it if that takes too long.
func end(cmd *exec.Cmd, out io.Reader) {
	timer := time.AfterFunc(patience, func() { cmd.Process.Kill() })
	defer timer.Stop()
	io.Copy(io.Discard, out)
	cmd.Wait()
}

// listen hands replies on until the driver ends.
func (d *driven) listen(out io.Reader, stop <-chan struct{}) {
	lines := bufio.NewScanner(out)
	lines.Buffer(nil, 64<<20)
	for lines.Scan() {
		var r reply
		if json.Unmarshal(lines.Bytes(), &r) != nil {
			continue // a message of the browser's own
		}
		select {
		case d.replies <- r:
		case <-stop:
			return
		}
	}
	close(d.replies)
}

// ask sends a command and returns the answer.
func (d *driven) ask(c command) (json.RawMessage, error) {
	if err := d.in.Encode(c); err != nil {
		return nil, err
	}
	select {
	case r, ok := <-d.replies:
		switch {
		case !ok:
			return nil, errors.New("the browser has ended")
		case r.Error != "":
			return nil, errors.New(r.Error)
		}
		return r.Value, nil
	case <-time.After(10 * patience): // longer than a driver tries to start its browser
		return nil, errors.New("the browser does not answer")
	}
}

func (d *driven) must(c command) {
	d.t.Helper()
	if _, err := d.ask(c); err != nil {
		d.t.Fatalf("%s, to %s: %v", d.url, c.Do, err)
	}
}

// file asks for a file and returns what is in it.
func (d *driven) file(c command) []byte {
	d.t.Helper()
	c.File = filepath.Join(d.t.TempDir(), "file")
	d.must(c)
	data, err := os.ReadFile(c.File)
	if err != nil {
		d.t.Fatal(err)
	}
	return data
}

func (d *driven) Go(url string) {
	d.t.Helper()
	d.must(command{Do: "go", URL: url})
}

func (d *driven) Resize(width, height int) {
	d.t.Helper()
	d.must(command{Do: "size", Width: width, Height: height})
}

func (d *driven) Picture() []byte {
	d.t.Helper()
	return d.file(command{Do: "picture"})
}

func (d *driven) Print() []byte {
	d.t.Helper()
	return d.PrintOn("A4")
}

func (d *driven) PrintOn(paper string) []byte {
	d.t.Helper()
	return d.file(command{Do: "print", Margin: margin, Paper: paper})
}

// Wait asks once a frame, in the page, so that nothing is asked of a page that is busy.
func (d *driven) Wait(expression string) {
	d.t.Helper()
	const poll = `new Promise((done, fail) => {
		const until = performance.now() + %d;
		(function ask() {
			if (%s) done(true);
			else if (performance.now() > until) fail(new Error("it never is"));
			else setTimeout(ask, 20);
		})();
	})`
	if _, err := d.evaluate(fmt.Sprintf(poll, patience.Milliseconds(), expression)); err != nil {
		d.t.Fatalf("waiting for %s: %v", expression, err)
	}
}

func (d *driven) evaluate(expression string) (json.RawMessage, error) {
	return d.ask(command{Do: "evaluate", Expression: expression})
}

func (d *driven) helper() { d.t.Helper() }

func (d *driven) fail(format string, args ...any) {
	d.t.Helper()
	d.t.Fatalf(format, args...)
}
