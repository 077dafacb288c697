package main

import (
	"bytes"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"rygghandboka/internal/base/public"
	"rygghandboka/internal/build"
	"rygghandboka/internal/pdf"
	"rygghandboka/internal/render/resource"
	"rygghandboka/internal/test/golden"
	"rygghandboka/internal/test/matterhorn"
)

// sampled are the sheets that are looked at: how many pages and figures each has, and its
// title.
var sampled = map[string]struct {
	pages, figures int
	title          string
}{
	"en/exercises/bridge/bridge.pdf":      {2, 3, "Bridge – The Back Handbook"},
	"no/programmer/start/start.pdf":       {3, 7, "Første skritt – Rygghåndboka"},
	"no/programmer/start/start.nb-en.pdf": {8, 14, "Første skritt / First steps – Rygghåndboka"},
}

// sheetsOf builds the handbook for an address, and returns it with all its sheets.
func sheetsOf(t *testing.T, base *url.URL) (*build.Result, []public.PDF) {
	t.Helper()
	o := build.Options{Base: base, Today: golden.Day(t, repository), PDF: true}
	r, err := new(build.Builder).Build(os.DirFS(repository), o)
	if err != nil || r.Problems.Errors() > 0 {
		t.Fatal(err, r.Problems)
	}
	return r, resource.PDFs(r.Site)
}

// A printing is the handbook's sheets as files. It is made once for all tests; in short
// mode it has only the sampled ones.
type printing struct {
	files map[string][]byte
	again map[string][]byte // the sampled ones, printed another time
}

var (
	printOnce sync.Once
	handbook  *printing // nil if it could not be printed
)

// printHandbook returns the sheets of the handbook.
func printHandbook(t *testing.T) *printing {
	t.Helper()
	browser, err := chromium()
	if err != nil {
		t.Skip(err)
	}
	printOnce.Do(func() {
		base := &url.URL{Scheme: "https", Host: "example.org", Path: "/"}
		r, all := sheetsOf(t, base)
		if len(all) < 68 {
			t.Fatalf("only %d handouts", len(all))
		}
		isOther := func(p public.PDF) bool { return sampled[p.Path].pages == 0 }
		sample := slices.DeleteFunc(slices.Clone(all), isOther)
		if testing.Short() {
			all = sample
		}
		handbook = &printing{printed(t, r, base, all, browser), printed(t, r, base, sample, browser)}
	})
	if handbook == nil {
		t.Fatal("it could not be printed for the first test")
	}
	return handbook
}

// printed prints sheets and returns the files by their names.
func printed(
	t *testing.T, r *build.Result, base *url.URL, sheets []public.PDF, browser string,
) map[string][]byte {
	t.Helper()
	progress := 0
	count := func(done int) { progress = done }
	outputs, probs, err := pdf.Print(t.Context(), r.Outputs, base, sheets, browser, count)
	if err != nil || len(probs) > 0 || len(outputs) != len(sheets) || progress != len(sheets) {
		t.Fatal(err, probs, len(outputs), progress)
	}
	files := map[string][]byte{}
	for _, o := range outputs {
		files[o.Path], _ = o.Render()
	}
	return files
}

// Every sheet is one that everyone can read, as far as a machine can tell.
func TestPDFAccessible(t *testing.T) {
	for name, data := range printHandbook(t).files {
		f, err := matterhorn.Open(data)
		if err != nil {
			t.Fatal(name, err)
		}
		for _, fault := range f.Faults() {
			t.Errorf("%s: %s", name, fault)
		}
	}
}

// A printed sheet has its title and its page size, fonts that are no programs, and the
// same bytes whenever it is printed.
func TestPDF(t *testing.T) {
	needs(t, "pdfinfo", "pdffonts", "pdfimages")
	p := printHandbook(t)
	if len(p.again) != len(sampled) {
		t.Errorf("only %d of %d sampled sheets are printed", len(p.again), len(sampled))
	}
	for name, data := range p.again {
		if !bytes.Equal(p.files[name], data) {
			t.Errorf("%s has other bytes the second time", name)
		}
		checkPDF(t, name, data)
	}
}

// checkPDF checks one sheet, as it is printed.
func checkPDF(t *testing.T, sheet string, data []byte) {
	t.Helper()
	name := filepath.Join(t.TempDir(), "sheet.pdf")
	write(t, name, string(data))
	structure := outputOf(t, "pdfinfo", "-struct", name)
	if n := strings.Count(structure, "Figure"); n != sampled[sheet].figures {
		t.Errorf("%s: %d figures, not %d", sheet, n, sampled[sheet].figures)
	}
	if images := outputOf(t, "pdfimages", "-list", name); strings.Count(images, "\n") > 2 {
		t.Errorf("%s: figures are pictures of dots:\n%s", sheet, images)
	}
	links := outputOf(t, "pdfinfo", "-url", name)
	linked := strings.Contains(links, "https://example.org/") || strings.Contains(sheet, "nb-en")
	if strings.Contains(links, "127.0.0.1") || !linked {
		t.Errorf("%s: its links lead elsewhere:\n%s", sheet, links)
	}
	info := outputOf(t, "pdfinfo", name)
	pages := fmt.Sprintf("Pages:           %d\n", sampled[sheet].pages)
	title := "Title:           " + sampled[sheet].title + "\n"
	for _, want := range []string{"Tagged:          yes", pages, title, "PDF version:     1.7"} {
		if !strings.Contains(info, want) {
			t.Errorf("%s: no %q in\n%s", sheet, want, info)
		}
	}
	fonts := outputOf(t, "pdffonts", name)
	if strings.Contains(fonts, "Type 3") || !strings.Contains(fonts, "TrueType") {
		t.Errorf("%s: fonts\n%s", sheet, fonts)
	}
}

// Without Chromium there is one line about what to install, and no site.
func TestPDFWithoutChromium(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	if _, err := exec.LookPath("chromium"); err == nil {
		t.Skip("there is a Chromium without a path")
	}
	var out, errs bytes.Buffer
	dir := filepath.Join(t.TempDir(), "public")
	if code := run(t.Context(), []string{"pdf", "-src", repository, "-out", dir}, &out, &errs); code != failure {
		t.Errorf("exit %d", code)
	}
	if got := errs.String(); strings.Count(got, "\n") != 1 || !strings.Contains(got, "install the package chromium") {
		t.Errorf("the message is %q", got)
	}
	if _, err := os.Stat(dir); err == nil {
		t.Error("a site was written")
	}
}

// Pages are printed as they have been built, also where another edition of the site is
// published whose service worker would answer for them.
func TestPDFAsksNobody(t *testing.T) {
	browser, err := chromium()
	if err != nil {
		t.Skip(err)
	}
	site := publish(t)
	base := parsed(t, site.address)
	r, sheets := sheetsOf(t, base)
	_, probs, err := pdf.Print(t.Context(), r.Outputs, base, sheets[:8], browser, func(int) {})
	if err != nil || len(probs) > 0 {
		t.Fatal(err, probs)
	}
	if asked := site.requests(); len(asked) > 0 {
		t.Errorf("it asks for %v", asked)
	}
}
