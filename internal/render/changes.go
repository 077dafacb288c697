package render

import "rygghandboka/internal/site"

// A changesDetail is what changes.html shows beyond the text.
type changesDetail struct{ Days []changeDay }

// A changeDay is the changes of one day.
type changeDay struct {
	Date    string // 2026-11-23
	Day     string // written out
	Changes []site.Change
}

func (s *shared) changesDetail(e *site.Entry, list *site.Changes) *changesDetail {
	var days []changeDay
	for _, c := range list.Changes {
		if n := len(days); n == 0 || days[n-1].Date != c.Date.String() {
			days = append(days, changeDay{Date: c.Date.String(), Day: s.day(e, c.Date)})
		}
		last := &days[len(days)-1]
		last.Changes = append(last.Changes, c)
	}
	return &changesDetail{Days: days}
}
