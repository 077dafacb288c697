package output

import (
	"crypto/sha256"
	"os"
	"path"
	"path/filepath"
	"time"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/public"
)

// grace is how long an asset stays after the day on which it was replaced. That
// day is counted, and not the last build before it: until then the asset was
// published, and browsers took it.
const grace = 30 * 24 * time.Hour

// An asset is a file whose name holds a hash of what it says.
type asset struct {
	path string
	sum  [sha256.Size]byte
	gone time.Time // the day of the first build without it; zero while it is current
}

// older returns the assets of the last build that stay beside the outputs of
// this one: they are not current any more, nothing stands in their way, and
// their time is not over.
func older(last record, outputs []public.File, o Options) (stay record) {
	taken := o.places(outputs)
	for _, a := range last {
		if a.gone.IsZero() {
			a.gone = o.Today
		}
		if o.Today.Sub(a.gone) <= grace && free(a.path, taken) {
			stay = append(stay, a)
		}
	}
	return stay
}

// free reports whether a file can stand at p, beside what is taken.
func free(p string, taken map[string]place) bool {
	if taken[p] != nothing {
		return false
	}
	for p = path.Dir(p); taken[p] == nothing; {
		p = path.Dir(p)
	}
	return taken[p] == folder
}

// output returns the asset with what it says in the first of the folders that
// has it whole. The sum tells: a file that a crash has cut off, or that somebody
// has changed, is never published again.
func (a asset) output(folders ...string) (o public.File, found bool) {
	for _, f := range folders {
		data, err := os.ReadFile(filepath.Join(f, filepath.FromSlash(a.path)))
		if err == nil && sha256.Sum256(data) == a.sum {
			return public.File{Path: a.path, Render: func() ([]byte, diag.List) { return data, nil }, Immutable: true}, true
		}
	}
	return o, false
}
