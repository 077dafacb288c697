package link

import (
	"slices"
	"strings"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/page"
	"rygghandboka/internal/site"
	"rygghandboka/internal/text/markdown"
)

// embed returns the box that a ![[name]], or a ![[name#id]] for one section,
// below a heading of the given level refers to.
func (f *filler) embed(owner *site.Entry, r *markdown.Ref, level int, chain []*site.Entry) *site.Embed {
	name, id, part := strings.Cut(r.Key, "#")
	to := f.find(owner, r, name)
	if to == nil || to.Unidentified {
		return nil
	}
	refuse := func(format string, args ...any) *site.Embed {
		f.problem(diag.Errorf(owner.Path, r.Offset, format, args...).Hintf("link to it instead: [[%s]]", r.Key))
		return nil
	}
	chain = append(slices.Clone(chain), owner)
	embedding := to.Kind.Traits().Embedding
	switch {
	case slices.Contains(chain, to):
		return refuse("this page would embed itself: %s", keyChain(append(chain, to)))
	case embedding == page.NotEmbedded:
		return refuse("%s is of kind %s, and only a factbox or a figure can be embedded", to.Path, to.Kind)
	case embedding == page.EmbeddedWhole && part:
		return refuse("%s is a %s, and can only be embedded as a whole", to.Path, to.Kind)
	}
	e := &site.Embed{
		Stub:    to.Stub(),
		ID:      "box-" + to.Name(),
		Level:   min(level+1, 6),
		Body:    to.Body,
		Diagram: to.Diagram(),
	}
	above := 1
	if part {
		heading, body := f.part(owner, r, to, id)
		if heading == nil {
			return nil
		}
		e.Title, e.URL, e.ID, e.Body = heading.Text, e.URL+"#"+id, e.ID+"-"+id, body
		above = heading.Level
	}
	e.Shift = e.Level - above
	if !f.claim(e) {
		return refuse("%s is embedded a second time in %s", r.Key, f.host.Path)
	}
	if owner == f.host {
		f.referred = append(f.referred, to)
	}
	e.Targets = f.targets(to, e.Body, nesting{above, e.Shift, e.ID + "-", part, chain})
	return e
}

// part returns the section of a box that an author has embedded, and its heading; nil if the
// box has none with this id.
func (f *filler) part(
	owner *site.Entry, r *markdown.Ref, to *site.Entry, id string,
) (*markdown.Heading, []markdown.Piece) {
	if diag.IsUnwritten(id) {
		f.problem(diag.UnwrittenAt(owner.Path, r.Offset, "the part of the box", id))
		return nil, nil
	}
	heading, body := section(to, id)
	if heading == nil {
		f.problem(diag.Errorf(owner.Path, r.Offset, "%s has no heading with the id %q", to.Path, id).
			Hintf("%s", diag.SuggestOr(id, to.HeadingIDs())))
	}
	return heading, body
}

// keyChain writes pages that embed each other.
func keyChain(chain []*site.Entry) string {
	var keys []string
	for _, e := range chain {
		keys = append(keys, e.Key)
	}
	return strings.Join(keys, " embeds ")
}

// targets returns what fills the holes of a body, which is owner's or a part of
// it.
func (f *filler) targets(owner *site.Entry, body []markdown.Piece, at nesting) []site.Target {
	targets := make([]site.Target, 0, len(body))
	var term site.Target
	alarmed := false // inside an alert that says how soon to get help
	level := max(1, at.level)
	for _, piece := range body {
		if piece.Ref == nil {
			continue
		}
		var t site.Target
		switch r := piece.Ref; r.Kind {
		case markdown.Citation:
			t.Cites = f.cite(owner, r)
		case markdown.Embed:
			t.Embed = f.embed(owner, r, level+at.shift, at.chain)
		case markdown.HeadingStart:
			level = r.Level
			t.URL = at.prefix + r.Key
		case markdown.ID:
			t.URL = at.prefix + r.Key
		case markdown.LinkURL:
			t.URL = f.link(owner, r, at)
		case markdown.LinkTitle:
			t.Text = f.title(owner, r)
		case markdown.TermStart:
			term = site.Target{}
			if !alarmed {
				term = f.term(owner, r.Key)
			}
			t = term
		case markdown.TermEnd:
			t = term
		case markdown.AlertTitle:
			alarmed = markdown.IsAlarm(r.Key)
			t.Text = f.word(owner, r)
		case markdown.AlertEnd:
			alarmed = false
		}
		targets = append(targets, t)
	}
	return targets
}
