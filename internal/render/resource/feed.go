package resource

import (
	"cmp"
	"encoding/xml"
	"path"

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

// feedLength is how many changes a feed has: a reader fetches all of it, again and again.
const feedLength = 100

// FeedName is the last part of a feed's address, below the list of changes.
const FeedName = "feed.xml"

// Feed is the newest changes that e lists, for feed readers: each change with the pages that it
// is about. An entry keeps its id for as long as the site keeps its host and path, and
// the list its older entries. address returns the address of a place in the list, which
// may have moved to another page of it.
func Feed(in Input, e *site.Entry, address func(url string) string) public.File {
	out := path.Join(path.Dir(e.Out), FeedName)
	return public.File{Path: out, Render: rendered(e.Path, func() ([]byte, error) {
		f := newFeed(in, e)
		list := changesOf(e)
		for _, c := range list[:min(feedLength, len(list))] {
			entry := feedEntry(in, e, c, address)
			f.Updated = max(f.Updated, entry.Updated)
			f.Entries = append(f.Entries, entry)
		}
		data, err := xml.MarshalIndent(f, "", " ")
		if err != nil {
			return nil, err
		}
		return append([]byte(xml.Header), append(data, '\n')...), nil
	})}
}

// newFeed returns a feed without entries.
func newFeed(in Input, e *site.Entry) atomFeed {
	title := word(in.Site, e.Lang, "site")
	url := public.Origin(in.Base) + e.URL
	return atomFeed{
		Lang:   e.Language.Tag.String(),
		ID:     url,
		Title:  title + ": " + e.Title.Text,
		Author: cmp.Or(Publisher(in.Site, e.Lang), title),
		Links: []atomLink{
			{Rel: "self", Type: "application/atom+xml", Href: url + FeedName},
			{Rel: "alternate", Type: "text/html", Href: url},
			{Rel: "license", Href: License},
		},
	}
}

// feedEntry returns a change as an entry.
func feedEntry(in Input, e *site.Entry, c site.Change, address func(url string) string) atomEntry {
	origin := public.Origin(in.Base)
	home := in.Site.Base + string(e.Lang) + "/"
	day := c.Date.String()
	place := origin + address(e.URL+"#"+c.ID)
	entry := atomEntry{
		ID:      "tag:" + in.Base.Hostname() + "," + day + ":" + home + c.ID,
		Title:   c.What,
		Updated: day + "T00:00:00Z",
		Links:   []atomLink{{Rel: "alternate", Type: "text/html", Href: place}},
	}
	for _, to := range c.Pages {
		entry.Links = append(entry.Links, atomLink{
			Rel:   "related",
			Type:  "text/html",
			Title: to.Title,
			Href:  origin + to.URL,
		})
	}
	return entry
}

// changesOf returns the whole list of which e has a part.
func changesOf(e *site.Entry) []site.Change {
	list, ok := e.Whole().Detail.(*site.Changes)
	if !ok {
		return nil
	}
	return list.Changes
}
