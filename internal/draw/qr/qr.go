// Package qr writes QR codes as one SVG path.
//
// The code has error correction of level M (about 15 % may be lost: a fold, a coffee
// stain) and the quiet zone of four modules on each side that the standard requires
// (ISO/IEC 18004). Its background must be white, also on a dark page: few readers recognise
// a code that is white on black.
//
// This is the only package that imports the QR module.
package qr

import (
	"fmt"

	"rsc.io/qr"
)

// quiet is how many modules stay white on each side.
const quiet = 4

// A Code is a QR code as an SVG path in a square of so many modules, with its quiet
// zone.
type Code struct {
	Path string // to be stroked, 1 wide: runs of black modules, each from the end of the one before
	Size int
}

// Encode returns the code of a text. An error means that the text is too long for a
// code.
func Encode(text string) (Code, error) {
	c, err := qr.Encode(text, qr.M)
	if err != nil {
		return Code{}, fmt.Errorf("QR code of %d bytes: %w", len(text), err)
	}
	path := []byte("M0 .5") // relative from there on: half as long as rectangles, once compressed
	atX, atY := 0, 0
	for y := range c.Size {
		for x := 0; x < c.Size; x++ {
			start := x
			for x < c.Size && c.Black(x, y) {
				x++
			}
			if n := x - start; n > 0 {
				path = fmt.Appendf(path, "m%d %dh%d", start+quiet-atX, y+quiet-atY, n)
				atX, atY = x+quiet, y+quiet
			}
		}
	}
	return Code{string(path), c.Size + 2*quiet}, nil
}
