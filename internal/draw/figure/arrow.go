package figure

import (
	"maps"
	"math"
	"slices"
)

// A tracked part of the body can have an arrow along its trajectory.
type tracked struct {
	at    func(s *skeleton) vec
	pivot func(s *skeleton) vec // the arrow is on the far side from it; nil for a straight arrow
	aimed bool                  // an arrow points at it, from its pivot, even if it has not moved
}

var trackedParts = map[string]tracked{
	"right-hand":   {at: fingertip(right), pivot: shoulderOf(right)},
	"left-hand":    {at: fingertip(left), pivot: shoulderOf(left)},
	"right-foot":   {at: toe(right), pivot: hipOf(right)},
	"left-foot":    {at: toe(left), pivot: hipOf(left)},
	"right-heel":   {at: rightHeel, pivot: aboveRightHip},
	"right-knee":   {at: rightKnee, pivot: rightAnkle},
	"head":         {at: topOfHead, pivot: lowBack},
	"hips":         {at: onTrunk(1, -sections[1].behind)},
	"right-hip":    {at: belowRightHip, pivot: hipOf(right)},
	"pelvis-front": {at: onTrunk(2, 9)},
	"right-rib":    {at: ribs(right)},
	"left-rib":     {at: ribs(left)},
	"pelvis":       {at: onTrunk(3, 7), pivot: onTrunk(1, 0)},
	"back":         {at: onTrunk(6, -9), pivot: onTrunk(6, 20)},
	"belly":        {at: onTrunk(4, 9), pivot: onTrunk(4, 0)},
	"pelvic-floor": {at: onTrunk(2, 0), pivot: onTrunk(0, 0), aimed: true},
}

func fingertip(sd side) func(s *skeleton) vec {
	return func(s *skeleton) vec { return s.arms[sd].fingertip() }
}

func toe(sd side) func(s *skeleton) vec {
	return func(s *skeleton) vec { return s.legs[sd].toe() }
}

func shoulderOf(sd side) func(s *skeleton) vec {
	return func(s *skeleton) vec { return s.arms[sd].root }
}

func hipOf(sd side) func(s *skeleton) vec {
	return func(s *skeleton) vec { return s.legs[sd].root }
}

func rightHeel(s *skeleton) vec     { return s.legs[right].heel() }
func rightKnee(s *skeleton) vec     { return s.legs[right].middle }
func rightAnkle(s *skeleton) vec    { return s.legs[right].end }
func aboveRightHip(s *skeleton) vec { return s.legs[right].root.add(up.mul(60)) }
func belowRightHip(s *skeleton) vec { return s.legs[right].root.sub(up.mul(hipRadius)) }
func topOfHead(s *skeleton) vec     { return s.head.at(s.skull, 0, 9, 0) }
func lowBack(s *skeleton) vec       { return s.base[lumbarPart] }

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

func trackedNames() []string { return slices.Sorted(maps.Keys(trackedParts)) }

// An arrow has this distance to the part of the body, and is at least this long, in
// centimetres.
const (
	arrowDistance  = 9.0
	arrowMinLength = 16.0
)

// trajectory returns the trajectory of a part from one skeleton to the next, as the camera
// sees it: around its pivot, which itself moves, or straight if it has none. One that is too
// short to be seen is drawn longer; a part that has not moved is pointed at from its pivot.
func trajectory(c camera, name string, a, b *skeleton) []disc {
	at := trackedParts[name].motion(a, b)
	first, last := .12, .88
	if length := at(last).sub(at(first)).len(); length < arrowMinLength {
		longer := min(arrowMinLength/max(length, .1), 12)
		first, last = .5-.38*longer, .5+.38*longer
	}
	var points []disc
	for i := range 9 {
		points = append(points, c.disc(ball{at(first + (last-first)*float64(i)/8), 0}))
	}
	return points
}

// motion returns where an arrow for a part is, from 0 in one skeleton to 1 in the next.
func (part tracked) motion(a, b *skeleton) func(t float64) vec {
	from, to := part.at(a), part.at(b)
	if part.pivot == nil {
		ahead := to.sub(from).unit(up)
		start := arrowStart(to, ahead, onTrunk(2, 0)(b))
		return straight(start, start.add(ahead.mul(arrowMinLength)))
	}
	pivotA, pivotB := part.pivot(a), part.pivot(b)
	if to.sub(from).len() < .5 {
		return straight(pivotB, to)
	}
	return func(t float64) vec {
		r := turned(from.sub(pivotA), to.sub(pivotB), b.trunk[thoraxPart].right, t)
		return between(pivotA, pivotB, t).add(r).add(r.unit(up).mul(arrowDistance))
	}
}

// arrowStart returns where an arrow for a part that moves straight ahead starts: beyond the
// part if it moves away from the middle of the body, or else before it.
func arrowStart(part, ahead, middle vec) vec {
	outwards := part.sub(middle).unit(up)
	if ahead.dot(outwards) > .3 {
		return part.add(ahead.mul(2))
	}
	return part.sub(ahead.mul(arrowMinLength + 2))
}

func straight(from, to vec) func(t float64) vec {
	return func(t float64) vec { return between(from, to, t) }
}

// turned interpolates between a and b by rotation: t is 0 for a and 1 for b. If b is opposite
// to a, it rotates about an axis, as an arm that is lifted over the head does.
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
