package build

import (
	"os"
	"testing"

	"rygghandboka/internal/translation"
)

// Who confirms without looking loses little: of mistakes that are there when somebody
// confirms every page at once, most still stop the build. If each section is then confirmed
// by its name too, what parity finds is left.
func TestMistakesPresentAtConfirmation(t *testing.T) {
	const each = 7 // is tried
	lab := newLab(t, os.DirFS(repository))
	total, stopped, named := map[string]int{}, map[string]int{}, map[string]int{}
	for i, m := range lab.mutations() {
		if i%each > 0 {
			continue
		}
		mutant := m.apply(lab.texts[m.file])
		for _, kind := range []string{m.kind, "all"} {
			total[kind]++
			if lab.confirmed(t, m.file, mutant, false) {
				stopped[kind]++
			}
			if lab.confirmed(t, m.file, mutant, true) {
				named[kind]++
			}
		}
	}
	for kind, n := range total {
		t.Logf("%-14s %4d mistakes, %5.1f %% stop the build after confirm -all, %5.1f %% after each was named",
			kind, n, 100*float64(stopped[kind])/float64(n), 100*float64(named[kind])/float64(n))
	}
	if n := total["all"]; n < 500 || stopped["all"]*100 < n*95 || named["all"]*100 < n*60 {
		t.Errorf("of %d mistakes %d stop the build after confirm -all, %d after each was named",
			n, stopped["all"], named["all"])
	}
}

// confirmed confirms a page that has a mistake without looking, and reports whether that
// still stops a build.
func (l *lab) confirmed(t *testing.T, file string, text []byte, byName bool) (stopped bool) {
	t.Helper()
	s, found := l.subject(file, text, true)
	proposals, _, err := s.Propose(nil, true)
	if err != nil {
		t.Fatal(err)
	}
	var accepted []translation.Proposal
	for _, p := range proposals {
		if byName || !p.NeedsName() {
			accepted = append(accepted, p)
		}
	}
	s.Lock = s.Lock.Confirm(accepted, translation.Stamp{})
	_, drift := translation.Check(s)
	return found.Errors()+drift.Errors() > 0
}
