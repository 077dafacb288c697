package build

import (
	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/memo"
	"rygghandboka/internal/source"
)

// A cache keeps what was computed from files, and the problems found, from one build
// to the next. Each kind of value has a type of key of its own.
type cache struct {
	memo.Table[any, any]
}

// A cached value and the problems that were found when it was computed.
type cached[T any] struct {
	value    T
	problems diag.List
}

// get returns the value for a key, and computes it if there is none.
func get[T any](c *cache, key any, compute func() (T, diag.List)) (T, diag.List) {
	v := c.Get(key, func() any {
		value, problems := compute()
		return cached[T]{value, problems}
	}).(cached[T])
	return v.value, v.problems
}

// A fileKey is for what depends on one file alone. A missing file has no sum.
type fileKey struct {
	path string
	sum  source.Sum
}

// parseFile returns what a file is parsed to, and its problems.
func parseFile[T any](c *cache, f source.File, parse parser[T]) (T, diag.List) {
	return get(c, fileKey{f.Path, f.Sum}, func() (T, diag.List) { return parse(f) })
}
