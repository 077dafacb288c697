package figure

import "math"

// A landmark is where a hand can be put on the body: a point of the skin, and the
// direction away from the body there.
type landmark struct {
	section     int
	across      float64 // 0 in the middle, 1 at the side of the hand
	front       bool
	description string
}

var landmarks = map[string]landmark{
	"chest":    {section: 7, across: .1, front: true},
	"belly":    {section: 4, across: .1, front: true},
	"hip-bone": {section: 3, across: .62, front: true},
	"low-back": {section: 3, across: .1},
	"nape":     {section: 9, across: 0},
}

// grounds are the places that are no part of the body: a hand or foot on the floor lies
// flat, and a hand in the air goes where it is put.
const (
	onFloor = "floor"
	inAir   = "air"
)

// skinAt returns the point on the skin that a landmark means for one side, and the
// direction out of the body there.
func (s *skeleton) skinAt(l landmark, sd side) (vec, vec) {
	c := sections[l.section]
	o, f := s.section(l.section)
	angle := math.Asin(l.across)
	depth, out := c.behind, f.front.mul(-1)
	if l.front {
		depth, out = c.front+s.out(l.section), f.front
	}
	normal := out.mul(math.Cos(angle)).add(f.right.mul(sd.sign() * math.Sin(angle)))
	return o.add(out.mul(depth * math.Cos(angle))).add(f.right.mul(sd.sign() * l.across * c.half)), normal
}

// reach solves a limb of two bones so that its end comes to target, the middle joint
// towards pole. Law of cosines. It reports how far short the limb is.
func reach(root, target, pole vec, upperLength, lowerLength float64) (middle, end vec, short float64) {
	d := target.sub(root)
	long := upperLength + lowerLength
	dist := d.len()
	short = max(0, dist-long)
	dist = min(dist, long-1e-3)
	dir := d.unit(vec{0, -1, 0})
	cos := (upperLength*upperLength + dist*dist - lowerLength*lowerLength) / (2 * upperLength * dist)
	cos = max(-1, min(1, cos))
	side := pole.across(dir).unit(up.across(dir).unit(vec{1, 0, 0}))
	middle = root.add(dir.mul(upperLength * cos)).add(side.mul(upperLength * math.Sqrt(1-cos*cos)))
	return middle, root.add(dir.mul(dist)), short
}

// bone returns the frame of a bone from a to b whose front is as near to front as
// may be.
func bone(a, b, front vec) frame {
	u := a.sub(b).unit(up)
	f := front.across(u).unit(vec{1, 0, 0}.across(u).unit(vec{0, 0, 1}))
	return frame{f.cross(u), u, f}
}

// placeHand puts a hand where its place says, and returns how far short of it the
// arm is.
func (s *skeleton) placeHand(sd side, p *place, kept *limb) float64 {
	l := &s.arms[sd]
	trunk := s.trunk[thoraxPart]
	pole := trunk.front.mul(-.55).add(trunk.up.mul(-.6)).add(trunk.right.mul(sd.sign() * .6))
	var target, palm vec // where the wrist goes, and which way the palm faces
	fingers := trunk.up
	mark, onBody := landmarks[p.on]
	switch {
	case onBody:
		point, normal := s.skinAt(mark, sd)
		palm = normal.mul(-1)
		pole = trunk.right.mul(sd.sign()).add(trunk.front.mul(-.12))
		target = point.add(normal.mul(1.8))
		target = trunk.at(target, sd.sign()*p.offset.Z, p.offset.Y, p.offset.X)
	case p.on == onFloor:
		palm = up.mul(-1)
		target = vec{l.root.X + p.offset.X, 2.6 + p.offset.Y, l.root.Z + sd.sign()*trunk.right.Z*p.offset.Z}
	default:
		palm = trunk.right.mul(-sd.sign())
		target = l.root.add(p.offset)
	}
	if kept != nil && !onBody {
		target = kept.end
	}
	var short float64
	for range 4 {
		wrist := target
		if onBody {
			wrist = target.sub(fingers.mul(handLength * .45))
		}
		axis := wrist.sub(l.root).unit(up)
		l.middle, l.end, short = reach(l.root, wrist, rotate(pole, axis, sd.sign()*p.bend), upperArmLength, forearmLength)
		along := l.end.sub(l.middle).across(palm)
		if along.len() > forearmLength/2 || onBody {
			fingers = along.unit(fingers)
		} else {
			fingers = trunk.up.across(palm).unit(vec{1, 0, 0})
		}
	}
	fold := l.end.sub(l.middle).across(l.middle.sub(l.root).unit(up)) // the forearm bends to the front
	l.upper = bone(l.root, l.middle, fold.unit(trunk.front))
	l.lower = bone(l.middle, l.end, l.upper.front)
	r := palm.mul(-sd.sign())
	l.tip = frame{r, fingers.mul(-1), fingers.mul(-1).cross(r)}
	s.measure(sd, shoulder, elbow, l, trunk)
	return short
}

// placeFoot does the same for a foot, which stands flat.
func (s *skeleton) placeFoot(sd side, p *place, kept *limb) float64 {
	l := &s.legs[sd]
	trunk := s.trunk[pelvisPart]
	ahead := vec{trunk.front.X, 0, trunk.front.Z}
	if ahead.len() < .7 {
		ahead = vec{-trunk.up.X, 0, -trunk.up.Z}
	}
	ahead = ahead.unit(vec{1, 0, 0})
	target := vec{l.root.X + p.offset.X, ankleHeight + p.offset.Y, l.root.Z + sd.sign()*trunk.right.Z*p.offset.Z}
	if kept != nil {
		target = kept.end
	}
	axis := target.sub(l.root).unit(up)
	pole := rotate(trunk.front.add(trunk.up.mul(.3)), axis, sd.sign()*p.bend)
	var short float64
	l.middle, l.end, short = reach(l.root, target, pole, thighLength, shankLength)
	fold := l.end.sub(l.middle).across(l.middle.sub(l.root).unit(up)) // the shank bends to the back
	l.upper = bone(l.root, l.middle, fold.mul(-1).unit(trunk.front))
	l.lower = bone(l.middle, l.end, l.upper.front)
	l.tip = frame{ahead.cross(up), up, ahead}
	l.toes = l.tip
	s.measure(sd, hip, knee, l, trunk)
	return short
}

// measure notes the angles of a limb that was placed, as a goniometer would.
func (s *skeleton) measure(sd side, root, middle joint, l *limb, trunk frame) {
	flexion, abduction, medial := trunk.unswing(sd, l.upper)
	s.angles[root][sd], s.angles[root+1][sd], s.angles[root+2][sd] = flexion, abduction, medial
	s.angles[middle][sd] = degrees(math.Acos(max(-1, min(1, l.upper.up.dot(l.lower.up)))))
}
