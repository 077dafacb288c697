package rule

import (
	"net/url"
	"slices"
	"testing"
	"time"

	"rygghandboka/internal/base/strict"
	"rygghandboka/internal/data/i18n"
	"rygghandboka/internal/data/publisher"
	"rygghandboka/internal/site"
)

// security.txt is valid for at most a year, and the author is warned a month before it
// expires.
func TestSecurityExpires(t *testing.T) {
	today := time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)
	for day, want := range map[string]string{
		"2026-02-28": "error",
		"2026-03-01": "error",
		"2026-03-02": "warning",
		"2026-03-31": "warning",
		"2026-04-01": "",
		"2027-03-01": "",
		"2027-03-02": "error",
	} {
		expires, err := time.Parse(time.DateOnly, day)
		if err != nil {
			t.Fatal(err)
		}
		p := &publisher.Publisher{
			Report:   strict.Text{Text: "mailto:a@b.example"},
			Security: strict.Text{Text: "mailto:a@b.example"},
			Expires:  strict.Date{Time: expires},
		}
		probs := publishers(subject("https://rygg.example/", p, today))
		got := ""
		if len(probs) == 1 {
			got = string(probs[0].Severity)
		}
		if len(probs) > 1 || got != want {
			t.Errorf("%s: %v", day, probs)
		}
	}
}

// Only a site at a real address needs real contacts.
func TestRealAddress(t *testing.T) {
	today := time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)
	with := func(report, security string) *publisher.Publisher {
		return &publisher.Publisher{
			Report:   strict.Text{Text: report, Offset: 1},
			Security: strict.Text{Text: security, Offset: 2},
			Expires:  strict.Date{Time: today.AddDate(0, 6, 0)},
		}
	}
	const none, some = "mailto:a@b.example", "https://b.no/errors"
	for _, c := range []struct {
		base string
		p    *publisher.Publisher
		at   []int // the offsets of errors
	}{
		{"https://rygg.no/", with(some, some), nil},
		{"https://rygg.no/", with(none, some), []int{1}},
		{"https://rygg.no:8443/x/", with(none, "https://x.example/"), []int{1, 2}},
		{"https://rygg.no/", nil, []int{0}},
		{"https://rygg.example/", with(none, none), nil},
		{"http://localhost:1313/", with(none, none), nil},
		{"http://a.localhost/", with(none, none), nil},
		{"http://127.0.0.1:1313/", with(none, none), nil},
		{"http://[::1]:1313/", with(none, none), nil},
		{"http://[::1]:1313/", nil, nil},
	} {
		var at []int
		for _, p := range publishers(subject(c.base, c.p, today)) {
			at = append(at, p.Offset)
		}
		if !slices.Equal(at, c.at) {
			t.Errorf("%s: errors at %v, want %v", c.base, at, c.at)
		}
	}
}

// subject returns a site without languages.
func subject(base string, p *publisher.Publisher, today time.Time) Subject {
	u, err := url.Parse(base)
	if err != nil {
		panic(err)
	}
	return Subject{
		Site:  &site.Site{Publisher: p, Words: &i18n.Table{}},
		Text:  func(string) []byte { return nil },
		Base:  u,
		Today: today,
	}
}
