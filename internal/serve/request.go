package serve

import (
	"bytes"
	"embed"
	"fmt"
	"html"
	"io"
	"mime"
	"net"
	"net/http"
	"path"
	"strings"

	"rygghandboka/internal/base/csp"
)

//go:embed client
var client embed.FS

// own is where the server's own files are.
const own = "/_serve/"

// ServeHTTP answers one request.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if problem, status := refused(r); problem != "" {
		if status == http.StatusMethodNotAllowed {
			w.Header().Set("Allow", "GET, HEAD")
		}
		http.Error(w, problem, status)
		return
	}
	h := w.Header()
	h.Set("Cache-Control", "no-store")
	h.Set("Content-Security-Policy", policy)
	if path.Ext(r.URL.Path) == ".svg" {
		h.Set("Content-Security-Policy", csp.Figure)
	}
	for name, value := range csp.OtherHeaders {
		h.Set(name, value)
	}
	switch name, isOwn := strings.CutPrefix(r.URL.Path, own); {
	case !isOwn:
		s.page(w, r)
	case name == "events":
		s.events(w, r)
	case name == "page":
		s.author(w, r)
	case name == "beside":
		s.beside(w, r)
	default:
		s.client(w, r, name)
	}
}

// policy is the site's own, and what the server's files need beyond it: frames, and
// markup that they have read.
var policy = strings.NewReplacer(
	"frame-ancestors 'none'", "frame-ancestors 'self'",
	"default-src 'none'", "default-src 'none'; frame-src 'self'",
	"; require-trusted-types-for 'script'", "",
).Replace(csp.Header)

// refused says why a request is not answered, or nothing.
func refused(r *http.Request) (problem string, status int) {
	switch {
	case !Local(hostOf(r.Host)):
		return "this host name is not served", http.StatusForbidden
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		return "only GET and HEAD are served", http.StatusMethodNotAllowed
	case foreign(r.Header.Get("Sec-Fetch-Site")) && r.Header.Get("Sec-Fetch-Mode") != "navigate":
		return "other sites may only link here", http.StatusForbidden
	}
	return "", 0
}

func foreign(site string) bool { return site == "cross-site" || site == "same-site" }

func hostOf(address string) string {
	if name, _, err := net.SplitHostPort(address); err == nil {
		return name
	}
	return strings.Trim(address, "[]")
}

// Local reports whether a host's name or number is that of this machine to
// itself, and to nobody else.
func Local(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || strings.HasSuffix(host, ".localhost") || ip != nil && ip.IsLoopback()
}

// client answers with a file that runs in the browser, or with a page of the site
// that is only for authors.
func (s *Server) client(w http.ResponseWriter, r *http.Request, name string) {
	data, err := client.ReadFile("client/" + name)
	if err != nil {
		s.page(w, r)
		return
	}
	w.Header().Set("Content-Type", mime.TypeByExtension(path.Ext(name)))
	w.Write(data)
}

// tag is what a page is served with: it says which site it is of, and which file
// the page is made from.
func tag(version int64, file string) string {
	return fmt.Sprintf(`<script type="module" src="/_serve/live.js" data-version="%d" data-file="%s"></script>`, version, html.EscapeString(file))
}

// typeOf returns the type of a file. Not every system knows that of manifests.
func typeOf(name string) string {
	if path.Ext(name) == ".webmanifest" {
		return "application/manifest+json"
	}
	return mime.TypeByExtension(path.Ext(name))
}

// page answers with a page or another file of the site.
func (s *Server) page(w http.ResponseWriter, r *http.Request) {
	name := strings.TrimPrefix(r.URL.Path, "/")
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	s.mu.Lock()
	o, ok := s.outputs[name]
	_, folder := s.outputs[name+"/index.html"]
	missing, hasMissing := s.outputs["404.html"]
	shown, version, file := s.site, s.version, s.files[name]
	s.mu.Unlock()

	status := http.StatusOK
	switch {
	case ok:
	case folder:
		http.Redirect(w, r, "/"+name+"/", http.StatusFound)
		return
	case hasMissing:
		o, status, name = missing, http.StatusNotFound, "404.html"
	default:
		// No build has succeeded yet. The page waits for one.
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.WriteHeader(http.StatusServiceUnavailable)
		io.WriteString(w, "<!doctype html><title>…</title><body>"+tag(version, "")+"</body>")
		return
	}
	data, found := o.Render()
	if len(found) > 0 {
		var text strings.Builder
		shown.Locate(found).Print(&text)
		status, name = http.StatusInternalServerError, "problem.html"
		data = []byte("<!doctype html><title>…</title><body><pre>" + html.EscapeString(text.String()) + "</pre></body>")
	}
	kind := typeOf(name)
	if strings.HasPrefix(kind, "text/html") {
		data = bytes.Replace(data, []byte("</body>"), []byte(tag(version, file)+"</body>"), 1)
	}
	w.Header().Set("Content-Type", kind)
	w.Header().Set("Content-Length", fmt.Sprint(len(data)))
	w.WriteHeader(status)
	if r.Method == http.MethodGet {
		w.Write(data)
	}
}
