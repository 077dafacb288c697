// Package memo remembers the results of pure functions from one build to the
// next.
package memo

import "sync"

// A Table remembers values by key. A value that was not used between two calls
// of Sweep is dropped. The zero Table is ready to use, by several goroutines
// at once.
type Table[K comparable, V any] struct {
	mu        sync.Mutex
	last, now map[K]V
}

// Get returns the value for key, and calls f only if the table has none.
// f must depend on nothing but what key is made of, and what it returns must
// never be changed.
func (t *Table[K, V]) Get(key K, f func() V) V {
	t.mu.Lock()
	v, ok := t.now[key]
	if !ok {
		v, ok = t.last[key]
	}
	t.mu.Unlock()
	if !ok {
		v = f()
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.now == nil {
		t.now = make(map[K]V, len(t.last))
	}
	t.now[key] = v
	return v
}

// Sweep drops the values not used since the last Sweep.
func (t *Table[K, V]) Sweep() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.last, t.now = t.now, nil
}
