package build

import (
	"os"
	"path"
	"regexp"
	"strings"
	"testing"

	"rygghandboka/internal/data/exercise"
	"rygghandboka/internal/source"
)

// dosageNumber matches a number of a dosage, or a range, in a shared file.
var dosageNumber = regexp.MustCompile(
	`(?m)^  (sets|repetitions|hold|duration|distance|per-day|per-week): ([0-9]+)(?:-([0-9]+))?`)

// A digit too many in any dosage of the handbook is an error of its shared file alone,
// whatever has been confirmed, and so is a hyphen that is left out of a range.
func TestDosagesHaveBounds(t *testing.T) {
	files, _, err := new(source.Reader).Read(os.DirFS(repository))
	if err != nil {
		t.Fatal(err)
	}
	mistakes, survived := 0, 0
	for _, f := range classify(files).exercises {
		text := string(f.Data)
		for _, m := range dosageNumber.FindAllStringSubmatchIndex(text, -1) {
			end := m[1]
			wrong := []string{text[:end] + "0" + text[end:]}
			if m[6] >= 0 {
				wrong = append(wrong, text[:m[6]-1]+text[m[6]:])
			}
			for _, mutant := range wrong {
				mistakes++
				_, probs := exercise.Parse(source.File{Path: f.Path, Data: []byte(mutant)})
				if probs.Errors() == 0 {
					survived++
					line, _, _ := strings.Cut(mutant[m[2]:], "\n")
					t.Logf("survived: %s: %s", path.Base(f.Path), line)
				}
			}
		}
	}
	t.Logf("%d of %d survived", survived, mistakes)
	if mistakes < 70 || survived*20 > mistakes {
		t.Errorf("%d of %d mistakes survived", survived, mistakes)
	}
}
