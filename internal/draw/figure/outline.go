package figure

import (
	"math"
	"slices"
)

// hull adds the outline of the smallest convex shape around discs.
//
// It walks around the shape: from the disc that reaches furthest to the right, each
// time along the common tangent to the disc that is met first.
func (p *path) hull(discs ...disc) {
	discs = visible(discs)
	p.includeDiscs(discs)
	var arcs []arc
	for at, angle := rightmost(discs), 0.0; angle < 2*math.Pi && len(arcs) <= 2*len(discs); {
		next, turn := nextOnHull(discs, at, angle)
		arcs = append(arcs, arc{discs[at], angle, min(angle+turn, 2*math.Pi)})
		at, angle = next, angle+turn
	}
	if last := len(arcs) - 1; last > 0 && arcs[last].d == arcs[0].d { // the walk began in the middle of an arc
		arcs[0].from = arcs[last].from - 2*math.Pi
		arcs = arcs[:last]
	}
	for i, a := range arcs {
		p.arc(a, i == 0)
	}
	p.to('Z')
}

// rightmost returns the index of the disc that reaches furthest to the right.
func rightmost(discs []disc) int {
	most := 0
	for i, d := range discs {
		if d.x+d.r > discs[most].x+discs[most].r {
			most = i
		}
	}
	return most
}

// nextOnHull returns the disc that is met first from the disc at, and how far the walk turns
// from angle before it leaves that disc. Of several discs in line it is the last.
func nextOnHull(discs []disc, at int, angle float64) (next int, turn float64) {
	next, turn = at, 2*math.Pi
	for i := range discs {
		phi, ok := tangent(discs[at], discs[i])
		if !ok || i == at {
			continue
		}
		t := ahead(phi - angle)
		further := distance(discs[at], discs[i]) > distance(discs[at], discs[next])
		if t < turn-1e-9 || t < turn+1e-9 && further {
			next, turn = i, t
		}
	}
	return next, turn
}

// An arc is a part of a disc's edge, in radians with the clock.
type arc struct {
	d        disc
	from, to float64
}

// arc adds an arc, and the line to where it begins.
func (p *path) arc(a arc, first bool) {
	x, y := a.d.on(a.from)
	if first {
		p.to('M', x, y)
	} else {
		p.to('L', x, y)
	}
	if a.d.r < .5 {
		return
	}
	if a.to-a.from > 1.9*math.Pi { // SVG has no arc that ends where it starts
		x, y = a.d.on(a.from + math.Pi)
		p.to('A', a.d.r, a.d.r, 0, 0, 1, x, y)
		a.from += math.Pi
	}
	large := 0.0
	if a.to-a.from > math.Pi {
		large = 1
	}
	x, y = a.d.on(a.to)
	p.to('A', a.d.r, a.d.r, 0, large, 1, x, y)
}

// visible leaves out discs that lie inside another.
func visible(discs []disc) (out []disc) {
	for i, d := range discs {
		hidden := false
		for k, o := range discs {
			inside := distance(o, d)+d.r <= o.r
			hidden = hidden || i != k && inside && (o != d || k < i)
		}
		if !hidden {
			out = append(out, d)
		}
	}
	return out
}

// on returns the point of the disc's edge in a direction, in radians with the clock.
func (d disc) on(angle float64) (x, y float64) {
	sin, cos := math.Sincos(angle)
	return d.x + d.r*cos, d.y + d.r*sin
}

// tangent returns the direction in which b begins to reach further than a.
func tangent(a, b disc) (angle float64, ok bool) {
	dist := distance(a, b)
	if dist < 1e-9 || math.Abs(a.r-b.r) >= dist {
		return 0, false
	}
	return math.Atan2(b.y-a.y, b.x-a.x) - math.Acos((a.r-b.r)/dist), true
}

// ahead brings an angle into [0, 2π).
func ahead(angle float64) float64 {
	angle = math.Mod(angle, 2*math.Pi)
	if angle < 0 {
		angle += 2 * math.Pi
	}
	if angle > 2*math.Pi-1e-9 {
		return 0
	}
	return angle
}

func distance(a, b disc) float64 { return math.Hypot(b.x-a.x, b.y-a.y) }

// chain adds the hull of each two discs that follow each other: a limb.
func (p *path) chain(discs ...disc) {
	for i := range discs[1:] {
		p.hull(discs[i], discs[i+1])
	}
}

// smooth adds a closed curve through points, a Catmull-Rom spline as Bézier curves,
// with the clock as hulls are, so that what they share is inside both. From the point
// cut to the next it is straight.
func (p *path) smooth(points []disc, cut int) {
	p.includeDiscs(points)
	n := len(points)
	if area(points) < 0 {
		points = slices.Clone(points)
		slices.Reverse(points)
		cut = n - 2 - cut
	}
	p.to('M', points[0].x, points[0].y)
	for i, b := range points {
		a, c, d := points[(i+n-1)%n], points[(i+1)%n], points[(i+2)%n]
		switch i {
		case cut:
			p.to('L', c.x, c.y)
			continue
		case cut - 1:
			d = c
		case cut + 1:
			a = b
		}
		p.curve(a, b, c, d)
	}
	p.to('Z')
}

// area is twice the area inside a polygon, positive if its points go with the clock.
func area(points []disc) (sum float64) {
	for i, a := range points {
		b := points[(i+1)%len(points)]
		sum += a.x*b.y - b.x*a.y
	}
	return sum
}

// curve adds the piece of a Catmull-Rom spline from b to c.
func (p *path) curve(a, b, c, d disc) {
	p.to('C',
		b.x+(c.x-a.x)/6, b.y+(c.y-a.y)/6,
		c.x-(d.x-b.x)/6, c.y-(d.y-b.y)/6,
		c.x, c.y,
	)
}

// open adds an open curve through points.
func (p *path) open(points ...disc) {
	p.includeDiscs(points)
	n := len(points) - 1
	p.to('M', points[0].x, points[0].y)
	for i := range n {
		p.curve(points[max(i-1, 0)], points[i], points[i+1], points[min(i+2, n)])
	}
}

// line adds straight lines through points.
func (p *path) line(points ...disc) {
	p.includeDiscs(points)
	for i, d := range points {
		p.to("ML"[min(i, 1)], d.x, d.y)
	}
}

// polygon adds a closed shape with straight sides.
func (p *path) polygon(points ...disc) {
	p.line(points...)
	p.to('Z')
}
