package rule

import (
	"maps"
	"slices"
	"time"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/data/publisher"
	"rygghandboka/internal/text/lang"
)

// notice is how many days before security.txt expires the author is warned.
const notice = 30

// publishers: the site names who is responsible for what readers see. So a site at a real
// address has a publisher with a name in each language and contacts that exist, and its
// security.txt is valid, for at most a year at a time (RFC 9116, 2.5.5).
func publishers(s Subject) diag.List {
	host := s.Base.Hostname()
	public := !publisher.Placeholder(host)
	if s.Publisher != nil {
		return slices.Concat(publisherNames(s), contacts(s.Publisher, host, public), expiry(s))
	}
	// If the file cannot be read, that is the problem, and it is reported elsewhere.
	if public && len(s.Text(publisher.Path)) == 0 {
		return diag.List{diag.Errorf(publisher.Path, 0, "nobody is responsible for the site at %s", host).
			Hintf("write this file: name, report, security and expires")}
	}
	return nil
}

// publisherNames checks that the publisher has a name in each language, and in no other.
func publisherNames(s Subject) (probs diag.List) {
	names := s.Publisher.Name
	for _, l := range s.Languages {
		if names[string(l.Lang)].Text == "" {
			probs = append(probs, diag.Errorf(publisher.Path, 0, "the publisher has no name in %q", l.Lang).
				Hintf("give it under name"))
		}
	}
	for _, in := range slices.Sorted(maps.Keys(names)) {
		if _, known := s.Words.Language(lang.Lang(in)); !known {
			probs = append(probs, diag.Errorf(publisher.Path, names[in].Offset,
				"the publisher has a name in %q, which is no language here", in))
		}
	}
	return probs
}

// contacts checks that the contacts of a public site are no placeholders.
func contacts(p *publisher.Publisher, host string, public bool) (probs diag.List) {
	if !public {
		return nil
	}
	for _, c := range p.Contacts() {
		if publisher.Placeholder(publisher.Host(c.Text)) {
			probs = append(probs, diag.Errorf(publisher.Path, c.Offset,
				"%s is no real address, and the site is published at %s", c.Text, host).
				Hintf("write real contacts before you publish"))
		}
	}
	return probs
}

// expiry checks the day on which security.txt expires.
func expiry(s Subject) diag.List {
	const renew = "check that the contact still answers, and set a later day"
	expires, year := s.Publisher.Expires, s.Today.AddDate(1, 0, 0)
	switch {
	case expires.IsZero():
		return nil
	case !expires.After(s.Today):
		return diag.List{diag.Errorf(publisher.Path, expires.Offset, "security.txt expired on %s", expires).
			Hintf(renew)}
	case expires.After(year):
		return diag.List{diag.Errorf(publisher.Path, expires.Offset,
			"security.txt would be valid for more than a year").
			Hintf("set a day before %s", year.Format(time.DateOnly))}
	case !expires.After(s.Today.AddDate(0, 0, notice)):
		return diag.List{diag.Warnf(publisher.Path, expires.Offset, "security.txt expires on %s", expires).
			Hintf(renew)}
	}
	return nil
}
