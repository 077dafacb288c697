package translation

import "maps"

// Confirm returns a lock in which proposals are confirmed to have the same meaning in all
// their languages, or to be right, or to be gone on purpose. Each of their lines says who
// has looked at them, and when, unless the stamp is empty.
func (l *Lock) Confirm(accepted []Proposal, by Stamp) *Lock {
	next := &Lock{maps.Clone(l.entries)}
	for _, p := range accepted {
		for _, t := range p.Texts {
			if t.Gone {
				delete(next.entries, t.key)
				continue
			}
			now := t.now
			now.stamp = by.String()
			next.entries[t.key] = now
		}
	}
	return next
}
