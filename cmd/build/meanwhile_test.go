package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rygghandboka/internal/review"
	"rygghandboka/internal/rule"
)

// What another build adds to a file between reading it and writing it back is kept.
func TestMeanwhile(t *testing.T) {
	for _, c := range []struct {
		args              string
		file, other, also string // the other build writes other; this one adds what also is in
	}{
		{
			"review about -lang no -until 2027-12-01 -date 2026-12-01 -by", review.LockPath,
			"reviews 1\n\nabout en reviewed 2026-11-01 2027-11-01 Prøve Prøvesen, oppdiktet\n",
			"about no reviewed 2026-12-01",
		},
		{"publish -date 2026-12-01", rule.PublishedPath, "no/a/\n", "no/ovelser/planken/\n"},
	} {
		t.Run(c.file, func(t *testing.T) {
			h := edit(t)
			file := filepath.Join(h.src, filepath.FromSlash(c.file))
			write := func() {
				if err := os.WriteFile(file, []byte(c.other), 0o644); err != nil {
					t.Error(err)
				}
			}
			args := strings.Fields(c.args)
			if args[0] == "review" {
				args = append(args, "Prøve Prøvesen, oppdiktet")
			}
			var stdout, stderr strings.Builder
			open := func(folder string) (tree, error) {
				tree, err := openTree(folder)
				after := write
				write = func() {}
				return closing{tree, after}, err
			}
			console := console{open, strings.NewReader(""), &stdout, &stderr}
			if code := console.run(t.Context(), append(args, "-src", h.src)); code != fine {
				t.Fatalf("exit %d: %s%s", code, &stdout, &stderr)
			}
			data, err := os.ReadFile(file)
			other := strings.TrimPrefix(c.other, "reviews 1\n")
			if err != nil || !strings.Contains(string(data), other) || !strings.Contains(string(data), c.also) {
				t.Errorf("%s, %v", data, err)
			}
		})
	}
}

// A closing tree is one after which something happens once it has been read.
type closing struct {
	tree
	after func()
}

func (c closing) Close() error {
	err := c.tree.Close()
	c.after()
	return err
}
