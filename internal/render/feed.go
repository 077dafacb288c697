package render

import (
	"cmp"
	"encoding/xml"
	"path"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/public"
	"rygghandboka/internal/site"
)

// The shape of a feed, as RFC 4287 (Atom) has it.
type (
	atomFeed struct {
		XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
		Lang    string      `xml:"xml:lang,attr"`
		ID      string      `xml:"id"`
		Title   string      `xml:"title"`
		Updated string      `xml:"updated"`
		Author  string      `xml:"author>name"`
		Links   []atomLink  `xml:"link"`
		Entries []atomEntry `xml:"entry"`
	}
	atomEntry struct {
		ID      string     `xml:"id"`
		Title   string     `xml:"title"`
		Updated string     `xml:"updated"`
		Links   []atomLink `xml:"link"`
	}
	atomLink struct {
		Rel   string `xml:"rel,attr"`
		Type  string `xml:"type,attr,omitempty"`
		Title string `xml:"title,attr,omitempty"`
		Href  string `xml:"href,attr"`
	}
)

// feedName is the last part of a feed's address, below the list of changes.
const feedName = "feed.xml"

// feed is the changes that e lists, for feed readers: each change with the pages that it
// is about. An entry keeps its id for as long as the site keeps its host and path, and
// the list its older entries.
func (p *printer) feed(e *site.Entry) public.File {
	return public.File{Path: path.Join(path.Dir(e.Out), feedName), Render: func() ([]byte, diag.List) {
		title, _ := p.site.Words.Word(e.Lang, "site")
		home := p.site.Base + string(e.Lang) + "/"
		f := atomFeed{
			Lang: e.Language.Tag.String(), ID: p.origin + e.URL, Title: title + ": " + e.Title.Text,
			Author: cmp.Or(p.trust[e.Lang].publisher, title),
			Links: []atomLink{
				{Rel: "self", Type: "application/atom+xml", Href: p.origin + e.URL + feedName},
				{Rel: "alternate", Type: "text/html", Href: p.origin + e.URL},
				{Rel: "license", Href: license},
			},
		}
		for _, c := range e.Whole().History {
			day := c.Date.String()
			entry := atomEntry{
				ID:    "tag:" + p.Base.Hostname() + "," + day + ":" + home + c.ID,
				Title: c.What, Updated: day + "T00:00:00Z",
				Links: []atomLink{{Rel: "alternate", Type: "text/html", Href: p.origin + p.address(e.URL+"#"+c.ID)}},
			}
			for _, to := range c.Pages {
				entry.Links = append(entry.Links, atomLink{Rel: "related", Type: "text/html", Title: to.Title, Href: p.origin + to.URL})
			}
			f.Updated = max(f.Updated, entry.Updated)
			f.Entries = append(f.Entries, entry)
		}
		data, err := xml.MarshalIndent(f, "", " ")
		if err != nil {
			return nil, diag.List{diag.Errorf(e.Path, 0, "%v", err)}
		}
		return append([]byte(xml.Header), append(data, '\n')...), nil
	}}
}

// A changeDay is the changes of one day, as changes.html shows them.
type changeDay struct {
	Date    string // 2026-11-23
	Day     string // written out
	Changes []site.Change
}

// changeDays returns the list of changes of a page, a day at a time.
func (p *printer) changeDays(e *site.Entry) (days []changeDay) {
	for _, c := range e.History {
		if n := len(days); n == 0 || days[n-1].Date != c.Date.String() {
			days = append(days, changeDay{Date: c.Date.String(), Day: p.day(e, c.Date)})
		}
		last := &days[len(days)-1]
		last.Changes = append(last.Changes, c)
	}
	return days
}
