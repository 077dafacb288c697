// Package output puts the site on disk, whole or not at all.
//
// The files are written to a stage beside the output folder (stage.go), and the two are
// exchanged in one step (exchange.go). The stage is the build before last: what has not
// changed since then is not written again, which is cheaper than starting from an empty
// folder. A build that fails leaves the output folder as it was.
//
// What no output writes any more is removed. A file with a hash of its data in its name
// stays for 30 days after it was replaced: a page that a browser or a proxy has cached must
// not lose its style (asset.go). So an earlier build can only add such files to those that
// a build from nothing writes. The marker file lists them (record.go).
//
// On request each text file has its compressed forms beside it, for hosts that send them as
// they are: index.html.br and index.html.gz. None is published that does not decompress to
// the bytes of its file, and without the flag there are none: a host would send old ones
// (precompress.go).
//
// A build may note what it was made from. As long as that is the same, and nobody has changed
// the folder, there is nothing to build (inventory.go).
//
// One build at a time writes to a folder. The output folder and the stage have a marker
// file. A folder without it, if it is not empty, is somebody's own and is never touched
// (folder.go).
package output

import (
	"os"
	"path/filepath"
	"slices"
	"time"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/public"
)

// Marker is the name of the file by which a folder is known to be written by this program.
const Marker = ".rygghandboka"

const markerText = "This folder is written by `make build`, and whatever else is put here is deleted.\n"

// Options are how to write.
type Options struct {
	Today       time.Time // the day, at midnight UTC
	Precompress bool      // put FILE.br and FILE.gz beside each text file
	Note        Note      // for Noted
}

// A Report is what a build has done besides.
type Report struct {
	Compressed map[string]Size // the text files by their paths, if they were compressed

	Lost []string // the paths of older files that should have stayed, and are gone
}

// Write brings the folder dir up to date with the outputs. Problems are those
// of printing; then, as with an error, dir is as it was.
func Write(dir string, outputs []public.File, o Options) (Report, diag.List, error) {
	if err := os.MkdirAll(filepath.Dir(dir), 0o755); err != nil {
		return Report{}, nil, err
	}
	unlock, err := lock(dir)
	if err != nil {
		return Report{}, nil, err
	}
	defer unlock()
	if err := restore(dir); err != nil {
		return Report{}, nil, err
	}
	for _, d := range []string{dir, stageOf(dir)} {
		if err := checkOwn(d); err != nil {
			return Report{}, nil, err
		}
	}
	if err := forget(dir); err != nil {
		return Report{}, nil, err
	}
	report, probs, err := write(dir, outputs, o)
	if err == nil && len(probs) == 0 && len(report.Lost) == 0 {
		o.Note.write(dir)
	}
	return report, probs, err
}

// write is Write with the lock. It changes nothing in dir before the last step, and only dir
// decides what the last build was: whatever a crash has left in the stage is compared or
// made anew.
func write(dir string, outputs []public.File, o Options) (report Report, probs diag.List, err error) {
	last, err := readRecord(dir)
	if err != nil {
		return report, nil, err
	}
	stage := stageOf(dir)
	gone := map[string]time.Time{}
	outputs = slices.Clone(outputs)
	for _, a := range stillServed(last, outputs, o) {
		if old, found := a.output(dir, stage); found {
			outputs = append(outputs, old)
			gone[a.path] = a.gone
		} else {
			report.Lost = append(report.Lost, a.path)
		}
	}
	if err := openStage(stage); err != nil {
		return report, nil, err
	}
	if err := prune(stage, o.nodes(outputs)); err != nil {
		return report, nil, err
	}
	facts, probs, err := fill(stage, dir, outputs, o)
	if err != nil || len(probs) > 0 {
		return report, probs, err
	}
	var assets record
	report.Compressed = map[string]Size{}
	for i, out := range outputs {
		if out.Immutable {
			assets = append(assets, asset{path: out.Path, sum: facts[i].sum, gone: gone[out.Path]})
		}
		if facts[i].size.Plain > 0 {
			report.Compressed[out.Path] = facts[i].size
		}
	}
	if err := writeRecord(stage, assets, last); err != nil {
		return report, nil, err
	}
	return report, nil, exchange(stage, dir)
}
