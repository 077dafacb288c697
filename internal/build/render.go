package build

import (
	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/public"
	"rygghandboka/internal/host"
	"rygghandboka/internal/render"
	"rygghandboka/internal/render/layout"
	"rygghandboka/internal/site"
	"rygghandboka/internal/text/lang"
)

// rendering returns the options of package render.
func (o Options) rendering() render.Options {
	return render.Options{
		Base:        o.Base,
		Loose:       o.Loose,
		Preview:     o.Preview,
		PDF:         o.PDF,
		SocialCards: o.SocialCards,
	}
}

// layout returns the options of package layout.
func (o Options) layout() layout.Options {
	return layout.Options{Base: o.Base, Loose: o.Loose, Preview: o.Preview}
}

// renderSite returns the files of the site; none if there are errors among the problems.
func renderSite(c compiled, l linked, o Options) ([]public.File, diag.List) {
	outputs, problems := render.Site(l.site, c.layouts, o.rendering())
	switch {
	case problems.Errors() > 0:
		return nil, problems
	case o.Preview:
		return outputs, problems
	}
	return host.Add(outputs, host.Options{
		Base:      o.Base,
		Languages: languagesOf(l.site),
		Weigh:     o.Weigh,
	}), problems
}

// languagesOf returns the languages that have pages.
func languagesOf(s *site.Site) (all []lang.Lang) {
	for _, l := range s.Languages {
		all = append(all, l.Lang)
	}
	return all
}
