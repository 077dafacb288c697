package figure

import (
	"cmp"
	"math"
	"slices"
)

// draw draws each scene, all in one frame: what has not moved is in the same place in each
// panel.
func (f *Figure) draw(l look, scenes []scene) *Drawing {
	c := f.camera()
	panels := make([][]shape, len(scenes))
	var all extent
	for i, sc := range scenes {
		panels[i] = f.shapes(l, c, sc)
		all.includeShapes(panels[i])
	}
	ground := f.ground(c, all, scenes)
	all.includeShapes(ground)
	left, top := math.Floor(all.left)-2*unit, math.Floor(all.top)-2*unit
	d := &Drawing{
		Look:   l.class,
		Width:  int(math.Ceil(all.right-left)) + 2*unit,
		Height: int(math.Ceil(all.bottom-top)) + 2*unit,
	}
	for i, shapes := range panels {
		d.Panels = append(d.Panels, write(slices.Concat(ground, shapes), -left, -top))
		d.Steps = append(d.Steps, scenes[i].panel.Step)
	}
	return d
}

// shapes returns what a panel shows, from what is furthest to what is nearest.
func (f *Figure) shapes(l look, c camera, sc scene) []shape {
	var behind, before []shape
	for _, p := range f.Props {
		if draw := propKinds[p.Kind].draw; draw != nil {
			b, a := draw(p, sc.skeleton, c)
			behind = append(behind, b...)
			before = append(before, a...)
		}
	}
	shapes := append(behind, person{sc.skeleton, c, l}.shapes(texts(sc.panel.Tint), before...)...)
	for _, name := range sc.panel.Arrows {
		shapes = append(shapes, arrow(trajectory(c, name.Text, sc.before, sc.skeleton))...)
	}
	return shapes
}

// ground is the mat or the floor that is seen below all poses, or the line of the floor
// where it is seen from its edge.
func (f *Figure) ground(c camera, all extent, scenes []scene) []shape {
	var d path
	mat := slices.ContainsFunc(f.Props, func(p Prop) bool { return p.Kind == "mat" })
	if !mat && c.near.Y < .2 { // the floor is seen from its edge
		y := c.disc(ball{vec{Z: hipHalf}, 0}).y // below the nearer foot
		d.line(disc{all.left, y, 0}, disc{all.right, y, 0})
		return []shape{{"line", d}}
	}
	from, to := math.Inf(1), math.Inf(-1)
	for _, s := range scenes {
		for _, v := range s.extremities() {
			from, to = min(from, v.X-12), max(to, v.X+12)
		}
	}
	d.block(c, vec{(from + to) / 2, -1.2, 0}, vec{to - from, 2, 62}, .9)
	if mat {
		return []shape{{"mat", d}}
	}
	return []shape{{"floor", d}}
}

// extremities are the points that are furthest from the hips.
func (s *skeleton) extremities() []vec {
	return []vec{
		s.skull,
		s.legs[right].toe(),
		s.legs[left].toe(),
		s.arms[right].fingertip(),
		s.arms[left].fingertip(),
	}
}

// camera returns the camera of the figure's view.
func (f *Figure) camera() camera { return cameras[cmp.Or(string(f.View), "side")] }

// write returns shapes as SVG, moved.
func write(shapes []shape, dx, dy float64) string {
	var b []byte
	for _, s := range shapes {
		if !s.d.any {
			continue
		}
		b = append(append(append(b, `<path class="`...), s.class...), `" d="`...)
		b = append(s.d.write(b, dx, dy), `"/>`...)
	}
	return string(b)
}
