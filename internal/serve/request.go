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
	"slices"
	"strings"

	"rygghandboka/internal/base/csp"
	"rygghandboka/internal/base/public"
	"rygghandboka/internal/build"
)

//go:embed client
var client embed.FS

// own is the folder of the server's own files.
const own = "/_serve/"

// ServeHTTP answers one request.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if problem, status := refuse(r); problem != "" {
		if status == http.StatusMethodNotAllowed {
			w.Header().Set("Allow", allowed(r))
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
	for _, headers := range []map[string]string{csp.FileHeaders, csp.PageHeaders} {
		for name, value := range headers {
			h.Set(name, value)
		}
	}
	switch name, isOwn := strings.CutPrefix(r.URL.Path, own); {
	case !isOwn:
		s.page(w, r)
	case name == "events":
		s.events(w, r)
	case name == "page":
		s.facts(w, r)
	case name == "beside":
		s.beside(w, r)
	case name == "compare":
		s.client(w, r, "compare.html")
	case name == "reviews":
		s.client(w, r, "reviews.html")
	case name == "reviews.json":
		s.reviews(w)
	case name == "proposals":
		s.proposals(w, r)
	case name == "confirm":
		s.confirm(w, r)
	default:
		s.client(w, r, name)
	}
}

// policy is the site's own, with what the server's files need beyond it: frames, and markup
// that they have fetched.
var policy = strings.NewReplacer(
	"frame-ancestors 'none'", "frame-ancestors 'self'",
	"default-src 'none'", "default-src 'none'; frame-src 'self'",
	"; require-trusted-types-for 'script'", "",
).Replace(csp.Header)

// refuse returns the reason and the status if a request is not answered, or "".
func refuse(r *http.Request) (problem string, status int) {
	switch {
	case !Local(hostOf(r.Host)):
		return "this host name is not served", http.StatusForbidden
	case !slices.Contains(strings.Split(allowed(r), ", "), r.Method):
		return "only " + allowed(r) + " is served here", http.StatusMethodNotAllowed
	case foreign(r.Header.Get("Sec-Fetch-Site")) && r.Header.Get("Sec-Fetch-Mode") != "navigate":
		return "other sites may only link here", http.StatusForbidden
	}
	return "", 0
}

// allowed lists the methods of a request's path.
func allowed(r *http.Request) string {
	if r.URL.Path == own+"confirm" {
		return http.MethodPost
	}
	return "GET, HEAD"
}

func foreign(site string) bool { return site == "cross-site" || site == "same-site" }

func hostOf(address string) string {
	if name, _, err := net.SplitHostPort(address); err == nil {
		return name
	}
	return strings.Trim(address, "[]")
}

// Local reports whether a host's name or address is that of this machine to itself only.
func Local(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || strings.HasSuffix(host, ".localhost") || ip != nil && ip.IsLoopback()
}

// client answers with a file that runs in the browser, or else with a file of the site.
func (s *Server) client(w http.ResponseWriter, r *http.Request, name string) {
	data, err := client.ReadFile("client/" + name)
	if err != nil {
		s.page(w, r)
		return
	}
	w.Header().Set("Content-Type", mime.TypeByExtension(path.Ext(name)))
	w.Write(data)
}

// scriptTag is what a page is served with: the version of the site, and the file that the page
// is made from.
func scriptTag(version int64, file string) string {
	return fmt.Sprintf(`<script type="module" src="/_serve/live.js" data-version="%d" data-file="%s"></script>`,
		version, html.EscapeString(file))
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
	o, found := s.outputs[name]
	_, folder := s.outputs[name+"/index.html"]
	missing, hasMissing := s.outputs["404.html"]
	shown, version, file := s.site, s.version, s.files[name]
	s.mu.Unlock()

	switch {
	case found:
		send(w, r, answer(name, http.StatusOK, o, shown), scriptTag(version, file))
	case folder:
		http.Redirect(w, r, "/"+name+"/", http.StatusFound)
	case hasMissing:
		send(w, r, answer("404.html", http.StatusNotFound, missing, shown), scriptTag(version, file))
	default:
		// No build has succeeded yet. The page waits for one.
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.WriteHeader(http.StatusServiceUnavailable)
		io.WriteString(w, "<!doctype html><title>…</title><body>"+scriptTag(version, "")+"</body>")
	}
}

// A response is what is sent for a file of the site.
type response struct {
	contentType string
	status      int
	data        []byte
}

// answer returns an output, or the problems that were found when it was made.
func answer(name string, status int, o public.File, shown *build.Result) response {
	data, probs := o.Render()
	if len(probs) == 0 {
		return response{typeOf(name), status, data}
	}
	var text strings.Builder
	shown.Locate(probs).Print(&text)
	page := "<!doctype html><title>…</title><body><pre>" + html.EscapeString(text.String()) + "</pre></body>"
	return response{typeOf("problem.html"), http.StatusInternalServerError, []byte(page)}
}

// send sends a response, with a script in the body of a page.
func send(w http.ResponseWriter, r *http.Request, a response, script string) {
	data := a.data
	if strings.HasPrefix(a.contentType, "text/html") {
		data = bytes.Replace(data, []byte("</body>"), []byte(script+"</body>"), 1)
	}
	w.Header().Set("Content-Type", a.contentType)
	w.Header().Set("Content-Length", fmt.Sprint(len(data)))
	w.WriteHeader(a.status)
	if r.Method == http.MethodGet {
		w.Write(data)
	}
}
