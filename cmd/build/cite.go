package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/spf13/pflag"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/cite"
	"rygghandboka/internal/data/bib"
	"rygghandboka/internal/source"
)

// A citeVerb takes the works of exports into the list of works, after it has shown what that
// changes.
type citeVerb struct {
	src folder
	format
	yes, fill bool
}

func (v *citeVerb) flags(f *pflag.FlagSet) {
	v.src.flags(f)
	v.format.flags(f)
	f.BoolVar(&v.yes, "yes", false, "write without asking")
	f.BoolVar(&v.fill, "fill", false, "fill in fields that works which are there do not have")
}

func (v *citeVerb) run(_ context.Context, c console, args []string) (diag.List, error) {
	if len(args) == 0 {
		return nil, errors.New("cite needs an export of works, such as library.json, library.bib or library.ris")
	}
	exports, err := readExports(args)
	if err != nil {
		return nil, err
	}
	list, err := v.list(c)
	if err != nil {
		return nil, err
	}
	var entries []*cite.Entry
	var probs diag.List
	for _, x := range exports {
		more, found := cite.Read(x.Path, x.Data)
		entries, probs = append(entries, more...), append(probs, found...)
	}
	var d *cite.Difference
	if probs.Errors() == 0 {
		var found diag.List
		d, found = cite.Merge(list, entries, v.fill)
		probs = append(probs, found...)
	}
	probs = probs.Locate(func(file string) string { return textOfExport(append(exports, list), file) })
	if _, err := v.report(c.stdout, probs); err != nil || probs.Errors() > 0 {
		return probs, err
	}
	if v.format == textFormat {
		if err := d.Print(c.stdout, v.fill); err != nil {
			return probs, err
		}
	}
	return probs, v.write(c, d, list)
}

// list reads the list of works. If there is none it is empty.
func (v *citeVerb) list(c console) (source.File, error) {
	list := source.File{Path: bib.Path}
	tree, err := c.open(string(v.src))
	if err != nil {
		return list, err
	}
	defer tree.Close()
	list.Data, err = fs.ReadFile(tree, bib.Path)
	if errors.Is(err, fs.ErrNotExist) {
		err = nil
	}
	return list, err
}

// write writes the list, if that is wanted, and if nobody has changed it since it was read.
func (v *citeVerb) write(c console, d *cite.Difference, read source.File) error {
	switch {
	case d.Empty(v.fill):
		return nil
	case v.yes:
	case v.format != textFormat || !isTerminal(c.stdin):
		return errors.New("nothing is written: there is no terminal to ask at, and -yes is not given")
	default:
		a := asker{bufio.NewReader(c.stdin), c.stderr}
		if a.ask(fmt.Sprintf("write %s?", bib.Path), "yes", "no") != "yes" {
			fmt.Fprintln(c.stderr, "nothing is written")
			return nil
		}
	}
	err := c.rewrite(string(v.src), bib.Path, func(now []byte) ([]byte, error) {
		if !bytes.Equal(now, source.Normalise(read.Data)) {
			return nil, fmt.Errorf("nothing is written: %s has changed meanwhile", bib.Path)
		}
		return d.Text, nil
	})
	if err == nil {
		fmt.Fprintln(c.stderr, "wrote", bib.Path)
	}
	return err
}

// readExports reads the files of arguments.
func readExports(paths []string) (files []source.File, err error) {
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		files = append(files, source.File{Path: path, Data: data})
	}
	return files, nil
}

// textOfExport returns the text of one of some files.
func textOfExport(files []source.File, path string) string {
	for _, f := range files {
		if f.Path == path {
			return string(f.Data)
		}
	}
	return ""
}
