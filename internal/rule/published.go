package rule

import (
	"strings"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/site"
)

// PublishedPath is the file of the addresses that have been published, one a line.
// `build publish` writes it.
const PublishedPath = "content/shared/published.txt"

// published: an address that has been published is on handouts and on other people's pages,
// so it leads somewhere for ever.
func published(s Subject) (probs diag.List) {
	alive := map[string]bool{}
	for _, address := range Addresses(s.Site) {
		alive[address] = true
	}
	for _, r := range s.Redirects {
		alive[strings.TrimSuffix(r.Out, "index.html")] = true
	}
	offset := 0
	for line := range strings.Lines(string(s.Text(PublishedPath))) {
		if address := strings.TrimSpace(line); address != "" && !alive[address] {
			probs = append(probs, diag.Errorf(PublishedPath, offset,
				"%s has been published, and leads nowhere now", address).
				Hintf("give the page that replaces it aliases: [%s]", address))
		}
		offset += len(line)
	}
	return probs
}

// Addresses returns the addresses of all pages, without the base of the site.
func Addresses(s *site.Site) (list []string) {
	for _, e := range s.Entries {
		list = append(list, strings.TrimSuffix(e.Out, "index.html"))
	}
	return list
}
