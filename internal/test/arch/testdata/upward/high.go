// Package upward has an arrow that runs upward.
//
//	low.go   below
//	high.go  above
package upward

// High is declared above.
type High struct{ low Low }
