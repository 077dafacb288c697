package main

import (
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"
)

// sample returns commands with a flag that takes a value, and one that takes none.
func sample() *cobra.Command {
	root := &cobra.Command{Use: "build"}
	cmd := &cobra.Command{Use: "confirm"}
	cmd.Flags().String("out", "", "")
	cmd.Flags().Bool("all", false, "")
	root.AddCommand(cmd)
	return root
}

func TestArrange(t *testing.T) {
	for args, want := range map[string]string{
		"":                     "build",
		"-h":                   "-h",
		"--help":               "--help",
		"-out x":               "build --out x",
		"-out=x -all":          "build --out=x --all",
		"-all confirm a":       "confirm a --all",
		"-out x confirm a":     "confirm a --out x",
		"confirm a -out -all":  "confirm a --out -all",
		"confirm a -out":       "confirm a --out",
		"confirm -all a -out=": "confirm a --all --out=",
		"confirm -- -all":      "confirm -- -all",
		"confirm -nope a":      "confirm a --nope",
		"confirm -h a":         "confirm a -h",
		"confirm - a":          "confirm - a",
		"__complete confirm -": "__complete confirm -",
		"-- confirm":           "-- confirm",
	} {
		if got := strings.Join(arrange(sample(), strings.Fields(args)), " "); got != want {
			t.Errorf("%q is arranged as %q, want %q", args, got, want)
		}
	}
}

// Arranging loses nothing but dashes, and what is arranged stays as it is.
func FuzzArrange(f *testing.F) {
	f.Add("-out x confirm a -- b -all")
	f.Add("confirm a -out")
	f.Add("---x -=y --=z - -h")
	f.Fuzz(func(t *testing.T, line string) {
		args := strings.Split(line, " ")
		once := arrange(sample(), args)
		if twice := arrange(sample(), once); !slices.Equal(once, twice) {
			t.Errorf("%q is arranged as %q, and that as %q", args, once, twice)
		}
		bare := func(args []string) (all []string) {
			for _, arg := range args {
				all = append(all, strings.TrimLeft(arg, "-"))
			}
			slices.Sort(all)
			return all
		}
		if added := len(once) - len(args); added > 1 || added == 0 && !slices.Equal(bare(once), bare(args)) {
			t.Errorf("%q is arranged as %q", args, once)
		}
	})
}
