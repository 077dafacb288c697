package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"rygghandboka/internal/browser"
)

// needs skips a test that asks a program which is not here.
func needs(t *testing.T, programs ...string) {
	t.Helper()
	for _, p := range programs {
		if _, err := exec.LookPath(p); err != nil {
			t.Skipf("there is no %s here: install poppler-utils and zbar-tools", p)
		}
	}
}

func said(t *testing.T, name string, args ...string) string {
	t.Helper()
	out, err := exec.Command(name, args...).Output()
	if err != nil {
		t.Fatalf("%s %q: %v", name, args, err)
	}
	return string(out)
}

var (
	pagesLine = regexp.MustCompile(`(?m)^Pages: +(\d+)$`)
	sizeLine  = regexp.MustCompile(`(?m)^Page size: .*A4`)
	spaces    = regexp.MustCompile(`\s+`)
)

// Every exercise prints on two pages of A4, as it says beside the button: all of its
// steps on the first, when to stop and the log on the second. The code on the first
// page, printed and copied badly, leads back to the page in the same language.
func TestExercisesOnPaper(t *testing.T) {
	needs(t, "pdfinfo", "pdftotext", "pdftoppm", "zbarimg")
	tab := browser.Open(t, 1000, 800)
	e := startServe(t)
	tab.Go(e.address + "no/ovelser/")
	pages := browser.Eval[[]string](tab, `[...document.querySelectorAll(".card h2 a")].map(a => a.href)`)
	tab.Go(e.address + "en/exercises/")
	pages = append(pages, browser.Eval[[]string](tab, `[...document.querySelectorAll(".card h2 a")].map(a => a.href)`)...)
	if len(pages) != 40 {
		t.Fatalf("%d pages of exercises", len(pages))
	}
	tab.Go(pages[0])
	if n := browser.Eval[int](tab, `(() => { let n = 0; window.print = () => n++; document.querySelector("[data-print]").click(); return n })()`); n != 1 {
		t.Errorf("the button prints %d times", n)
	}
	dir := t.TempDir()
	for i, page := range pages {
		tab.Go(page)
		steps := browser.Eval[[]string](tab, `[...document.querySelectorAll(".at-steps li")].map(li => li.innerText)`)
		name := filepath.Join(dir, "sheet.pdf")
		if err := os.WriteFile(name, tab.Print(), 0o644); err != nil {
			t.Fatal(err)
		}
		info := said(t, "pdfinfo", name)
		if m := pagesLine.FindStringSubmatch(info); m == nil || m[1] != "2" || !sizeLine.MatchString(info) {
			t.Errorf("%s: not two pages of A4:\n%s", page, info)
		}
		first := spaces.ReplaceAllString(said(t, "pdftotext", "-l", "1", "-layout", name, "-"), " ")
		second := spaces.ReplaceAllString(said(t, "pdftotext", "-f", "2", name, "-"), " ")
		for _, step := range steps {
			if want := strings.TrimSpace(spaces.ReplaceAllString(step, " ")); !strings.Contains(strings.ReplaceAll(first, "\u2060", ""), strings.ReplaceAll(want, "\u2060", "")) {
				t.Errorf("%s: the first page lacks %q", page, want)
			}
		}
		for _, want := range []string{"113", "116 117", "0–10"} {
			if !strings.Contains(second, want) {
				t.Errorf("%s: the second page lacks %q", page, want)
			}
		}
		if i%10 != 0 {
			continue
		}
		for _, dpi := range []string{"300", "100"} {
			said(t, "pdftoppm", "-r", dpi, "-l", "1", "-gray", "-png", name, filepath.Join(dir, "scan"))
			scan, err := filepath.Glob(filepath.Join(dir, "scan*.png"))
			if err != nil || len(scan) != 1 {
				t.Fatal(scan, err)
			}
			if got := strings.TrimSpace(said(t, "zbarimg", "--quiet", "--raw", scan[0])); got != page {
				t.Errorf("%s: at %s dpi the code says %q", page, dpi, got)
			}
			os.Remove(scan[0])
		}
	}
}
