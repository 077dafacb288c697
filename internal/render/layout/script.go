package layout

import (
	"fmt"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"

	"rygghandboka/internal/base/diag"
)

// StaticDir is the folder of the static files in the input tree.
const StaticDir = "static/"

// pageScripts is the folder whose scripts each page has. They are small, so they are
// joined into one file, which takes one request.
const pageScripts = "js/page/"

// joinScripts puts the scripts of pages into one file, each in a block of its own.
func joinScripts(files map[string][]byte) map[string][]byte {
	out := map[string][]byte{}
	var joined []byte
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if strings.HasPrefix(name, pageScripts) {
			joined = fmt.Appendf(joined, "{\n%s}\n", files[name])
		} else {
			out[name] = files[name]
		}
	}
	if joined != nil {
		out[strings.TrimSuffix(pageScripts, "/")+".js"] = joined
	}
	return out
}

// imported is the address in an import from a file beside a script.
var imported = regexp.MustCompile(`(?m)^(?:import|export)\b[^"'\n]*["'](\./[^"'\n]+)["'];?$`)

// An importPlace is where a script imports another: from start to end is its address.
type importPlace struct {
	start, end int
	name       string // of the other script, below static/
}

// imports returns where a script imports others, in order.
func imports(name string, data []byte) (places []importPlace) {
	if path.Ext(name) != ".js" {
		return nil
	}
	for _, m := range imported.FindAllSubmatchIndex(data, -1) {
		from := path.Join(path.Dir(name), string(data[m[2]:m[3]]))
		places = append(places, importPlace{m[2], m[3], from})
	}
	return places
}

// replaceImports puts the names that scripts are published under into a script that
// imports them. addresses are those of the scripts read before, by name.
func replaceImports(name string, data []byte, addresses map[string]string) ([]byte, diag.List) {
	var out []byte
	var probs diag.List
	end := 0
	for _, p := range imports(name, data) {
		address, known := addresses[p.name]
		if !known {
			missing := diag.Errorf(StaticDir+name, p.start, "there is no file static/%s", p.name)
			probs = append(probs, missing.Hintf("scripts cannot import each other in a circle"))
			continue
		}
		out = append(out, data[end:p.start]...)
		out = append(out, "./"+path.Base(address)...)
		end = p.end
	}
	return append(out, data[end:]...), probs
}

// byImports returns the names of the files in order: a script that imports others comes
// after them, since their names, with hashes, are in it.
func byImports(files map[string][]byte) (order []string) {
	seen := map[string]bool{}
	var visit func(name string)
	visit = func(name string) {
		data, exists := files[name]
		if seen[name] || !exists {
			return
		}
		seen[name] = true
		for _, p := range imports(name, data) {
			visit(p.name)
		}
		order = append(order, name)
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		visit(name)
	}
	return order
}
