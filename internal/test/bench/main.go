// Command bench measures the generator on a corpus that it makes, beside Hugo
// if that is installed, in one run, and prints ratios: absolute times say little
// about another machine.
//
//	make bench
//	go run ./internal/test/bench -pages 50,1000 -runs 5
//
// A page of the corpus has 600 to 900 words, a table, an embedded fact box,
// five citations and five links; half of the pages are in each language. The
// Hugo site has the same content: the same Markdown, with ref links, a short
// code that numbers citations from a data file and lists them at the end, and a
// short code that embeds a page; its layouts render what ours render. Nothing is
// compressed, which Hugo does not do.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"
	"time"
)

func main() {
	pages := flag.String("pages", "50,300,1000,10000", "sizes of the corpus, in pages")
	runs := flag.Int("runs", 3, "cold builds of each size, of which the median counts")
	keep := flag.String("keep", "", "a folder in which to keep the corpora")
	write := flag.String("write", "", "a folder to write our corpus of one size into, and nothing else")
	profiles := flag.String("profile", "", "a folder to write profiles into, of one size, and nothing else")
	src := flag.String("src", "", "an input tree to profile instead of the corpus")
	flag.Parse()
	var err error
	switch {
	case *write != "":
		err = writeSize(*pages, *write)
	case *profiles != "":
		err = profile(*profiles, *src, *pages, *runs)
	default:
		err = run(*pages, *runs, *keep)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(2)
	}
}

func run(sizes string, runs int, dir string) error {
	if dir == "" {
		temp, err := os.MkdirTemp("", "bench")
		if err != nil {
			return err
		}
		defer os.RemoveAll(temp)
		dir = temp
	}
	program := filepath.Join(dir, "build")
	if out, err := exec.Command("go", "build", "-o", program, "./cmd/build").CombinedOutput(); err != nil {
		return fmt.Errorf("go build: %w\n%s", err, out)
	}
	hugo, err := exec.LookPath("hugo")
	if err != nil {
		fmt.Println("hugo is not installed, so there are no ratios: go install github.com/gohugoio/hugo@v0.165.0")
	}
	table := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	served := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(served, "pages\tsave of\tserved, min\tmedian\tp95\t")
	fmt.Fprintln(table,
		"pages\tcold\tmemory\tafter one edit\tunchanged\thugo cold\thugo memory\tcold ratio\tmemory ratio\t")
	for size := range strings.SplitSeq(sizes, ",") {
		n, err := strconv.Atoi(size)
		if err != nil {
			return err
		}
		row, err := measure(program, hugo, filepath.Join(dir, size), n, runs)
		if err != nil {
			return err
		}
		fmt.Fprintln(table, row)
		latencies, err := saves(program, filepath.Join(dir, size, "ours"), 4*runs)
		if err != nil {
			return err
		}
		for _, l := range latencies {
			fmt.Fprintf(served, "%d\t%s\t%s\t%s\t%s\t\n", n, l.edit, ms(l.min), ms(l.median), ms(l.p95))
		}
	}
	if err := table.Flush(); err != nil {
		return err
	}
	fmt.Println()
	return served.Flush()
}

// measure returns one row of the table. The two programs take turns, from an
// empty output folder each time, after a run that does not count.
func measure(program, hugo, dir string, n, runs int) (string, error) {
	ours, theirs := filepath.Join(dir, "ours"), filepath.Join(dir, "hugo")
	c := newCorpus(n)
	if err := errors.Join(os.RemoveAll(dir), writeApart(n, ours), c.writeHugo(theirs)); err != nil {
		return "", err
	}
	var us, them []sample
	for i := range runs + 1 {
		out := filepath.Join(dir, "out", strconv.Itoa(i))
		s, err := timed(program, "-src", ours, "-out", out)
		if err != nil {
			return "", err
		}
		us = append(us, s)
		if hugo == "" {
			continue
		}
		s, err = timed(hugo, "--minify", "--quiet", "--source", theirs, "--destination", out+"-hugo")
		if err != nil {
			return "", err
		}
		them = append(them, s)
	}
	again, err := rebuilds(program, ours, filepath.Join(dir, "out", "0"), c, runs)
	if err != nil {
		return "", err
	}
	same, err := repeats(program, ours, filepath.Join(dir, "out", "0"), runs)
	if err != nil {
		return "", err
	}
	cold := median(us[1:])
	row := fmt.Sprintf("%d\t%s\t%d MB\t%s\t%s\t",
		n, ms(cold.wall), cold.memory>>20, ms(median(again).wall), ms(median(same).wall))
	if hugo == "" {
		return row + "\t\t\t\t", nil
	}
	other := median(them[1:])
	return row + fmt.Sprintf("%s\t%d MB\t%.2f\t%.2f\t", ms(other.wall), other.memory>>20,
		float64(cold.wall)/float64(other.wall), float64(cold.memory)/float64(other.memory)), nil
}

// rebuilds measures a build after one edit, into a folder that has been built
// before. The first build of it that follows a cold one still writes every file,
// since there is no stage yet, and does not count.
func rebuilds(program, src, out string, c *corpus, runs int) (all []sample, err error) {
	for range runs + 1 {
		if err := c.edit(src); err != nil {
			return nil, err
		}
		s, err := timed(program, "-src", src, "-out", out)
		if err != nil {
			return nil, err
		}
		all = append(all, s)
	}
	return all[1:], nil
}

// repeats measures a build of what has been built already.
func repeats(program, src, out string, runs int) (all []sample, err error) {
	for range runs {
		s, err := timed(program, "-src", src, "-out", out)
		if err != nil {
			return nil, err
		}
		all = append(all, s)
	}
	return all, nil
}

func ms(d time.Duration) string {
	return fmt.Sprintf("%.1f ms", float64(d.Microseconds())/1000)
}

// A sample is one run of a program.
type sample struct {
	wall   time.Duration
	memory int64 // peak resident set, in bytes; 0 where the system does not report it
}

func timed(program string, args ...string) (sample, error) {
	cmd := exec.Command(program, args...)
	start := time.Now()
	out, err := cmd.CombinedOutput()
	wall := time.Since(start)
	if err != nil {
		return sample{}, fmt.Errorf("%s: %w\n%.2000s", filepath.Base(program), err, out)
	}
	return sample{wall, peakMemory(cmd.ProcessState)}, nil
}

// median returns the run of median time.
func median(all []sample) sample {
	slices.SortFunc(all, func(a, b sample) int { return int(a.wall - b.wall) })
	return all[len(all)/2]
}
