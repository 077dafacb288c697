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

// grace is how long an asset stays after the day on which it was replaced. It is
// counted from that day, and not from the last build before it: until then the asset was
// published, and browsers cached it.
const grace = 30 * 24 * time.Hour

// An asset is a file with a hash of its data in its name.
type asset struct {
	path string
	sum  [sha256.Size]byte
	gone time.Time // the day of the first build without it; zero while it is current
}

// stillServed returns the assets of the last build that stay beside the outputs of this one:
// they are not current any more, nothing is in their way, and their time is not over.
func stillServed(last record, outputs []public.File, o Options) (stay record) {
	taken := o.nodes(outputs)
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

// free reports whether a file can be at p, beside what is taken.
func free(p string, taken map[string]node) bool {
	if taken[p] != nothing {
		return false
	}
	for p = path.Dir(p); taken[p] == nothing; {
		p = path.Dir(p)
	}
	return taken[p] == folder
}

// output returns the asset with its data from the first of the folders that has it whole, by
// its sum: a file that a crash has cut off, or that somebody has changed, is never published
// again.
func (a asset) output(folders ...string) (o public.File, found bool) {
	for _, f := range folders {
		data, err := os.ReadFile(filepath.Join(f, filepath.FromSlash(a.path)))
		if err == nil && sha256.Sum256(data) == a.sum {
			return public.File{
				Path:      a.path,
				Render:    func() ([]byte, diag.List) { return data, nil },
				Immutable: true,
			}, true
		}
	}
	return o, false
}
