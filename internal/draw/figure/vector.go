package figure

import "math"

// A vec is a point or a direction in space, in centimetres: X to the right of a
// reader who looks at the figure from its right side, Y up, Z towards that reader.
type vec struct{ X, Y, Z float64 }

func (a vec) add(b vec) vec     { return vec{a.X + b.X, a.Y + b.Y, a.Z + b.Z} }
func (a vec) sub(b vec) vec     { return vec{a.X - b.X, a.Y - b.Y, a.Z - b.Z} }
func (a vec) mul(k float64) vec { return vec{a.X * k, a.Y * k, a.Z * k} }
func (a vec) dot(b vec) float64 { return a.X*b.X + a.Y*b.Y + a.Z*b.Z }
func (a vec) len() float64      { return math.Sqrt(a.dot(a)) }

func (a vec) cross(b vec) vec {
	return vec{
		a.Y*b.Z - a.Z*b.Y,
		a.Z*b.X - a.X*b.Z,
		a.X*b.Y - a.Y*b.X,
	}
}

// between returns the point between a, where t is 0, and b, where t is 1.
func between(a, b vec, t float64) vec { return a.add(b.sub(a).mul(t)) }

// unit returns the direction of a, or fallback if a has hardly any length.
func (a vec) unit(fallback vec) vec {
	if l := a.len(); l > 1e-6 {
		return a.mul(1 / l)
	}
	return fallback
}

// across returns the part of a that is at right angles to the unit vector b.
func (a vec) across(b vec) vec { return a.sub(b.mul(a.dot(b))) }

var up = vec{0, 1, 0}

// A frame is how a part of the body is turned: its own right, up and front, as unit vectors at
// right angles. Along a limb, up is from the hand or foot towards
// the trunk.
type frame struct{ right, up, front vec }

// A side of the body: a rotation outwards goes the other way on the left.
type side int

const (
	right side = iota
	left
)

func (s side) sign() float64 {
	if s == left {
		return -1
	}
	return 1
}

// bow turns the frame's up towards its front, by degrees.
func (f frame) bow(degrees float64) frame {
	sin, cos := sincos(degrees)
	return frame{
		right: f.right,
		up:    f.up.mul(cos).add(f.front.mul(sin)),
		front: f.front.mul(cos).sub(f.up.mul(sin)),
	}
}

// lean turns the frame's up towards its right.
func (f frame) lean(degrees float64) frame {
	sin, cos := sincos(degrees)
	return frame{
		right: f.right.mul(cos).sub(f.up.mul(sin)),
		up:    f.up.mul(cos).add(f.right.mul(sin)),
		front: f.front,
	}
}

// turn turns the frame's front towards its right.
func (f frame) turn(degrees float64) frame {
	sin, cos := sincos(degrees)
	return frame{
		right: f.right.mul(cos).sub(f.front.mul(sin)),
		up:    f.up,
		front: f.front.mul(cos).add(f.right.mul(sin)),
	}
}

// at returns the point that lies so many centimetres to the right, up and to the
// front of o.
func (f frame) at(o vec, r, u, fr float64) vec {
	return o.add(f.right.mul(r)).add(f.up.mul(u)).add(f.front.mul(fr))
}

// spin turns the frame about a unit vector, against the clock as seen from its tip.
func (f frame) spin(axis vec, degrees float64) frame {
	return frame{
		right: rotate(f.right, axis, degrees),
		up:    rotate(f.up, axis, degrees),
		front: rotate(f.front, axis, degrees),
	}
}

// rotate is Rodrigues' formula.
func rotate(v, axis vec, degrees float64) vec {
	sin, cos := sincos(degrees)
	return v.mul(cos).add(axis.cross(v).mul(sin)).add(axis.mul(axis.dot(v) * (1 - cos)))
}

func sincos(degrees float64) (sin, cos float64) { return math.Sincos(degrees * math.Pi / 180) }

func degrees(radians float64) float64 { return radians * 180 / math.Pi }
