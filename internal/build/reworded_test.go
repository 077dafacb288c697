package build

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"rygghandboka/internal/source"
)

// agreeing and disagreeing are sentences of an exercise that somebody might write, in
// Norwegian and English.
var agreeing, disagreeing = [][2]string{
	{"Hold ikke mer enn 30 sekunder.", "Hold for no more than 30 seconds."},
	{"Avbryt hvis du blir svimmel.", "Stop if you get dizzy."},
	{"Pust uten å stoppe.", "Breathe without stopping."},
	{"Pust inn, og pust ut.", "Inhale, and exhale."},
	{"Ligg på magen.", "Lie on your tummy."},
	{"Ligg på magen.", "Lie on your stomach."},
	{"Se fremover.", "Look forward."},
}, [][2]string{
	{"Hold mer enn 30 sekunder.", "Hold for no more than 30 seconds."},
	{"Pust inn, og pust ut.", "Exhale, and inhale."},
	{"Ligg på ryggen.", "Lie on your stomach."},
}

// A sentence that is right is no mistake, however it is worded.
func TestRewordedSentencesAgree(t *testing.T) {
	files, _, err := new(source.Reader).Read(os.DirFS(repository))
	if err != nil {
		t.Fatal(err)
	}
	tree := fstest.MapFS{}
	for _, f := range files {
		tree[f.Path] = &fstest.MapFile{Data: f.Data}
	}
	b := new(Builder)
	for i, pair := range append(agreeing, disagreeing...) {
		if found := differences(t, b, tree, pair); (found != "") != (i >= len(agreeing)) {
			t.Errorf("%q: %q", pair, found)
		}
	}
}

// differences returns what the build of the handbook finds different if an exercise has a
// sentence more in each language.
func differences(t *testing.T, b *Builder, tree fstest.MapFS, pair [2]string) string {
	t.Helper()
	mutant := fstest.MapFS{}
	for name, f := range tree {
		mutant[name] = f
	}
	for i, at := range []string{"no/exercises/plank.md: {#breathing}", "en/exercises/plank.md: {#breathing}"} {
		name, heading, _ := strings.Cut(at, ":")
		name = "content/" + name
		text := strings.Replace(string(tree[name].Data), heading+"\n", heading+"\n\n"+pair[i]+"\n", 1)
		mutant[name] = &fstest.MapFile{Data: []byte(text)}
	}
	r, err := b.Build(mutant, handbookOptions(t))
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, p := range r.Problems {
		isUnconfirmed := strings.Contains(p.Message, "since they were confirmed")
		if !isUnconfirmed && !strings.Contains(p.Message, "no word for the term") {
			found = append(found, p.Message)
		}
	}
	return strings.Join(found, "; ")
}
