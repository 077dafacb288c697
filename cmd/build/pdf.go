package main

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"os/signal"
	"syscall"
	"time"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/build"
	"rygghandboka/internal/pdf"
	"rygghandboka/internal/render/resource"
)

// A pdfVerb writes the site, and each handout as a PDF file too.
type pdfVerb struct{ buildVerb }

func (v *pdfVerb) run(ctx context.Context, c console, _ []string) (diag.List, error) {
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()
	o := v.options()
	o.PDF = true
	return v.write(c, o, func(r *build.Result) (diag.List, error) { return addPDFs(ctx, c, r, o.Base) })
}

// addPDFs prints the handouts of a site and adds them to its outputs.
func addPDFs(ctx context.Context, c console, r *build.Result, base *url.URL) (diag.List, error) {
	browser, err := chromium()
	if err != nil {
		return nil, err
	}
	sheets := resource.PDFs(r.Site)
	start := time.Now()
	progress := func(done int) {
		if isTerminal(c.stderr) {
			left := time.Since(start) / time.Duration(done) * time.Duration(len(sheets)-done)
			fmt.Fprintf(c.stderr, "\r%d of %d PDF files, %v left ", done, len(sheets), left.Round(time.Second))
		}
	}
	outputs, probs, err := pdf.Print(ctx, r.Outputs, base, sheets, browser, progress)
	if isTerminal(c.stderr) {
		fmt.Fprintln(c.stderr)
	}
	r.Outputs = append(r.Outputs, outputs...)
	return r.Locate(probs), err
}

// chromium returns the program to print with.
func chromium() (string, error) {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", errors.New("pdf needs Chromium: install the package chromium, or use build, which writes no PDF files")
}
