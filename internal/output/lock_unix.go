//go:build unix

package output

import (
	"fmt"
	"os"

	"golang.org/x/sys/unix"
)

// lock keeps other builds away from dir until unlock is called, or the program
// ends. The lock file stays, since a lock on a file that another build has
// removed would keep nobody away.
func lock(dir string) (unlock func(), err error) {
	f, err := os.OpenFile(lockOf(dir), os.O_CREATE|os.O_RDWR, 0o644)
	if err != nil {
		return nil, err
	}
	if err := unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB); err != nil {
		f.Close()
		return nil, fmt.Errorf("another build is writing to %s: wait until it is done", dir)
	}
	return func() { f.Close() }, nil
}
