package output

import (
	"cmp"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// A record lists the assets of a folder, sorted by path. It is in the marker file, below the
// text for people:
//
//	current     5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03  "css/site.5891b5b522.css"
//	2026-11-23  e258d248fda94c63753607f7c4494ee0fcbe92f1a76bfdac795c9d84101eb317  "css/site.e258d248fd.css"
//
//	The SHA-256 of all above is …
//
// A line has the day on which the asset was replaced, its SHA-256 and its path.
// A folder without assets has no record.
type record []asset

const (
	recordText = `
Files whose names have a hash of their content stay here for 30 days after the day on which
they were replaced, since pages that browsers have kept still ask for them. This list states
which: do not change it.
`
	seal = "The SHA-256 of all above is "

	current = "current   " // as long as a day
)

// text returns the text of the marker file.
func (r record) text() string {
	if len(r) == 0 {
		return markerText
	}
	text := markerText + recordText + "\n" + r.table() + "\n"
	return text + sealed(text)
}

func (r record) table() string {
	var b strings.Builder
	for _, a := range r {
		state := current
		if !a.gone.IsZero() {
			state = a.gone.Format(time.DateOnly)
		}
		fmt.Fprintf(&b, "%s  %x  %q\n", state, a.sum, a.path)
	}
	return b.String()
}

func sealed(text string) string {
	return fmt.Sprintf("%s%x\n", seal, sha256.Sum256([]byte(text)))
}

// readRecord returns the record of a folder. One that is damaged is an error:
// a guess would remove what readers need, or publish what nobody wrote.
func readRecord(dir string) (record, error) {
	name := filepath.Join(dir, Marker)
	text, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	r, ok := parseRecord(string(text))
	if !ok {
		return nil, fmt.Errorf("%s is damaged, so it is not known which older style sheets and scripts must stay: "+
			"put it back, or delete the folder %s, and those files with it", name, dir)
	}
	return r, nil
}

// parseRecord reads a marker file. Its text for people may be another than today, so that it
// can be changed.
func parseRecord(text string) (record, bool) {
	if text == markerText {
		return nil, true
	}
	at := strings.LastIndex(text, seal)
	if at < 0 || text[at:] != sealed(text[:at]) {
		return nil, false
	}
	above := strings.TrimSuffix(text[:at], "\n")
	blank := strings.LastIndex(above, "\n\n")
	if blank < 0 {
		return nil, false
	}
	return parseTable(above[blank+len("\n\n"):])
}

// parseTable reads the lines of a record, exactly as table writes them.
func parseTable(text string) (r record, ok bool) {
	for line := range strings.Lines(text) {
		var state, name string
		var sum []byte
		_, err := fmt.Sscanf(line, "%s %x %q\n", &state, &sum, &name)
		if err != nil || len(sum) != sha256.Size || !fs.ValidPath(name) {
			return nil, false
		}
		if len(r) > 0 && name <= r[len(r)-1].path {
			return nil, false
		}
		a := asset{path: name, sum: [sha256.Size]byte(sum)}
		if day, err := time.Parse(time.DateOnly, state); err == nil {
			a.gone = day
		}
		r = append(r, a)
	}
	return r, r.table() == text
}

// writeRecord writes the record of a folder. If there has been one before, it waits until it
// is on the disk: all other files are made anew or compared with a sum, but nothing else has
// the data of the record. After a first build there is nothing to lose yet, and waiting would
// take longer than building a small site.
func writeRecord(dir string, r, last record) error {
	slices.SortFunc(r, func(a, b asset) int { return cmp.Compare(a.path, b.path) })
	name, text := filepath.Join(dir, Marker), r.text()
	if old, err := os.ReadFile(name); err == nil && string(old) == text {
		return nil
	}
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	_, err = f.WriteString(text)
	if len(last) > 0 && err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}
