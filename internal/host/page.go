package host

import (
	"bytes"
	"fmt"
	"html"
	"iter"
	"strings"
)

// uses says what a page asks of its Content-Security-Policy, by directive.
type uses map[string]bool

// A reading is what a page says of itself.
type reading struct {
	asks   uses
	styles []string // the addresses of the style sheets that every screen waits for
	faults []string // what no policy of the site allows: it would break the page in silence
}

// read reads a page.
func read(page []byte) (r reading) {
	r.asks = uses{}
	fault := func(format string, args ...any) { r.faults = append(r.faults, fmt.Sprintf(format, args...)) }
	for name, attributes := range tags(page) {
		for key := range attributes {
			if key == "style" || strings.HasPrefix(key, "on") {
				fault("<%s> has the attribute %s", name, key)
			}
		}
		src, isLoaded := attributes["src"]
		if isLoaded && !local(src) {
			fault("<%s> loads %s", name, src)
		}
		switch name {
		case "script":
			if kind := attributes["type"]; isLoaded {
				r.asks["script-src"] = true
			} else if kind != "application/ld+json" {
				fault("a script stands in the page")
			}
		case "link":
			if !local(attributes["href"]) && loads[attributes["rel"]] != "" {
				fault("<link rel=%s> loads %s", attributes["rel"], attributes["href"])
			}
			r.asks[loads[attributes["rel"]]] = true
			if attributes["rel"] == "stylesheet" && attributes["media"] == "" {
				r.styles = append(r.styles, attributes["href"])
			}
		case "img", "source":
			r.asks["img-src"] = true
		case "style", "iframe", "object", "embed", "base", "video", "audio":
			fault("it has <%s>", name)
		case "form":
			if attributes["action"] != "" {
				fault("a form is sent to %s", attributes["action"])
			}
		}
	}
	delete(r.asks, "")
	return r
}

// loads names the directive that governs what a link brings, by its rel.
var loads = map[string]string{"stylesheet": "style-src", "icon": "img-src", "apple-touch-icon": "img-src", "manifest": "manifest-src"}

func local(address string) bool {
	return strings.HasPrefix(address, "/") && !strings.HasPrefix(address, "//")
}

// tags returns the start tags of a page with their attributes. The page is one that
// this program printed: every value has quotes, and text has no "<" in it.
func tags(page []byte) iter.Seq2[string, map[string]string] {
	return func(yield func(string, map[string]string) bool) {
		for rest := page; ; {
			at := bytes.IndexByte(rest, '<')
			if at < 0 {
				return
			}
			rest = rest[at+1:]
			name := word(rest)
			if name == "" {
				continue
			}
			rest = rest[len(name):]
			attributes := map[string]string{}
			for rest = bytes.TrimLeft(rest, " \n\t"); word(rest) != ""; rest = bytes.TrimLeft(rest, " \n\t") {
				key := word(rest)
				rest = rest[len(key):]
				attributes[key] = ""
				if len(rest) > 1 && rest[0] == '=' && (rest[1] == '"' || rest[1] == '\'') {
					value, after, _ := bytes.Cut(rest[2:], rest[1:2])
					attributes[key], rest = html.UnescapeString(string(value)), after
				}
			}
			if !yield(name, attributes) {
				return
			}
			if end := bytes.Index(rest, []byte("</script")); name == "script" && end >= 0 {
				rest = rest[end:] // what stands in it is no markup
			}
		}
	}
}

// word returns the name that stands at the start of data, of a tag or an attribute.
func word(data []byte) string {
	n := 0
	for n < len(data) && (data[n] >= 'a' && data[n] <= 'z' || data[n] >= 'A' && data[n] <= 'Z' || n > 0 && (data[n] >= '0' && data[n] <= '9' || data[n] == '-' || data[n] == ':')) {
		n++
	}
	return string(data[:n])
}
