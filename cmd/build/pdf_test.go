package main

import (
	"bytes"
	"fmt"
	"maps"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rygghandboka/internal/base/public"
	"rygghandboka/internal/build"
	"rygghandboka/internal/pdf"
	"rygghandboka/internal/render/resource"
	"rygghandboka/internal/test/golden"
)

// sampled are the sheets that are looked at: how many pages and figures each has.
var sampled = map[string]struct{ pages, figures int }{
	"en/exercises/bridge/bridge.pdf":      {2, 3},
	"no/programmer/start/start.pdf":       {2, 7},
	"no/programmer/start/start.nb-en.pdf": {8, 14},
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

// A printed sheet has its title, its tags and its page size, fonts that are no
// programs, and the same bytes whenever it is printed.
func TestPDF(t *testing.T) {
	browser, err := chromium()
	if err != nil {
		t.Skip(err)
	}
	needs(t, "pdfinfo", "pdffonts")
	base := &url.URL{Scheme: "https", Host: "example.org", Path: "/"}
	r, all := sheetsOf(t, base)
	if len(all) < 46 {
		t.Fatalf("only %d handouts", len(all))
	}
	sheets := slices.DeleteFunc(all, func(p public.PDF) bool { return sampled[p.Path].pages == 0 })
	var before map[string][]byte
	for range 2 {
		progress := 0
		count := func(done int) { progress = done }
		outputs, probs, err := pdf.Print(t.Context(), r.Outputs, base, sheets, browser, count)
		if err != nil || len(probs) > 0 || len(outputs) != len(sampled) || progress != len(sampled) {
			t.Fatal(err, probs, len(outputs), progress)
		}
		printed := map[string][]byte{}
		for _, o := range outputs {
			printed[o.Path], _ = o.Render()
			checkPDF(t, o.Path, printed[o.Path])
		}
		if before != nil && !maps.EqualFunc(printed, before, bytes.Equal) {
			t.Error("the sheets have other bytes the second time")
		}
		before = printed
	}
}

// checkPDF checks one sheet, as it is printed.
func checkPDF(t *testing.T, sheet string, data []byte) {
	t.Helper()
	name := filepath.Join(t.TempDir(), "sheet.pdf")
	write(t, name, string(data))
	described(t, name, sampled[sheet].figures)
	linked := bytes.Contains(data, []byte("https://example.org/")) || strings.Contains(sheet, "nb-en")
	if bytes.Contains(data, []byte("127.0.0.1")) || !linked {
		t.Errorf("%s: its links lead elsewhere", sheet)
	}
	info := outputOf(t, "pdfinfo", name)
	pages := fmt.Sprintf("Pages:           %d\n", sampled[sheet].pages)
	for _, want := range []string{"Tagged:          yes", pages, " – ", "2000"} {
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
