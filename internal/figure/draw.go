package figure

import (
	"math"
	"slices"
)

// draw draws each scene, all in one frame: where a body has not moved it is in the
// same place in each panel.
func (f *Figure) draw(l look, scenes []scene) *Drawing {
	c := cameras["side"]
	if f.View != "" {
		c = cameras[string(f.View)]
	}
	panels := make([][]shape, len(scenes))
	var all extent
	for i, sc := range scenes {
		var before []shape
		var shapes []shape
		for _, p := range f.Props {
			if draw := props[p.Kind]; draw != nil {
				b, a := draw(p, sc.skeleton, c)
				shapes, before = append(shapes, b...), append(before, a...)
			}
		}
		shapes = append(shapes, person{sc.skeleton, c, l}.shapes(texts(sc.panel.Tint))...)
		shapes = append(shapes, before...)
		for _, name := range sc.panel.Arrows {
			shapes = append(shapes, arrow(way(c, name.Text, sc.before, sc.skeleton))...)
		}
		panels[i] = shapes
		for _, s := range shapes {
			all.take(s.d.extent)
		}
	}
	ground := f.ground(c, all)
	for _, s := range ground {
		all.take(s.d.extent)
	}
	left, top := math.Floor(all.left)-20, math.Floor(all.top)-20
	d := &Drawing{Look: l.class, Width: int(math.Ceil(all.right-left)) + 20, Height: int(math.Ceil(all.bottom-top)) + 20}
	for i, shapes := range panels {
		d.Panels = append(d.Panels, write(append(append([]shape{}, ground...), shapes...), -left, -top))
		d.Steps = append(d.Steps, scenes[i].panel.Step)
	}
	return d
}

// ground is the mat or the line of the floor, as wide as what stands on it.
func (f *Figure) ground(c camera, all extent) []shape {
	var d path
	mat := slices.ContainsFunc(f.Props, func(p Prop) bool { return p.Kind == "mat" })
	class := "floor"
	if mat {
		class = "mat"
	}
	if mat || c.up.Z < -.3 {
		x0, x1 := all.left/10/c.right.X, all.right/10/c.right.X
		d.block(c, vec{(x0 + x1) / 2, -1.2, 0}, vec{x1 - x0 + 4, 2, 62}, .9)
		return []shape{{class, d}}
	}
	y := c.disc(ball{vec{}, 0}).y
	d.line(disc{all.left, y, 0}, disc{all.right, y, 0})
	return []shape{{"line", d}}
}

// write writes shapes as SVG, moved.
func write(shapes []shape, dx, dy float64) string {
	var b []byte
	for _, s := range shapes {
		b = append(append(append(b, `<path class="`...), s.class...), `" d="`...)
		b = append(s.d.write(b, dx, dy), `"/>`...)
	}
	return string(b)
}
