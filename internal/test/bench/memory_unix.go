//go:build unix

package main

import (
	"os"
	"runtime"
	"syscall"
)

// peakMemory returns the peak resident set of a process that has ended, in bytes.
func peakMemory(ended *os.ProcessState) int64 {
	usage := ended.SysUsage().(*syscall.Rusage)
	if runtime.GOOS == "darwin" {
		return int64(usage.Maxrss)
	}
	return int64(usage.Maxrss) << 10 // counted in KiB
}
