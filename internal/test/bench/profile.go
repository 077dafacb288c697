package main

import (
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"runtime/pprof"
	"strconv"
	"time"

	"rygghandboka/internal/build"
	"rygghandboka/internal/output"
)

// profile writes cpu.pprof and allocs.pprof into dir, of some cold builds of a corpus of
// some number of pages, or of the input tree src if there is one.
func profile(dir, src, pages string, runs int) error {
	work, err := os.MkdirTemp("", "bench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	if src == "" {
		src = filepath.Join(work, "ours")
		if err := writeSize(pages, src); err != nil {
			return err
		}
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	cpu, err := os.Create(filepath.Join(dir, "cpu.pprof"))
	if err != nil {
		return err
	}
	if err := pprof.StartCPUProfile(cpu); err != nil {
		return err
	}
	for i := range runs {
		if err := buildCold(src, filepath.Join(work, "out", strconv.Itoa(i))); err != nil {
			return err
		}
	}
	pprof.StopCPUProfile()
	allocs, err := os.Create(filepath.Join(dir, "allocs.pprof"))
	if err != nil {
		return err
	}
	return errors.Join(cpu.Close(), pprof.Lookup("allocs").WriteTo(allocs, 0), allocs.Close())
}

// buildCold builds a site in this process, as the command does.
func buildCold(src, out string) error {
	today := time.Now().UTC().Truncate(24 * time.Hour)
	base := &url.URL{Scheme: "https", Host: "example.org", Path: "/"}
	r, err := new(build.Builder).Build(os.DirFS(src), build.Options{Base: base, Today: today})
	if err != nil {
		return err
	}
	if r.Problems.Errors() > 0 {
		return fmt.Errorf("the tree has errors, such as %v", r.Problems[0])
	}
	_, probs, err := output.Write(out, r.Outputs, output.Options{Today: today})
	if err == nil && probs.Errors() > 0 {
		err = fmt.Errorf("the site cannot be written: %v", probs[0])
	}
	return err
}
