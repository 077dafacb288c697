package figure

import (
	"maps"
	"math"
	"slices"
)

// tracked are the parts of the body whose way an arrow can show, and the point that
// they turn about: the arrow stands on the far side from it.
var tracked = map[string]struct {
	at, about func(s *skeleton) vec
	pointed   bool // pointed at from its pivot if it has not moved
}{
	"right-hand":   {func(s *skeleton) vec { return s.arms[right].fingertip() }, func(s *skeleton) vec { return s.arms[right].root }, false},
	"left-hand":    {func(s *skeleton) vec { return s.arms[left].fingertip() }, func(s *skeleton) vec { return s.arms[left].root }, false},
	"right-foot":   {func(s *skeleton) vec { return s.legs[right].toe() }, func(s *skeleton) vec { return s.legs[right].root }, false},
	"left-foot":    {func(s *skeleton) vec { return s.legs[left].toe() }, func(s *skeleton) vec { return s.legs[left].root }, false},
	"right-heel":   {func(s *skeleton) vec { return s.legs[right].heel() }, func(s *skeleton) vec { return s.legs[right].root.add(up.mul(60)) }, false},
	"right-knee":   {func(s *skeleton) vec { return s.legs[right].middle }, func(s *skeleton) vec { return s.legs[right].end }, false},
	"head":         {func(s *skeleton) vec { return s.head.at(s.skull, 0, 9, 0) }, func(s *skeleton) vec { return s.base[lumbarPart] }, false},
	"hips":         {onTrunk(1, -sections[1].behind), nil, false},
	"right-hip":    {func(s *skeleton) vec { return s.legs[right].root.sub(up.mul(hipRadius)) }, func(s *skeleton) vec { return s.legs[right].root }, false},
	"pelvis-front": {onTrunk(2, 9), nil, false},
	"right-rib":    {ribs(right), nil, false},
	"left-rib":     {ribs(left), nil, false},
	"pelvis":       {onTrunk(3, 7), onTrunk(1, 0), false},
	"back":         {onTrunk(6, -9), onTrunk(6, 20), false},
	"belly":        {onTrunk(4, 9), onTrunk(4, 0), false},
	"pelvic-floor": {onTrunk(2, 0), onTrunk(0, 0), true},
}

// onTrunk returns the point in the middle of a section, moved to the front, with the
// belly if that is out.
func onTrunk(i int, front float64) func(s *skeleton) vec {
	return func(s *skeleton) vec {
		o, f := s.section(i)
		if front > 0 {
			return f.at(o, 0, 0, front+s.out(i))
		}
		return f.at(o, 0, 0, front)
	}
}

// ribs are the lower ribs of a side, which widen with the belly.
func ribs(sd side) func(s *skeleton) vec {
	return func(s *skeleton) vec {
		o, f := s.section(5)
		return f.at(o, sd.sign()*s.half(5), 0, 0)
	}
}

func trackedNames() []string { return slices.Sorted(maps.Keys(tracked)) }

// An arrow stands this far from the part of the body, and is at least this long, in
// centimetres.
const (
	arrowAway  = 9.0
	arrowShort = 16.0
)

// way returns the way of a part from one skeleton to the next, as the camera sees it:
// around its pivot, which moves itself, or straight if it has none. A way that is too
// short to be seen is drawn longer; a part that has not moved is pointed at from its
// pivot.
func way(c camera, name string, a, b *skeleton) []disc {
	part := tracked[name]
	from, to := part.at(a), part.at(b)
	at := func(t float64) vec { return between(from, to, t) }
	switch {
	case part.about == nil:
		outwards := to.sub(onTrunk(2, 0)(b)).unit(up)
		ahead := to.sub(from).unit(up)
		if ahead.dot(outwards) > .3 { // outside the body: away from it, or towards it
			from = to.add(ahead.mul(2))
		} else {
			from = to.sub(ahead.mul(arrowShort + 2))
		}
		to = from.add(ahead.mul(arrowShort))
	case to.sub(from).len() < .5: // pointed at
		from = part.about(b)
	default:
		pivotA, pivotB := part.about(a), part.about(b)
		at = func(t float64) vec {
			r := turned(from.sub(pivotA), to.sub(pivotB), b.trunk[thoraxPart].right, t)
			return between(pivotA, pivotB, t).add(r).add(r.unit(up).mul(arrowAway))
		}
	}
	first, last := .12, .88
	if length := at(last).sub(at(first)).len(); length < arrowShort {
		longer := min(arrowShort/max(length, .1), 12)
		first, last = .5-.38*longer, .5+.38*longer
	}
	var points []disc
	for i := range 9 {
		points = append(points, c.disc(ball{at(first + (last-first)*float64(i)/8), 0}))
	}
	return points
}

// turned turns a evenly into b: t is 0 for a and 1 for b. If b is opposite to a, it
// turns about an axis, as an arm that is lifted over the head does.
func turned(a, b, axis vec, t float64) vec {
	angle := math.Acos(max(-1, min(1, a.unit(up).dot(b.unit(up)))))
	if across := a.unit(up).cross(b.unit(up)); across.len() > .05 || angle < 1 {
		axis = across.unit(axis)
	} else {
		axis = axis.across(a.unit(up)).unit(up)
	}
	return rotate(a.unit(up), axis, degrees(angle)*t).mul(a.len() + (b.len()-a.len())*t)
}

// arrow draws a line along points, with a head.
func arrow(points []disc) []shape {
	var line, head path
	tip, back := points[len(points)-1], points[len(points)-2]
	angle := math.Atan2(tip.y-back.y, tip.x-back.x)
	line.open(points[:len(points):len(points)]...)
	x0, y0 := disc{tip.x, tip.y, 4.2 * unit}.on(angle)
	x1, y1 := disc{tip.x, tip.y, 3.6 * unit}.on(angle + 2.2)
	x2, y2 := disc{tip.x, tip.y, 3.6 * unit}.on(angle - 2.2)
	head.polygon(disc{x0, y0, 0}, disc{x1, y1, 0}, disc{x2, y2, 0})
	return []shape{{"halo", line}, {"arrow", line}, {"tip", head}}
}
