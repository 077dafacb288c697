package rule

import (
	"maps"
	"slices"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/data/publisher"
	"rygghandboka/internal/text/lang"
)

// notice is how many days before security.txt expires the author is told.
const notice = 30

// publishers: what readers see names somebody who answers. So a site at a real address
// says who publishes it, in each language, with contacts that exist; and its
// security.txt is true, for at most a year at a time (RFC 9116, 2.5.5).
func publishers(s Subject) (probs diag.List) {
	add := func(p diag.Problem) { probs = append(probs, p) }
	host, p := s.Base.Hostname(), s.Publisher
	public := !publisher.Placeholder(host)
	if p == nil {
		// Of a file that cannot be read, that is the problem.
		if public && len(s.Text(publisher.Path)) == 0 {
			add(diag.Errorf(publisher.Path, 0, "nobody answers for the site at %s", host).Hintf("write this file: name, report, security and expires"))
		}
		return probs
	}
	for _, l := range s.Languages {
		if p.Name[string(l.Lang)].Text == "" {
			add(diag.Errorf(publisher.Path, 0, "the publisher has no name in %q", l.Lang).Hintf("give it under name"))
		}
	}
	for _, name := range slices.Sorted(maps.Keys(p.Name)) {
		if _, known := s.Words.Language(lang.Lang(name)); !known {
			add(diag.Errorf(publisher.Path, p.Name[name].Offset, "the publisher has a name in %q, which is no language here", name))
		}
	}
	for _, c := range p.Contacts() {
		if public && publisher.Placeholder(publisher.Host(c.Text)) {
			add(diag.Errorf(publisher.Path, c.Offset, "%s is no real address, and the site is published at %s", c.Text, host).
				Hintf("set who answers before you publish"))
		}
	}
	expires := p.Expires
	switch {
	case expires.IsZero():
	case !expires.After(s.Today):
		add(diag.Errorf(publisher.Path, expires.Offset, "security.txt expired on %s", expires).Hintf("see that the contact still answers, and set a later day"))
	case expires.After(s.Today.AddDate(1, 0, 0)):
		add(diag.Errorf(publisher.Path, expires.Offset, "security.txt would be true for more than a year").Hintf("set a day before %s", s.Today.AddDate(1, 0, 0).Format("2006-01-02")))
	case !expires.After(s.Today.AddDate(0, 0, notice)):
		add(diag.Warnf(publisher.Path, expires.Offset, "security.txt expires on %s", expires).Hintf("see that the contact still answers, and set a later day"))
	}
	return probs
}
