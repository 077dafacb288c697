package review

import (
	"slices"
	"time"
)

// A State is a review, compared with what the page shows now.
type State struct {
	*Review
	Changed []Part // since the review, in the order of the page; those that are gone last
	Due     bool   // it ends soon, or has ended
	Overdue bool   // it has ended
}

// Notice is how long before its end a review is due.
const Notice = 60 * 24 * time.Hour

// Compare compares a review with what the page shows today.
func Compare(r *Review, now []Part, today time.Time) *State {
	before := byID(r.Parts)
	s := &State{Review: r, Due: !today.Before(r.Until.Add(-Notice)), Overdue: today.After(r.Until)}
	for _, p := range now {
		was, known := before[p.ID]
		if !known || was.Sum != p.Sum {
			p.Critical = p.Critical || was.Critical
			s.Changed = append(s.Changed, p)
		}
	}
	there := byID(now)
	for _, p := range r.Parts {
		if _, still := there[p.ID]; !still {
			s.Changed = append(s.Changed, p)
		}
	}
	return s
}

func byID(parts []Part) map[string]Part {
	m := map[string]Part{}
	for _, p := range parts {
		m[p.ID] = p
	}
	return m
}

// Suspended reports whether something critical has changed, so that nothing may claim the
// review.
func (s *State) Suspended() bool {
	return slices.ContainsFunc(s.Changed, func(p Part) bool { return p.Critical })
}

// Names returns what has changed, as readers know it. Several works are one name.
func (s *State) Names() (names []string) {
	for _, p := range s.Changed {
		if !slices.Contains(names, p.Name) {
			names = append(names, p.Name)
		}
	}
	return names
}

// A Status is the state of a page in one language in a word.
type Status string

const (
	Never     Status = "never"     // nobody has reviewed it
	Valid     Status = "valid"     // it is as it was reviewed
	Changed   Status = "changed"   // something that is not critical has changed
	Suspended Status = "suspended" // something critical has changed
	Due       Status = "due"       // the review ends soon
	Overdue   Status = "overdue"   // it has ended
)

// Status returns the worst that can be said of a review; of none, that there has been none.
func (s *State) Status() Status {
	switch {
	case s == nil:
		return Never
	case s.Suspended():
		return Suspended
	case s.Overdue:
		return Overdue
	case len(s.Changed) > 0:
		return Changed
	case s.Due:
		return Due
	}
	return Valid
}
