package socialcard

import (
	"encoding/binary"
	"image/color"
	"sync"
)

// An Icon is the site's icon as a PNG, for what does not take static/icon.svg.
type Icon struct {
	Name    string
	Size    int    // in pixels, each side
	Purpose string // in the web manifest: any or maskable; "" if it is not in it
}

// Icons are all icons.
//
// A maskable one may be cropped to any shape around its middle, so it fills its square, and
// the mark stays inside the circle of four fifths of its width that is always left. The
// one for Apple's home screens is cropped too, and turns black where it is transparent.
var Icons = [...]Icon{
	{"icon-192.png", 192, "any"},
	{"icon-512.png", 512, "any"},
	{"icon-maskable-512.png", 512, "maskable"},
	{"apple-touch-icon.png", 180, ""},
}

// File returns the icon as a file. Icons depend on nothing, so they are drawn once while
// the program runs.
func (i Icon) File() ([]byte, error) {
	files, err := icons()
	return files[i], err
}

var icons = sync.OnceValues(func() (map[Icon][]byte, error) {
	files := map[Icon][]byte{}
	for _, i := range Icons {
		data, err := i.draw().png()
		if err != nil {
			return nil, err
		}
		files[i] = data
	}
	return files, nil
})

// FaviconName is the file that browsers ask for at the top of a host, whatever a page names.
const FaviconName = "favicon.ico"

// Favicon returns that file: an ICO with one picture, which is a PNG.
func Favicon() ([]byte, error) {
	const side, head = 48, 6 + 16
	png, err := Icon{Size: side}.draw().png()
	b := []byte{0, 0, 1, 0, 1, 0, side, side, 0, 0, 1, 0, 32, 0}
	b = binary.LittleEndian.AppendUint32(b, uint32(len(png)))
	b = binary.LittleEndian.AppendUint32(b, head)
	return append(b, png...), err
}

func (i Icon) draw() *canvas {
	const grid = 24 // the units of static/icon.svg, each side
	side, unit, at := i.Size*64, i.Size*64/grid, 0
	c := newCanvas(i.Size, i.Size, badge)
	switch i.Purpose {
	case "any":
		c = newCanvas(i.Size, i.Size, color.RGBA{})
		c.fill(round(0, 0, side, side, unit*55/10), newInk(badge))
	case "maskable":
		at, unit = side/10, unit*8/10
	}
	icon.paint(c, newInk(white), at, at, unit)
	return c
}
