package main

import (
	"bytes"
	"context"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"rygghandboka/internal/base/public"
	"rygghandboka/internal/build"
	"rygghandboka/internal/pdf"
	"rygghandboka/internal/render/resource"
	"rygghandboka/internal/test/golden"
)

// A printed sheet has its title, its tags and its page size, fonts that are no
// programs, and the same bytes whenever it is printed.
func TestPDF(t *testing.T) {
	browser, err := chromium()
	if err != nil {
		t.Skip(err)
	}
	needs(t, "pdfinfo", "pdffonts")
	base := &url.URL{Scheme: "https", Host: "example.org", Path: "/"}
	r, err := new(build.Builder).Build(os.DirFS("../.."), build.Options{Base: base, Today: golden.Day(t, repository), PDF: true})
	if err != nil || r.Problems.Errors() > 0 {
		t.Fatal(err, r.Problems)
	}
	all := resource.PDFs(r.Site)
	if len(all) < 46 {
		t.Fatalf("only %d handouts", len(all))
	}
	pages := map[string]string{"en/exercises/bridge/bridge.pdf": "2", "no/programmer/start/start.pdf": "2", "no/programmer/start/start.nb-en.pdf": "8"}
	figures := map[string]int{"en/exercises/bridge/bridge.pdf": 3, "no/programmer/start/start.pdf": 7, "no/programmer/start/start.nb-en.pdf": 14}
	var sheets []public.PDF
	for _, p := range all {
		if pages[p.Path] != "" {
			sheets = append(sheets, p)
		}
	}
	var before [][]byte
	for range 2 {
		told := 0
		outputs, probs, err := pdf.Print(context.Background(), r.Outputs, base, sheets, browser, func(done int) { told = done })
		if err != nil || len(probs) > 0 || len(outputs) != 3 || told != 3 {
			t.Fatal(err, probs, len(outputs), told)
		}
		for i, o := range outputs {
			data, _ := o.Render()
			if before = append(before, data); len(before) > 3 && !bytes.Equal(data, before[i]) {
				t.Errorf("%s has other bytes the second time", o.Path)
			}
			name := filepath.Join(t.TempDir(), "sheet.pdf")
			if err := os.WriteFile(name, data, 0o644); err != nil {
				t.Fatal(err)
			}
			described(t, name, figures[o.Path])
			linked := bytes.Contains(data, []byte("https://example.org/")) || strings.Contains(o.Path, "nb-en")
			if bytes.Contains(data, []byte("127.0.0.1")) || !linked {
				t.Errorf("%s: its links lead elsewhere", o.Path)
			}
			info := said(t, "pdfinfo", name)
			for _, want := range []string{"Tagged:          yes", "Pages:           " + pages[o.Path], " – ", "2000"} {
				if !strings.Contains(info, want) {
					t.Errorf("%s: no %q in\n%s", o.Path, want, info)
				}
			}
			if fonts := said(t, "pdffonts", name); strings.Contains(fonts, "Type 3") || !strings.Contains(fonts, "TrueType") {
				t.Errorf("%s: fonts\n%s", o.Path, fonts)
			}
		}
	}
}

// Without Chromium there is one line that says what to install, and no site.
func TestPDFWithoutChromium(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	if _, err := exec.LookPath("chromium"); err == nil {
		t.Skip("there is a Chromium without a path")
	}
	var out, errs bytes.Buffer
	dir := filepath.Join(t.TempDir(), "public")
	if code := run(context.Background(), []string{"pdf", "-src", "../..", "-out", dir}, &out, &errs); code != failure {
		t.Errorf("exit %d", code)
	}
	if got := errs.String(); strings.Count(got, "\n") != 1 || !strings.Contains(got, "install the package chromium") {
		t.Errorf("it says %q", got)
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
	base, err := url.Parse(site.address)
	if err != nil {
		t.Fatal(err)
	}
	r, err := new(build.Builder).Build(os.DirFS("../.."), build.Options{Base: base, Today: golden.Day(t, repository), PDF: true})
	if err != nil || r.Problems.Errors() > 0 {
		t.Fatal(err, r.Problems)
	}
	if _, probs, err := pdf.Print(t.Context(), r.Outputs, base, resource.PDFs(r.Site)[:8], browser, func(int) {}); err != nil || len(probs) > 0 {
		t.Fatal(err, probs)
	}
	if asked := site.requests(); len(asked) > 0 {
		t.Errorf("it asks for %v", asked)
	}
}
