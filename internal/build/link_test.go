package build

import (
	"path"
	"regexp"
	"strings"
	"testing"
)

// Every address in the handbook leads to a file and, if it names one, to an id
// that is there once. This looks only at the finished HTML.
func TestLinksOfTheFinishedSite(t *testing.T) {
	if checked := checkLinks(t, handbook(t, handbookOptions(t))); checked < 500 {
		t.Errorf("only %d links were found", checked)
	}
}

// checkLinks reports the addresses in files that lead nowhere, and returns how many lead
// somewhere in the site.
func checkLinks(t *testing.T, files map[string]string) (checked int) {
	t.Helper()
	ids := map[string]map[string]int{}
	var links []foundLink
	for name, text := range files {
		if path.Ext(name) != ".html" && path.Ext(name) != ".svg" {
			continue
		}
		var more []foundLink
		ids[name], more = readLinks(t, name, text)
		links = append(links, more...)
		for id, n := range ids[name] {
			if n > 1 {
				t.Errorf("%s: the id %q is there %d times", name, id, n)
			}
		}
	}
	for _, l := range links {
		file, id, ours := l.target(t)
		if !ours {
			continue
		}
		checked++
		if _, ok := files[file]; !ok {
			t.Errorf("%s: %q leads nowhere", l.page, l.to)
		} else if id != "" && ids[file][id] == 0 {
			t.Errorf("%s: %q leads to no id", l.page, l.to)
		}
	}
	return checked
}

// A foundLink is an address in a file.
type foundLink struct{ page, to string }

// readLinks returns how often each id is in a file, and the addresses in it.
func readLinks(t *testing.T, name, text string) (ids map[string]int, links []foundLink) {
	t.Helper()
	ids = map[string]int{}
	for n := range document(t, text).Descendants() {
		for _, a := range n.Attr {
			switch a.Key {
			case "id":
				ids[a.Val]++
			case "aria-labelledby", "aria-describedby":
				for id := range strings.FieldsSeq(a.Val) {
					links = append(links, foundLink{name, "#" + id})
				}
			case "href", "src":
				links = append(links, foundLink{name, a.Val})
			}
		}
	}
	return ids, links
}

// outside is an address that leads out of the site.
var outside = regexp.MustCompile(`^(?:tel|mailto|https):`)

// target returns the file and the id that a link leads to, and whether it is in the site.
func (l foundLink) target(t *testing.T) (file, id string, ours bool) {
	t.Helper()
	file, id, _ = strings.Cut(strings.TrimPrefix(l.to, "https://example.org"), "#")
	switch {
	case file == "":
		return l.page, id, true
	case file == "/", strings.HasPrefix(file, "/") && strings.HasSuffix(file, "/"):
		return file[1:] + "index.html", id, true
	case strings.HasPrefix(file, "/"):
		return file[1:], id, true
	}
	if !outside.MatchString(file) {
		t.Errorf("%s: the address %q", l.page, l.to)
	}
	return "", "", false
}
