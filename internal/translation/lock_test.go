package translation

import (
	"bytes"
	"strings"
	"testing"

	"rygghandboka/internal/source"
)

func parseLock(data string) (*Lock, int) {
	lock, probs := ParseLock(source.File{Path: LockPath, Data: []byte(data)})
	return lock, probs.Errors()
}

// A later program may write what this one cannot read.
func TestLockFormat(t *testing.T) {
	for data, errors := range map[string]int{
		"translations 2\n\nindex# en [2026-01-02 Anna] A\n": 0,
		"translations 3\n\nindex# en A\n":                   1,
		"translations 2\nindex# en [2026-01-02] A\n":        1,
		"translations 2\nindex# en [2026-1-2 Anna] A\n":     1,
		"translations 2\nindex# en [Anna] A\n":              1,
		"translations 2\nindex# en [2026-01-02  Anna] A\n":  1,
		"translations 2\nindex# en [2026-01-02 Anna A\n":    1,
		"translations 2\nindex# en []\n":                    1,
		"index# en [Anna] A\n":                              0,
	} {
		if _, n := parseLock(data); n != errors {
			t.Errorf("%q has %d errors, want %d", data, n, errors)
		}
	}
}

// An empty line above the format is one problem, and not one of each line below it.
func TestLockStart(t *testing.T) {
	for data, want := range map[string]string{
		"":     "",
		"\n\n": "",
		"\ntranslations 2\n\nindex# en [2026-01-02 Anna] A\n":    "the lock starts with an empty line",
		" \n\ntranslations 2\n\nindex# en [2026-01-02 Anna] A\n": "the lock starts with an empty line",
	} {
		_, probs := ParseLock(source.File{Path: LockPath, Data: []byte(data)})
		got := ""
		if len(probs) > 0 {
			got = probs[0].Message
		}
		if got != want || len(probs) > 1 {
			t.Errorf("%q: %v, want %q", data, probs, want)
		}
	}
}

// What is written is read as it was.
func FuzzParseLock(f *testing.F) {
	f.Add("translations 2\n\nindex# en [2026-01-02 Anna] A\nindex# no [] [B]\n")
	f.Add("index# en [2026-01-02 Anna] A\nplank.yaml#dosage -! hold 20\n")
	f.Fuzz(func(t *testing.T, data string) {
		lock, errors := parseLock(data)
		if errors > 0 {
			return
		}
		written := lock.Bytes()
		again, errors := parseLock(string(written))
		if errors > 0 || !bytes.Equal(written, again.Bytes()) || len(again.entries) != len(lock.entries) {
			t.Errorf("%q is written as\n%s\nand read as\n%s", data, written, again.Bytes())
		}
		if !strings.HasPrefix(string(written), present+"\n") {
			t.Errorf("no format: %q", written)
		}
	})
}
