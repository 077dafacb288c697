// Package par runs independent work on all processors.
package par

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// Each calls f once for each number from 0 up to n, on as many goroutines as
// there are processors, and returns when all calls have. A panic in f ends the
// program, as it would in a plain loop.
func Each(n int, f func(i int)) {
	var next atomic.Int64
	var wg sync.WaitGroup
	for range min(n, runtime.GOMAXPROCS(0)) {
		wg.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				f(i)
			}
		})
	}
	wg.Wait()
}
