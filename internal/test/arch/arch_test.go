package arch

import (
	"encoding/json"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// layers lists the packages from the bottom up. A package may import packages
// of lower lines, never of its own or a higher one, so data goes one way: what
// a stage needs is handed to it. The stages are at the top of internal; folders hold
// what they work with: base (no subject), text, data (the shared files), draw and test.
var layers = [][]string{
	{"base/diag", "base/memo", "base/minify", "base/par", "base/csp", "draw/qr", "draw/socialcard",
		"text/fact", "text/hyphen", "text/lang", "text/markup", "text/readability"},
	{"source", "base/public", "base/strict", "text/bibtex", "text/markdown", "text/ris"},
	{"data/bib", "data/publisher", "draw/figure", "text/avoid", "text/search"},
	{"page", "data/exercise"},
	{"data/i18n"},
	{"translation", "review", "scaffold", "cite"},
	{"site", "record"},
	{"link", "paginate"},
	{"rule", "render/layout", "render/resource"},
	{"render", "host"},
	{"build"},
	{"output", "watch", "serve", "pdf"},
	{"cmd/build"},
}

// An owner is the one package, or those, that may import a module.
type owner struct{ module, owner, reason string }

func (o owner) has(path string) bool {
	return path == o.module || strings.HasPrefix(path, o.module+"/")
}

// owners names the one package that may import a module, or part of the
// standard library, and why nobody else may.
var owners = []owner{
	{"github.com/yuin/goldmark", "text/markdown", "a syntax tree must not leave the compile stage"},
	{"github.com/alecthomas/chroma/v2", "text/markdown", "code is highlighted where it is compiled"},
	{"github.com/tdewolff/minify/v2", "base/minify", "its settings, and its repairs, are in one place"},
	{"github.com/tdewolff/parse/v2", "text/markup", "what reads finished HTML reads it one way"},
	{"go.yaml.in/yaml/v4", "base/strict", "all YAML is read strictly"},
	{"github.com/spf13/cobra", "cmd/build", "no stage knows of arguments"},
	{"github.com/spf13/pflag", "cmd/build", "no stage knows of arguments"},
	{"github.com/andybalholm/brotli", "output", "a compressed file has the bytes of the file beside it"},
	{"github.com/chromedp/cdproto", "pdf", "only who prints answers the browser's requests"},
	{"github.com/pdfcpu/pdfcpu", "pdf", "what a file says is changed where it is printed"},
	{"github.com/fsnotify/fsnotify", "watch", "events are hints that only the watch interprets"},
	{"golang.org/x/text", "text/lang", "what differs between languages is known in one place"},
	{"golang.org/x/term", "cmd/build", "only a command asks somebody"},
	{"golang.org/x/sys", "output", "only the exchange of folders needs the system itself"},
	{"github.com/chromedp/chromedp", "test/browser pdf", "tests ask one package for a browser, and another prints"},
	{"github.com/blevesearch/snowballstem", "text/search", "the script knows only the endings in the index"},
	{"rsc.io/qr", "draw/qr", "a code has its level and its quiet zone in one place"},
	{"golang.org/x/image", "draw/socialcard", "what is painted in floating point differs between processors"},
	{"github.com/go-fonts/stix", "draw/socialcard", "a text is measured and painted with one font"},
	{"html/template", "render render/layout", "whoever can make a template.HTML can break the escaping"},
	{"net/http", "serve", "nothing else talks to a network"},
	{"os", "cmd/build output source watch", "stages read an fs.FS and return values, so they can run twice"},
}

func TestImports(t *testing.T) {
	level := map[string]int{}
	for i, names := range layers {
		for _, name := range names {
			level[name] = i
		}
	}
	for name, imports := range packages(t) {
		if strings.HasPrefix(name, "test/") {
			continue // which nothing but tests imports
		}
		here, known := level[name]
		if !known {
			t.Errorf("%s is in no layer", name)
		}
		for _, imp := range imports {
			dep, ok := cutModule(imp)
			if below, known := level[dep]; ok && (!known || below >= here) {
				t.Errorf("%s imports %s, which is not below it", name, dep)
			}
			outside := strings.Contains(strings.Split(imp, "/")[0], ".")
			if outside && !slices.ContainsFunc(owners, func(o owner) bool { return o.has(imp) }) {
				t.Errorf("%s imports %s, which no package owns", name, imp)
			}
			for _, o := range owners {
				if o.has(imp) && imp != "os/signal" && !slices.Contains(strings.Fields(o.owner), name) {
					t.Errorf("%s imports %s; only %s may: %s", name, imp, o.owner, o.reason)
				}
			}
		}
	}
}

// packages returns what each package of this module imports, tests left out.
func packages(t *testing.T) map[string][]string {
	out, err := exec.Command("go", "list", "-json=ImportPath,Imports", "rygghandboka/...").Output()
	if err != nil {
		t.Fatal(err)
	}
	found := map[string][]string{}
	for dec := json.NewDecoder(strings.NewReader(string(out))); dec.More(); {
		var p struct {
			ImportPath string
			Imports    []string
		}
		if err := dec.Decode(&p); err != nil {
			t.Fatal(err)
		}
		name, _ := cutModule(p.ImportPath)
		found[name] = p.Imports
	}
	if len(found) < 10 {
		t.Fatalf("only %d packages found", len(found))
	}
	return found
}

// cutModule returns the package's name within this module.
func cutModule(path string) (string, bool) {
	name, ok := strings.CutPrefix(path, "rygghandboka/")
	return strings.TrimPrefix(name, "internal/"), ok
}
