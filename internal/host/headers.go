package host

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
	"text/template"

	"rygghandboka/internal/diag"
	"rygghandboka/internal/render"
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
}

type header struct{ Name, Value string }

// answers finds out how the files are to be served.
func (s *survey) answers() answers {
	a := answers{Base: s.Base.Path, FigurePolicy: render.FigurePolicy, Keep: keep, Check: check}
	for _, l := range s.Languages {
		a.Languages = append(a.Languages, string(l))
	}
	asked := s.asked()
	var policy []string
	for directive := range strings.SplitSeq(render.Policy, "; ") {
		name, _, _ := strings.Cut(directive, " ")
		if !slices.Contains(optional, name) || slices.Contains(asked, name) {
			policy = append(policy, directive)
		}
	}
	a.Policy = strings.Join(policy, "; ")
	for _, name := range slices.Sorted(maps.Keys(render.Headers)) {
		a.Others = append(a.Others, header{name, render.Headers[name]})
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
#		root * /srv/handbook
#		import /srv/handbook/_host/Caddyfile
#	}
header {
{{range .Others}}	{{.Name}} {{quote .Value}}
{{end}}}
@kept path{{range .Kept}} {{$.Base}}{{.}}/*{{end}}
@checked not path{{range .Kept}} {{$.Base}}{{.}}/*{{end}}
@figures path {{.Base}}figures/*
@pages not path {{.Base}}figures/*
header @kept Cache-Control {{quote .Keep}}
header @checked Cache-Control {{quote .Check}}
header @figures Content-Security-Policy {{quote .FigurePolicy}}
header @pages Content-Security-Policy {{quote .Policy}}
header {{.Base}}speculation.json Content-Type application/speculationrules+json
@own path {{.Base}}_host/* {{.Base}}_headers
error @own 404
handle_errors {
	rewrite * {{.Base}}404.html
	file_server {
		status {err.status_code}
	}
}
file_server {
	precompressed br gzip
}
`)

var nginxText = text("_host/nginx.conf", `# In a server block:
#
#	server {
#		server_name example.org;
#		root /srv/handbook;
#		include /srv/handbook/_host/nginx.conf;
#	}
charset utf-8;
charset_types text/css text/plain text/xml application/javascript application/json application/manifest+json;
gzip_static on;
# With the module ngx_brotli: brotli_static on;
error_page 404 {{.Base}}404.html;

{{define "others"}}{{range .}}	add_header {{.Name}} {{quote .Value}} always;
{{end}}{{end}}location {{.Base}} {
{{template "others" .Others}}	add_header Content-Security-Policy {{quote .Policy}} always;
	add_header Cache-Control {{quote .Check}} always;
	location ~ \.webmanifest$ {
		types {}
		default_type application/manifest+json;
	}
}
{{range .Kept}}{{if ne . "figures"}}location {{$.Base}}{{.}}/ {
{{template "others" $.Others}}	add_header Cache-Control {{quote $.Keep}} always;
}
{{end}}{{end}}location {{.Base}}figures/ {
{{template "others" .Others}}	add_header Content-Security-Policy {{quote .FigurePolicy}} always;
	add_header Cache-Control {{quote .Keep}} always;
}
location = {{.Base}}speculation.json {
	types {}
	default_type application/speculationrules+json;
}
location {{.Base}}_host/ { return 404; }
location = {{.Base}}_headers { return 404; }
`)
