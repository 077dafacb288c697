// Package publisher reads content/shared/publisher.yaml: who publishes the handbook, and the
// contacts for readers who report an error and for who finds a security hole.
//
//	name: {no: "Rygghåndboka, et åpent prosjekt", en: "The Back Handbook, an open project"}
//	report: mailto:errors@rygghandboka.example
//	security: mailto:security@rygghandboka.example
//	expires: 2027-11-01
//	source: https://code.rygghandboka.example/   # may be left out
//	review-grace: 30                             # may be left out
//
// A contact is a mail address (mailto:) or a page (https:). Names that RFC 2606 and
// RFC 6761 reserve, such as rygghandboka.example, are placeholders for addresses that do not
// exist yet: see Placeholder.
package publisher

import (
	"net/url"
	"regexp"
	"slices"
	"strings"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/strict"
	"rygghandboka/internal/source"
)

// Path is the file of the publisher in the input tree.
const Path = "content/shared/publisher.yaml"

// A Publisher is responsible for the handbook.
type Publisher struct {
	Name map[string]strict.Text `yaml:"name" role:"name" doc:"by language"`

	Report   strict.Text `yaml:"report" role:"data" doc:"the contact for errors: mailto: or https:"`
	Security strict.Text `yaml:"security" role:"data" doc:"the contact for security holes: mailto: or https:"`
	Expires  strict.Date `yaml:"expires" role:"data" doc:"the day security.txt expires, within a year"`
	Source   strict.Text `yaml:"source,optional" role:"data" doc:"the address of the text and the program: https:"`

	ReviewGrace int `yaml:"review-grace,optional" role:"data" doc:"days after the end of a review until a build stops"`
}

// ReviewGrace is how many days after the end of a review a build stops, if the file does not
// say it.
const ReviewGrace = 30

// MostGrace is how many days it may be at most: a page that has been overdue for longer shows
// what nobody answers for.
const MostGrace = 365

// Parse reads the publisher. It is nil if there is no file, or none that can be read.
func Parse(f source.File) (*Publisher, diag.List) {
	if len(f.Data) == 0 {
		return nil, nil
	}
	doc, probs := strict.Parse(f.Path, string(f.Data), 0)
	if doc == nil {
		return nil, probs
	}
	p := &Publisher{ReviewGrace: ReviewGrace}
	probs = doc.Decode(p)
	for _, c := range p.Contacts() {
		if c.Text != "" && Host(c.Text) == "" {
			probs = append(probs, diag.Errorf(f.Path, c.Offset, "%q is not the address of a contact", c.Text).
				Hintf("write mailto:name@host, or the https address of a page"))
		}
	}
	if s := p.Source; s.Text != "" && (Host(s.Text) == "" || IsMail(s.Text)) {
		probs = append(probs, diag.Errorf(f.Path, s.Offset, "%q is not the address of a page", s.Text).
			Hintf("it starts with https://"))
	}
	return p, append(probs, p.grace(f.Path, doc.Keys()["review-grace"])...)
}

// grace refuses a number of days that is none, or too many.
func (p *Publisher) grace(file string, offset int) diag.List {
	switch days := p.ReviewGrace; {
	case days < 0:
		return diag.List{diag.Errorf(file, offset, "review-grace is %d days", days).
			Hintf("write review-grace: 0 to stop a build on the day after a review has ended")}
	case days > MostGrace:
		return diag.List{diag.Errorf(file, offset, "review-grace is %d days, and may be %d", days, MostGrace).
			Hintf("have the pages reviewed again: go run ./cmd/build reviews lists them")}
	}
	return nil
}

// Schema returns the JSON Schema of the file.
func Schema() strict.Schema { return strict.SchemaOf(&Publisher{}) }

// Contacts returns the addresses at which somebody must be reached.
func (p *Publisher) Contacts() []strict.Text { return []strict.Text{p.Report, p.Security} }

// IsMail reports whether a contact is a mail address.
func IsMail(contact string) bool { return strings.HasPrefix(contact, "mailto:") }

// mailForm matches a plain mail address: the rest of RFC 5321 is hardly used.
var mailForm = regexp.MustCompile(`^mailto:[A-Za-z0-9._+-]+@((?:[a-z0-9-]+\.)+[a-z0-9-]+)$`)

// Host returns the host of a contact, or "" if it is no contact.
func Host(contact string) string {
	if m := mailForm.FindStringSubmatch(contact); m != nil {
		return m[1]
	}
	u, err := url.Parse(contact)
	if err != nil || u.Scheme != "https" || u.User != nil || strings.ContainsFunc(contact, isUnsafe) {
		return ""
	}
	return u.Hostname()
}

// isUnsafe reports whether a character is not one of an address, and would end a line of
// security.txt or break it.
func isUnsafe(r rune) bool { return r <= ' ' || r > '~' }

// Placeholder reports whether nobody can be reached at a host: it is this machine, or a
// name reserved for examples and tests.
func Placeholder(host string) bool {
	host = strings.ToLower(strings.TrimSuffix(host, "."))
	if slices.Contains([]string{"127.0.0.1", "::1", "example.com", "example.net", "example.org"}, host) {
		return true
	}
	top := host[strings.LastIndexByte(host, '.')+1:]
	return slices.Contains([]string{"example", "invalid", "localhost", "test"}, top)
}
