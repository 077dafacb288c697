package host

import (
	"bytes"
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
	keep  = "public, max-age=31536000, immutable" // of files whose names have hashes
	check = "no-cache"                            // of all others: ask whether there is a newer one
)

// answers is what the configurations of hosts are made from.
type answers struct {
	Base         string // the path of the site
	Languages    []string
	Policy       string // of pages
	FigurePolicy string
	Others       []header // for all files
	Kept         []string // the folders in which every file may be kept for ever
	Keep, Check  string
	Root         string // an example of the folder below which the base path leads to the files
	Types        []fileType
}

// A fileType is what hosts do not know of themselves.
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

// answers finds out how the files are to be served.
func (s *survey) answers() answers {
	a := answers{Base: s.Base.Path, FigurePolicy: csp.Figure, Keep: keep, Check: check, Root: "/srv/handbook", Types: types}
	if a.Base != "/" {
		a.Root = "/srv"
	}
	for _, l := range s.Languages {
		a.Languages = append(a.Languages, string(l))
	}
	asked := s.asked()
	var policy []string
	for directive := range strings.SplitSeq(csp.Header, "; ") {
		name, _, _ := strings.Cut(directive, " ")
		if !slices.Contains(optional, name) || slices.Contains(asked, name) {
			policy = append(policy, directive)
		}
	}
	a.Policy = strings.Join(policy, "; ")
	for _, name := range slices.Sorted(maps.Keys(csp.OtherHeaders)) {
		a.Others = append(a.Others, header{name, csp.OtherHeaders[name]})
	}
	a.Others = append(a.Others, header{"Speculation-Rules", `"` + s.Base.Path + speculationPath + `"`})
	a.Kept = s.folders(func(f *file) bool { return f.Immutable })
	return a
}

// optional are the directives of the policy that stand there only if a page needs them.
var optional = []string{"script-src", "style-src", "img-src", "manifest-src"}

func (s *survey) headers() ([]byte, diag.List) { return fill(headersText, s.answers()) }
func (s *survey) caddy() ([]byte, diag.List)   { return fill(caddyText, s.answers()) }
func (s *survey) nginx() ([]byte, diag.List)   { return fill(nginxText, s.answers()) }

func fill(t *template.Template, a answers) ([]byte, diag.List) {
	var b bytes.Buffer
	if err := t.Execute(&b, a); err != nil {
		return nil, diag.List{diag.Errorf(t.Name(), 0, "%v", err)}
	}
	return b.Bytes(), nil
}

func text(name, t string) *template.Template {
	quote := func(s string) string { return fmt.Sprintf(`"%s"`, strings.ReplaceAll(s, `"`, `\"`)) }
	return template.Must(template.New(name).Funcs(template.FuncMap{"quote": quote}).Parse(t))
}

// Rules with different patterns may not name the same header: some hosts join the
// values, and two policies joined are as strict as both.
var headersText = text("_headers", `{{.Base}}*
{{range .Others}}  {{.Name}}: {{.Value}}
{{end}}{{.Base}}
  Content-Security-Policy: {{.Policy}}
{{range .Languages}}{{$.Base}}{{.}}/*
  Content-Security-Policy: {{$.Policy}}
{{end}}{{.Base}}404.html
  Content-Security-Policy: {{.Policy}}
{{.Base}}figures/*
  Content-Security-Policy: {{.FigurePolicy}}
{{range .Kept}}{{$.Base}}{{.}}/*
  Cache-Control: {{$.Keep}}
{{end}}{{.Base}}speculation.json
  Content-Type: application/speculationrules+json
`)

var caddyText = text("_host/Caddyfile", `# In a site block:
#
#	example.org {
#		root * {{.Root}}
#		import {{.Root}}{{.Base}}_host/Caddyfile
#	}
#
# The files lie in {{.Root}}{{.Base}}
@kept path{{range .Kept}} {{$.Base}}{{.}}/*{{end}}
@checked {
	path {{.Base}}*
	not path{{range .Kept}} {{$.Base}}{{.}}/*{{end}}
}
@figures path {{.Base}}figures/*
@pages {
	path {{.Base}}*
	not path {{.Base}}figures/*
}
header {{.Base}}* {
{{range .Others}}	{{.Name}} {{quote .Value}}
{{end}}}
header @kept Cache-Control {{quote .Keep}}
header @checked Cache-Control {{quote .Check}}
header @figures Content-Security-Policy {{quote .FigurePolicy}}
header @pages Content-Security-Policy {{quote .Policy}}
{{range .Types}}@{{.Name}} path *{{.Ending}}
header @{{.Name}} Content-Type {{.Type}}
{{end}}@own path {{.Base}}_host/* {{.Base}}_headers {{.Base}}.rygghandboka
error @own 404
handle_errors {
	@missing path {{.Base}}*
	header @missing Cache-Control {{quote .Check}}
	rewrite @missing {{.Base}}404.html
	file_server @missing {
		status {err.status_code}
	}
}
file_server {{.Base}}* {
	precompressed br gzip
}
`)

var nginxText = text("_host/nginx.conf", `# In a server block:
#
#	server {
#		server_name example.org;
#		root {{.Root}};
#		include {{.Root}}{{.Base}}_host/nginx.conf;
#	}
#
# The files lie in {{.Root}}{{.Base}}
# With the module ngx_brotli: brotli_static on;
{{define "others"}}{{range .Others}}	add_header {{.Name}} {{quote .Value}} always;
{{end}}	charset utf-8;
	charset_types text/css text/plain text/xml application/javascript application/json application/manifest+json application/atom+xml;
	gzip_static on;
	gzip_vary on;
	error_page 404 {{.Base}}404.html;
{{end}}location {{.Base}} {
{{template "others" .}}	add_header Content-Security-Policy {{quote .Policy}} always;
	add_header Cache-Control {{quote .Check}} always;
{{range .Types}}	location ~ {{.Pattern}}$ {
		types {}
		default_type {{.Type}};
	}
{{end}}	location ~ ^{{.Base}}(_host/|_headers$|\.rygghandboka$) { return 404; }
}
{{range .Kept}}{{if ne . "figures"}}location {{$.Base}}{{.}}/ {
{{template "others" $}}	add_header Cache-Control {{quote $.Keep}};
}
{{end}}{{end}}location {{.Base}}figures/ {
{{template "others" .}}	add_header Content-Security-Policy {{quote .FigurePolicy}} always;
	add_header Cache-Control {{quote .Keep}};
}
`)
