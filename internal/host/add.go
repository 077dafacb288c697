package host

import (
	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/public"
)

// Add returns the files of a site and those that this package adds to them. Those are
// derived from the others: what has not been rendered when they are is rendered for them.
func Add(site []public.File, o Options) []public.File {
	s := newSurvey(site, o)
	all := make([]public.File, 0, len(site)+len(o.Languages)+4)
	for _, f := range s.files {
		out := f.File
		out.Render = f.render
		all = append(all, out)
	}
	for _, l := range o.Languages {
		render := func() ([]byte, diag.List) { return s.worker(l) }
		all = append(all, public.File{Path: public.WorkerPath(l), Render: render})
	}
	return append(all,
		public.File{Path: "_headers", Render: s.headers},
		public.File{Path: "_host/Caddyfile", Render: s.caddy},
		public.File{Path: "_host/nginx.conf", Render: s.nginx},
		public.File{Path: speculationPath, Render: s.speculation},
	)
}
