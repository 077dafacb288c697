package layout

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"path"
	"strings"
	"sync"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/minify"
	"rygghandboka/internal/base/public"
)

// static is the static files. The keys are their names: css/site.css.
type static struct {
	addresses map[string]string
	texts     map[string]string     // minified
	weights   map[string]func() int // of the style sheets, by address
	files     []public.File
}

// minified are the formats, by file ending, of static files that are minified.
var minified = map[string]bool{"css": true, "js": true, "svg": true, "xml": true}

// parseStatic reads the static files.
func parseStatic(files map[string][]byte, o Options) (*static, diag.List) {
	s := &static{addresses: map[string]string{}, texts: map[string]string{}, weights: map[string]func() int{}}
	var probs diag.List
	files = joinScripts(files)
	for _, name := range byImports(files) {
		data, more := replaceImports(name, files[name], s.addresses)
		probs = append(probs, more...)
		if err := s.add(name, data, o); err != nil {
			probs = append(probs, diag.Errorf(StaticDir+name, 0, "%v", err))
		}
	}
	return s, probs
}

// add adds a static file, minified where that is possible. The name of a style sheet
// or a script gets a part of its SHA-256, so that browsers may
// cache it for ever; other files keep their names.
func (s *static) add(name string, data []byte, o Options) error {
	ext := path.Ext(name)
	format := strings.TrimPrefix(ext, ".")
	if minified[format] && !o.Loose {
		small, err := minify.Bytes(format, data)
		if err != nil {
			return err
		}
		data = small
	}
	out, hashed := name, ext == ".css" || ext == ".js"
	if hashed {
		out = fmt.Sprintf("%s.%.5x%s", strings.TrimSuffix(name, ext), sha256.Sum256(data), ext)
	}
	address := o.Base.Path + out
	s.addresses[name] = address
	s.texts[name] = string(data)
	s.files = append(s.files, public.File{
		Path:      out,
		Render:    public.Bytes(data),
		Immutable: hashed,
		Offline:   true,
	})
	if ext == ".css" {
		s.weights[address] = sync.OnceValue(func() int { return MinifiedWeight(format, data, o.Loose) })
	}
	return nil
}

// MinifiedWeight returns the weight of a file once it is minified. A loose file is minified for
// that, so that a site is divided alike whether or not it is loose.
func MinifiedWeight(format string, data []byte, loose bool) int {
	if loose {
		if small, err := minify.Bytes(format, data); err == nil { // the build that minifies reports it
			data = small
		}
	}
	return public.Weight(data)
}

// Integrity returns the hash by which a browser recognizes a file. In a preview it is "": a
// style sheet that is edited would be refused.
func Integrity(data []byte, preview bool) string {
	if preview {
		return ""
	}
	sum := sha256.Sum256(data)
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}
