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

func (r *reading) fault(format string, args ...any) {
	r.faults = append(r.faults, fmt.Sprintf(format, args...))
}

// read reads a page.
func read(page []byte) reading {
	r := reading{asks: uses{}}
	for name, attributes := range tags(page) {
		for _, a := range attributes {
			if string(a.key) == "style" || bytes.HasPrefix(a.key, []byte("on")) {
				r.fault("<%s> has the attribute %s", name, a.key)
			}
		}
		src, isLoaded := attributes.get("src")
		if isLoaded && !local(src) {
			r.fault("<%s> loads %s", name, src)
		}
		switch string(name) {
		case "script":
			if kind, _ := attributes.get("type"); isLoaded {
				r.asks["script-src"] = true
			} else if kind != "application/ld+json" {
				r.fault("a script stands in the page")
			}
		case "link":
			r.link(attributes)
		case "img", "source":
			r.asks["img-src"] = true
		case "style", "iframe", "object", "embed", "base", "video", "audio":
			r.fault("it has <%s>", name)
		case "form":
			if action, _ := attributes.get("action"); action != "" {
				r.fault("a form is sent to %s", action)
			}
		}
	}
	return r
}

// loads names the directive that governs what a link brings, by its rel.
var loads = map[string]string{"stylesheet": "style-src", "icon": "img-src", "apple-touch-icon": "img-src", "manifest": "manifest-src"}

// link reads a <link>.
func (r *reading) link(attributes attributes) {
	rel, _ := attributes.get("rel")
	href, _ := attributes.get("href")
	directive := loads[rel]
	if directive == "" {
		return
	}
	r.asks[directive] = true
	if !local(href) {
		r.fault("<link rel=%s> loads %s", rel, href)
	}
	if media, _ := attributes.get("media"); rel == "stylesheet" && media == "" {
		r.styles = append(r.styles, href)
	}
}

func local(address string) bool {
	return strings.HasPrefix(address, "/") && !strings.HasPrefix(address, "//")
}

type attribute struct{ key, value []byte } // the value as it stands, with its entities

type attributes []attribute

// get returns the value of an attribute, and whether it is there.
func (list attributes) get(key string) (value string, there bool) {
	for _, a := range list {
		if string(a.key) == key {
			return html.UnescapeString(string(a.value)), true
		}
	}
	return "", false
}

// tags returns the names of the start tags of a page and their attributes, which hold
// until the next. The page is one that this program printed: every value has quotes, and
// text has no "<" in it.
func tags(page []byte) iter.Seq2[[]byte, attributes] {
	return func(yield func([]byte, attributes) bool) {
		var list attributes
		for rest := page; ; {
			at := bytes.IndexByte(rest, '<')
			if at < 0 {
				return
			}
			rest = rest[at+1:]
			name := word(rest)
			if len(name) == 0 {
				continue
			}
			list = list[:0]
			rest = bytes.TrimLeft(rest[len(name):], " \n\t")
			for key := word(rest); len(key) > 0; key = word(rest) {
				var value []byte
				rest = rest[len(key):]
				if len(rest) > 1 && rest[0] == '=' && (rest[1] == '"' || rest[1] == '\'') {
					value, rest, _ = bytes.Cut(rest[2:], rest[1:2])
				}
				list = append(list, attribute{key, value})
				rest = bytes.TrimLeft(rest, " \n\t")
			}
			if !yield(name, list) {
				return
			}
			if string(name) == "script" { // what stands in it is no markup
				rest = rest[max(0, bytes.Index(rest, []byte("</script"))):]
			}
		}
	}
}

// word returns the name that stands at the start of data, of a tag or an attribute.
func word(data []byte) []byte {
	n := 0
	for n < len(data) && (data[n] >= 'a' && data[n] <= 'z' || data[n] >= 'A' && data[n] <= 'Z' || n > 0 && (data[n] >= '0' && data[n] <= '9' || data[n] == '-' || data[n] == ':')) {
		n++
	}
	return data[:n]
}
