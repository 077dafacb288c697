package host

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"strings"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/minify"
	"rygghandboka/internal/base/public"
	"rygghandboka/internal/text/lang"
)

//go:embed worker.js
var workerText string

// worker returns the service worker of a language.
func (s *survey) worker(l lang.Lang) ([]byte, diag.List) {
	path := public.WorkerPath(l)
	files := [][]string{}
	for _, f := range s.examined() {
		if !f.Offline || f.Lang != "" && f.Lang != l {
			continue
		}
		address := s.Base.Path + strings.TrimSuffix(f.Path, "index.html")
		files = append(files, []string{address, fmt.Sprintf("%.8x", f.findings.sum)})
	}
	list, err := json.Marshal(files)
	if err != nil {
		return nil, diag.List{diag.Errorf(path, 0, "%v", err)}
	}
	constants := fmt.Sprintf("const EDITION = %q, OFFLINE = %q, FILES = %s;\n",
		s.Base.Path+string(l)+" edition ", s.Base.Path+public.OfflinePath(l), list)
	data, err := minify.Bytes("js", []byte(constants+workerText))
	if err != nil {
		return nil, diag.List{diag.Errorf(path, 0, "%v", err)}
	}
	return data, nil
}
