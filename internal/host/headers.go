package host

import (
	"bytes"
	_ "embed"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"text/template"

	"rygghandboka/internal/base/csp"
	"rygghandboka/internal/base/diag"
)

const (
	cacheControl      = "public, max-age=31536000, immutable" // of files whose names have hashes
	checkCacheControl = "no-cache"                            // of all others: ask whether there is a newer one
)

// config is what the configurations of hosts are made from.
type config struct {
	Base         string // the path of the site
	Languages    []string
	Policy       string // of pages
	FigurePolicy string
	Others       []header // for all files
	PageHeaders  []header // for pages, besides their policy
	Kept         []string // the folders in which every file may be cached for ever
	Keep, Check  string   // Cache-Control of those, and of other files
	Root         string   // an example of the folder below which the base path leads to the files
	Types        []fileType
}

// A fileType is one that hosts do not know.
type fileType struct{ Name, Ending, Type string }

// Pattern is the ending in a regular expression.
func (t fileType) Pattern() string { return regexp.QuoteMeta(t.Ending) }

var types = []fileType{
	{"manifest", ".webmanifest", "application/manifest+json"},
	{"feed", "/feed.xml", "application/atom+xml"},
	{"ris", ".ris", "application/x-research-info-systems"},
	{"speculation", "/speculation.json", "application/speculationrules+json"},
}

type header struct{ Name, Value string }

// config returns how the files are to be served.
func (s *survey) config() config {
	c := config{
		Base:         s.Base.Path,
		Policy:       s.policy(),
		FigurePolicy: csp.Figure,
		Others:       listed(csp.FileHeaders),
		PageHeaders:  s.pageHeaders(),
		Kept:         s.immutableFolders(),
		Keep:         cacheControl,
		Check:        checkCacheControl,
		Root:         "/srv/handbook",
		Types:        types,
	}
	if c.Base != "/" {
		c.Root = "/srv"
	}
	for _, l := range s.Languages {
		c.Languages = append(c.Languages, string(l))
	}
	return c
}

// optional are the directives of the policy that are in it only if a page needs them.
var optional = []string{"script-src", "style-src", "img-src", "manifest-src"}

// policy returns the policy of pages.
func (s *survey) policy() string {
	needed := s.directives()
	var policy []string
	for directive := range strings.SplitSeq(csp.Header, "; ") {
		name, _, _ := strings.Cut(directive, " ")
		if !slices.Contains(optional, name) || slices.Contains(needed, name) {
			policy = append(policy, directive)
		}
	}
	return strings.Join(policy, "; ")
}

// pageHeaders returns the headers of pages.
func (s *survey) pageHeaders() []header {
	return append(listed(csp.PageHeaders), header{"Speculation-Rules", `"` + s.Base.Path + speculationPath + `"`})
}

// listed returns headers by their names.
func listed(headers map[string]string) (list []header) {
	for _, name := range slices.Sorted(maps.Keys(headers)) {
		list = append(list, header{name, headers[name]})
	}
	return list
}

// The configurations. Rules with different patterns may not set the same header: some hosts
// join the values, and two policies joined are as strict as both.
var (
	//go:embed headers.tmpl
	headersText string
	//go:embed caddy.tmpl
	caddyText string
	//go:embed nginx.tmpl
	nginxText string

	headersTemplate = parse("_headers", headersText)
	caddyTemplate   = parse("_host/Caddyfile", caddyText)
	nginxTemplate   = parse("_host/nginx.conf", nginxText)
)

func (s *survey) headers() ([]byte, diag.List) { return fill(headersTemplate, s.config()) }
func (s *survey) caddy() ([]byte, diag.List)   { return fill(caddyTemplate, s.config()) }
func (s *survey) nginx() ([]byte, diag.List)   { return fill(nginxTemplate, s.config()) }

func fill(t *template.Template, c config) ([]byte, diag.List) {
	var b bytes.Buffer
	if err := t.Execute(&b, c); err != nil {
		return nil, diag.List{diag.Errorf(t.Name(), 0, "%v", err)}
	}
	return b.Bytes(), nil
}

// parse parses the configuration with a path.
func parse(path, text string) *template.Template {
	quote := func(s string) string {
		return fmt.Sprintf(`"%s"`, strings.ReplaceAll(s, `"`, `\"`))
	}
	return template.Must(template.New(path).Funcs(template.FuncMap{"quote": quote}).Parse(text))
}
