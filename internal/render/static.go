package render

import (
	"crypto/sha256"
	"fmt"
	"path"
	"strings"

	"rygghandboka/internal/diag"
	"rygghandboka/internal/minify"
)

const staticDir = "static/"

// minified are the formats, by file ending, of static files that are minified.
var minified = map[string]bool{"css": true, "js": true, "svg": true, "xml": true}

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
	out := name
	if ext == ".css" || ext == ".js" {
		out = fmt.Sprintf("%s.%.5x%s", strings.TrimSuffix(name, ext), sha256.Sum256(data), ext)
	}
	l.assets[name] = o.Base.Path + out
	l.outputs = append(l.outputs, Output{out, func() ([]byte, diag.List) { return data, nil }})
	return nil
}
