package par

import (
	"slices"
	"testing"
)

func TestEach(t *testing.T) {
	for _, n := range []int{0, 1, 1000} {
		calls := make([]int, n)
		Each(n, func(i int) { calls[i]++ })
		if slices.ContainsFunc(calls, func(c int) bool { return c != 1 }) {
			t.Errorf("n = %d: not every number was given exactly once", n)
		}
	}
}

func TestPanicIsOneOfEach(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("a panic was lost")
		}
	}()
	Each(10, func(i int) {
		if i == 5 {
			panic("five")
		}
	})
}
