package figure

import "math"

// A landmark is a point of the skin on which a hand can be put.
type landmark struct {
	section int
	across  float64 // 0 in the middle, 1 at the side of the hand
	front   bool
}

var landmarks = map[string]landmark{
	"chest":    {section: 7, across: .1, front: true},
	"belly":    {section: 4, across: .1, front: true},
	"hip-bone": {section: 3, across: .62, front: true},
	"low-back": {section: 3, across: .1},
	"nape":     {section: 9, across: 0},
}

// The surfaces that are no landmarks: a hand or foot on the floor lies
// flat, and a hand in the air goes where it is put.
const (
	onFloor = "floor"
	inAir   = "air"
)

// skinAt returns the point on the skin of a landmark on one side, and the
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

// A goal is the position and direction that a hand must reach.
type goal struct {
	point vec // of the skin, or else of the wrist
	palm  vec // the direction in which the palm faces
	pole  vec // the direction in which the elbow points
	skin  bool
}

// handGoal returns the goal of a placed hand: the palm on the skin, the heel of the hand
// on the floor, or the wrist in the air.
func (s *skeleton) handGoal(sd side, p *placement) goal {
	trunk, root := s.trunk[thoraxPart], s.arms[sd].root
	outwards := trunk.right.mul(sd.sign())
	if mark, ok := landmarks[p.on]; ok {
		point, normal := s.skinAt(mark, sd)
		point = trunk.at(point.add(normal.mul(1.8)), sd.sign()*p.offset.Z, p.offset.Y, p.offset.X)
		return goal{
			point: point,
			palm:  normal.mul(-1),
			pole:  outwards.add(trunk.front.mul(-.12)),
			skin:  true,
		}
	}
	back := trunk.front.mul(-.55).add(trunk.up.mul(-.6)).add(outwards.mul(.6))
	if p.on == onFloor {
		return goal{
			point: vec{root.X + p.offset.X, 2.6 + p.offset.Y, root.Z + sideways(trunk, sd, p.offset.Z)},
			palm:  up.mul(-1),
			pole:  back,
		}
	}
	return goal{
		point: root.add(vec{p.offset.X, p.offset.Y, sideways(trunk, sd, p.offset.Z)}),
		palm:  outwards.mul(-1),
		pole:  back,
	}
}

// sideways is how far an offset to the side goes towards the reader: away from the
// midline or, for a body on its side, straight.
func sideways(trunk frame, sd side, z float64) float64 {
	if math.Abs(trunk.right.Z) < .3 {
		return z
	}
	return z * sd.sign() * math.Copysign(1, trunk.right.Z)
}

// placeHand puts a hand at its placement, or where it was before, and returns how far
// short of it the arm is. The fingers go on in the direction of the forearm, which
// is known only when the arm has reached, so it reaches a few times.
func (s *skeleton) placeHand(sd side, p *placement, before *limb) (short float64) {
	l, trunk := &s.arms[sd], s.trunk[thoraxPart]
	g := s.handGoal(sd, p)
	if before != nil && !g.skin {
		g.point = before.end
	}
	s.under[sd] = g.skin && g.palm.Y > .5
	fingers := trunk.up
	for range 4 {
		wrist := g.point
		if g.skin {
			wrist = wrist.sub(fingers.mul(handLength * .45))
		}
		pole := rotate(g.pole, wrist.sub(l.root).unit(up), sd.sign()*p.bend)
		l.middle, l.end, short = reach(l.root, wrist, pole, upperArmLength, forearmLength)
		along := l.end.sub(l.middle).across(g.palm)
		if along.len() > forearmLength/2 || g.skin {
			fingers = along.unit(fingers)
		} else { // the forearm is upright on the hand
			fingers = trunk.up.across(g.palm).unit(vec{1, 0, 0})
		}
	}
	l.bend(1, trunk.front)
	r := g.palm.mul(-sd.sign())
	l.tip = frame{r, fingers.mul(-1), fingers.mul(-1).cross(r)}
	s.measure(sd, shoulder, elbow, l, trunk)
	s.angles[wrist][sd] = l.wrist(g.palm)
	return short
}

// wrist returns the flexion of a hand whose palm faces a direction: below 0 where the
// back of the hand comes nearer to the forearm.
func (l limb) wrist(palm vec) float64 {
	flexion := degrees(math.Acos(max(-1, min(1, l.lower.up.dot(l.tip.up)))))
	if l.lower.up.dot(palm) < 0 {
		return -flexion
	}
	return flexion
}

// placeFoot does the same for a foot, which is flat on the floor.
func (s *skeleton) placeFoot(sd side, p *placement, before *limb) (short float64) {
	l, trunk := &s.legs[sd], s.trunk[pelvisPart]
	ankleAt := vec{l.root.X + p.offset.X, ankleHeight + p.offset.Y, l.root.Z + sideways(trunk, sd, p.offset.Z)}
	if before != nil {
		ankleAt = before.end
	}
	pole := rotate(trunk.front.add(trunk.up.mul(.3)), ankleAt.sub(l.root).unit(up), sd.sign()*p.bend)
	l.middle, l.end, short = reach(l.root, ankleAt, pole, thighLength, shankLength)
	l.bend(-1, trunk.front)
	toesTo := trunk.toesTo()
	l.tip = frame{toesTo.cross(up), up, toesTo}
	l.toes = l.tip
	s.measure(sd, hip, knee, l, trunk)
	s.angles[ankle][sd] = degrees(math.Atan2(toesTo.dot(l.lower.up), toesTo.dot(l.lower.front)))
	return short
}

// toesTo is the level direction in which feet below this pelvis point: to its front or,
// if it lies, away from the head.
func (f frame) toesTo() vec {
	level := vec{f.front.X, 0, f.front.Z}
	if level.len() < .7 {
		level = vec{-f.up.X, 0, -f.up.Z}
	}
	return level.unit(vec{1, 0, 0})
}

// bend gives the two bones of a limb their frames from the points of its joints: a forearm
// is folded to the front (1) of the upper arm, a shank to the back (-1) of the thigh. The
// front of a straight limb is as near to front as may be.
func (l *limb) bend(way float64, front vec) {
	fold := l.end.sub(l.middle).across(l.middle.sub(l.root).unit(up)).mul(way)
	l.upper = bone(l.root, l.middle, fold.unit(front))
	flexion := l.middle.sub(l.root).unit(up).dot(l.end.sub(l.middle).unit(up))
	l.lower = l.upper.bow(-way * degrees(math.Acos(max(-1, min(1, flexion)))))
}

// measure sets the angles of a limb that was placed, as a goniometer would.
func (s *skeleton) measure(sd side, root, middle joint, l *limb, trunk frame) {
	flexion, abduction, medial := trunk.unswing(sd, l.upper)
	s.angles[root][sd] = flexion
	s.angles[root+1][sd] = abduction
	s.angles[root+2][sd] = medial
	s.angles[middle][sd] = degrees(math.Acos(max(-1, min(1, l.upper.up.dot(l.lower.up)))))
}
