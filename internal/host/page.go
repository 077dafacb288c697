package host

import (
	"bytes"
	"fmt"
	"strings"

	"rygghandboka/internal/text/markup"
)

// uses is what a page needs of its Content-Security-Policy, by directive.
type uses map[string]bool

// A reading is what a page loads and does.
type reading struct {
	uses   uses
	styles []string // the addresses of the style sheets that every screen waits for
	faults []string // what no policy of the site allows: it would break the page in silence
}

func (r *reading) fault(format string, args ...any) {
	r.faults = append(r.faults, fmt.Sprintf(format, args...))
}

// read reads a page.
func read(page []byte) reading {
	r := reading{uses: uses{}}
	for tag := range markup.Tags(page) {
		r.attributes(tag)
		src, isLoaded := tag.Get("src")
		if isLoaded && !local(src) {
			r.fault("<%s> loads %s", tag.Name, src)
		}
		switch string(tag.Name) {
		case "script":
			r.script(tag, isLoaded)
		case "link":
			r.link(tag)
		case "img", "source":
			r.uses["img-src"] = true
		case "style", "iframe", "object", "embed", "base", "video", "audio":
			r.fault("it has <%s>", tag.Name)
		case "form":
			if action, _ := tag.Get("action"); action != "" {
				r.fault("a form is sent to %s", action)
			}
		}
	}
	return r
}

// attributes reads the attributes that no element may have.
func (r *reading) attributes(tag markup.Tag) {
	for _, a := range tag.Attributes {
		if string(a.Key) == "style" || bytes.HasPrefix(a.Key, []byte("on")) {
			r.fault("<%s> has the attribute %s", tag.Name, a.Key)
		}
	}
}

// script reads a <script>.
func (r *reading) script(tag markup.Tag, isLoaded bool) {
	kind, _ := tag.Get("type")
	switch {
	case isLoaded:
		r.uses["script-src"] = true
	case kind != "application/ld+json":
		r.fault("a script is in the page itself")
	}
}

// loads is the directive that applies to what a link loads, by its rel.
var loads = map[string]string{
	"stylesheet":       "style-src",
	"icon":             "img-src",
	"apple-touch-icon": "img-src",
	"manifest":         "manifest-src",
}

// link reads a <link>.
func (r *reading) link(tag markup.Tag) {
	rel, _ := tag.Get("rel")
	href, _ := tag.Get("href")
	directive := loads[rel]
	if directive == "" {
		return
	}
	r.uses[directive] = true
	if !local(href) {
		r.fault("<link rel=%s> loads %s", rel, href)
	}
	if media, _ := tag.Get("media"); rel == "stylesheet" && media == "" {
		r.styles = append(r.styles, href)
	}
}

func local(address string) bool {
	return strings.HasPrefix(address, "/") && !strings.HasPrefix(address, "//")
}
