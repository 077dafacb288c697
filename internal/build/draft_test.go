package build

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"rygghandboka/internal/data/exercise"
)

// drafted are pages of the handbook of which copies are drafts.
var drafted = []string{"exercises/bird-dog", "programmes/start", "articles/evidence", "factboxes/prevalence"}

var uniqueKeys = regexp.MustCompile(`(?m)^(title: .*|slug: .*|aliases: .*)\n`)

// addDrafts adds a draft of each kind to a tree, in all languages.
func addDrafts(tree fstest.MapFS) {
	for i, key := range drafted {
		for _, l := range []string{"no", "en"} {
			text := string(tree["content/"+l+"/"+key+".md"].Data)
			front := fmt.Sprintf("---\ntitle: Natthegre %d\ndraft: true\n", i)
			text = strings.Replace(uniqueKeys.ReplaceAllString(text, ""), "---\n", front, 1)
			tree["content/"+l+"/"+key+"-heron.md"] = &fstest.MapFile{Data: []byte(text)}
		}
	}
	tree[exercise.Dir+"/bird-dog-heron.yaml"] = tree[exercise.Dir+"/bird-dog.yaml"]
}

// filesOf builds a tree without errors and returns the files of its site.
func filesOf(t *testing.T, tree fstest.MapFS, o Options) map[string]string {
	t.Helper()
	r, err := new(Builder).Build(tree, o)
	if err != nil || r.Problems.Errors() > 0 {
		t.Fatal(err, r.Problems)
	}
	files := map[string]string{}
	for _, o := range r.Outputs {
		data, _ := o.Render()
		files[o.Path] = string(data)
	}
	return files
}

// The site with drafts is, byte for byte, the site without their files; and a preview shows
// them with a mark, in lists too.
func TestDraftsLeaveNoTrace(t *testing.T) {
	tree := grown{}.tree(t)
	o := handbookOptions(t)
	o.PDF, o.SocialCards, o.Weigh = true, true, true
	without := filesOf(t, tree, o)
	addDrafts(tree)
	with := filesOf(t, tree, o)
	if d := difference(without, with); d != "" {
		t.Errorf("the site shows drafts:\n%.2000s", d)
	}

	o.Preview = true
	preview := filesOf(t, tree, o)
	for path, mark := range map[string]string{
		"no/ovelser/natthegre-0/index.html":   "<mark>Utkast – ikke publisert</mark>",
		"no/ovelser/index.html":               "Natthegre 0</a></h3><p><mark>Utkast – ikke publisert</mark>",
		"en/exercises/natthegre-0/index.html": "<mark>Draft – not published</mark>",
		"en/programmes/index.html":            "Natthegre 1</a></h2><p><mark>Draft – not published</mark>",
	} {
		if !strings.Contains(preview[path], mark) {
			t.Errorf("%s: no mark %q", path, mark)
		}
	}
	if n := strings.Count(preview["no/ovelser/index.html"], "<mark>"); n != 1 {
		t.Errorf("%d exercises have a mark, and one is a draft", n)
	}
}
