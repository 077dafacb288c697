//go:build !linux

package output

import "errors"

// swap is only on Linux.
func swap(a, b string) error { return errors.ErrUnsupported }
