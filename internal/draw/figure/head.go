package figure

import (
	"cmp"
	"slices"
)

// headShapes draws the head: skull and jaw, hair from back to front, the face over
// what hair would cover it, ear, eye and mouth where they are seen.
func (p person) headShapes() []shape {
	f, o := p.head, p.skull
	at := func(r, u, fr, radius float64) ball { return ball{f.at(o, r, u, fr), radius} }
	seen := func(b ball) float64 { return p.camera.depth(b.vec.sub(o)) }

	var skull, face path
	p.hull(&skull, at(0, 1.5, -.6, headRadius), at(0, -6, 3.9, 4.7))
	p.hull(&skull, at(0, .4, 8, 1), at(0, -2.2, 9.6, 1.2), at(0, -3, 7.4, 1))
	p.hull(&face, at(0, -.6, 2.9, 6.1), at(0, -5.8, 4.2, 4.3))

	behind, before := p.hairLayers(at, seen)
	shapes := slices.Concat(
		p.ears(at, seen, false),
		p.hairShape(behind),
		[]shape{{"skin", skull}},
		p.hairShape(before),
	)
	if facing := f.front.dot(p.camera.near); facing > -.15 {
		shapes = append(shapes, shape{"face", face})
		shapes = append(shapes, p.ears(at, seen, true)...)
		shapes = append(shapes, p.features(at, seen)...)
	}
	return shapes
}

// hairShape returns pieces of hair as one shape, or none.
func (p person) hairShape(pieces [][]ball) []shape {
	class := "hair"
	if p.hair == scarf {
		class = "scarf"
	}
	var d path
	for _, piece := range pieces {
		p.hull(&d, piece...)
	}
	if !d.any {
		return nil
	}
	return []shape{{class, d}}
}

// hairPieces returns the hair in pieces.
func (p person) hairPieces(at func(r, u, f, radius float64) ball) [][]ball {
	crown := [][]ball{
		{at(0, 3, -1.6, headRadius), at(0, 6, 3.2, 5.4)},
		{at(0, 3, -1.6, headRadius), at(0, -3.2, -5, 5)},
	}
	switch p.hair {
	case bun:
		return append(crown, []ball{at(0, 4, -9.5, 4.2), at(0, 5.5, -12, 4)})
	case bob:
		return append(crown,
			[]ball{at(5, -1, -4, 4.6), at(5.4, -9, -3.2, 3.4)},
			[]ball{at(-5, -1, -4, 4.6), at(-5.4, -9, -3.2, 3.4)},
			[]ball{at(0, 0, -5, 6), at(0, -8.5, -5, 4.6)},
		)
	case bald:
		return [][]ball{{
			at(4.6, -1.6, -5.2, 3.8),
			at(-4.6, -1.6, -5.2, 3.8),
			at(0, -2, -6.4, 3.8),
		}}
	case scarf:
		return p.scarfPieces(at)
	}
	return crown
}

// scarfPieces returns a scarf around head and neck.
func (p person) scarfPieces(at func(r, u, f, radius float64) ball) [][]ball {
	neck := p.trunk[thoraxPart]
	base := func(r, u, f, radius float64) ball { return ball{neck.at(p.c7, r, u, f), radius} }
	return [][]ball{
		{at(0, 2.2, -.8, headRadius+1), at(0, 5.4, 3.4, 6), at(0, -7.2, 3, 5.8)},
		{at(0, -2, -1.6, headRadius), base(0, 0, -.6, 7.4)},
		{at(0, -7.5, 2.4, 5.6), base(0, -4, 4.4, 5)},
		{base(0, 0, -.6, 7.4), base(6, -4, 1, 5), base(-6, -4, 1, 5), base(0, -6, 4.2, 4.6)},
	}
}

// hairLayers returns the pieces of hair that are behind the skull, and those before it.
func (p person) hairLayers(
	at func(r, u, f, radius float64) ball, seen func(ball) float64,
) (behind, before [][]ball) {
	pieces := p.hairPieces(at)
	slices.SortStableFunc(pieces, func(a, b []ball) int { return cmp.Compare(seen(a[0]), seen(b[0])) })
	for _, g := range pieces {
		if seen(g[len(g)-1]) < -4.5 && p.hair != scarf {
			behind = append(behind, g)
		} else {
			before = append(before, g)
		}
	}
	return behind, before
}

// ears draws the ears that lie before the skull, or those beside it.
func (p person) ears(at func(r, u, f, radius float64) ball, seen func(ball) float64, before bool) (shapes []shape) {
	var d path
	for _, s := range []float64{1, -1} {
		e := at(7.6*s, -1.4, -.8, 1.9)
		if p.hair == scarf || p.hair == bob || before != (seen(e) > 4) || seen(e) < -3 {
			continue
		}
		p.hull(&d, e, at(7*s, -2.8, -.5, 1.4))
	}
	if d.any {
		shapes = append(shapes, shape{"skin", d})
	}
	return shapes
}

// features are the eyes and the mouth.
func (p person) features(at func(r, u, f, radius float64) ball, seen func(ball) float64) (shapes []shape) {
	var eyes, lips path
	for _, s := range []float64{1, -1} {
		if e := at(3.4*s, .4, 8, .95); seen(e) > 2.2 {
			p.hull(&eyes, e)
		}
	}
	if m := at(0, -6, 8.6, 0); seen(m) > -2 {
		lips.open(p.camera.discs(
			at(2.4, -5.6, 7.4, 0),
			at(1.2, -6.3, 8.2, 0),
			at(0, -6.5, 8.6, 0),
			at(-1.2, -6.3, 8.2, 0),
			at(-2.4, -5.6, 7.4, 0),
		)...)
	}
	for _, x := range []shape{{"eye", eyes}, {"lips", lips}} {
		if x.d.any {
			shapes = append(shapes, x)
		}
	}
	return shapes
}
