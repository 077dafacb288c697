package render

import (
	"crypto/sha256"
	"fmt"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/minify"
	"rygghandboka/internal/base/public"
)

const staticDir = "static/"

// minified are the formats, by file ending, of static files that are minified.
var minified = map[string]bool{"css": true, "js": true, "svg": true, "xml": true}

// statics takes in the static files. A script that imports others comes after them,
// since their names are in it.
func (l *Layouts) statics(files map[string][]byte, o Options) (probs diag.List) {
	files = join(files)
	var take func(name string)
	taken := map[string]bool{}
	take = func(name string) {
		data, there := files[name]
		if taken[name] || !there {
			return
		}
		taken[name] = true
		if path.Ext(name) == ".js" {
			for _, m := range imported.FindAllSubmatchIndex(data, -1) {
				take(path.Join(path.Dir(name), string(data[m[2]:m[3]])))
			}
			var missing diag.List
			data, missing = l.imports(name, data)
			probs = append(probs, missing...)
		}
		probs = append(probs, l.static(name, data, o)...)
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		take(name)
	}
	return probs
}

// pageScripts is the folder whose scripts each page has. They are small, so they are
// joined: one file, asked for once.
const pageScripts = "js/page/"

// join puts the scripts of pages into one file, each in a block of its own.
func join(files map[string][]byte) map[string][]byte {
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

// imports puts the names that scripts are published under into what imports them.
func (l *Layouts) imports(name string, data []byte) ([]byte, diag.List) {
	var out []byte
	var probs diag.List
	end := 0
	for _, m := range imported.FindAllSubmatchIndex(data, -1) {
		from := path.Join(path.Dir(name), string(data[m[2]:m[3]]))
		address, known := l.assets[from]
		if !known {
			probs = append(probs, diag.Errorf(staticDir+name, m[2], "there is no file static/%s", from).Hintf("scripts cannot import each other in a circle"))
			continue
		}
		out = append(append(out, data[end:m[2]]...), "./"+path.Base(address)...)
		end = m[3]
	}
	return append(out, data[end:]...), probs
}

// static takes in a static file, minified where that is possible. A style sheet
// or a script gets a part of its SHA-256 into its name, so that browsers may
// keep it for ever; other files keep their names.
func (l *Layouts) static(name string, data []byte, o Options) diag.List {
	ext := path.Ext(name)
	if format := strings.TrimPrefix(ext, "."); minified[format] && !o.Loose {
		small, err := minify.Bytes(format, data)
		if err != nil {
			return diag.List{diag.Errorf(staticDir+name, 0, "%v", err)}
		}
		data = small
	}
	l.texts[name] = string(data)
	out, hashed := name, ext == ".css" || ext == ".js"
	if hashed {
		out = fmt.Sprintf("%s.%.5x%s", strings.TrimSuffix(name, ext), sha256.Sum256(data), ext)
	}
	l.assets[name] = o.Base.Path + out
	l.outputs = append(l.outputs, public.File{Path: out, Render: func() ([]byte, diag.List) { return data, nil }, Immutable: hashed, Offline: true})
	return nil
}
