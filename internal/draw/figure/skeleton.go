package figure

import "math"

// A skeleton is a pose in space: the point of each joint, and the frame of each part.
type skeleton struct {
	angles [joints][2]float64 // also those of limbs that were placed

	trunk [segments]frame
	base  [segments]vec // lower end of each segment of the trunk
	head  frame
	c7    vec // where the neck begins
	skull vec // the middle of the head

	arms, legs [2]limb
	under      [2]bool // the hand lies under the body
	belly      float64 // how far the belly is out, in centimetres
}

// A limb is an arm or a leg: shoulder, elbow, wrist, or hip, knee, ankle.
type limb struct {
	root, middle, end vec
	upper, lower, tip frame // the tip is the hand or the foot
	toes              frame // of a foot
}

// newSkeleton returns the skeleton of a pose whose limbs all have angles, with the hips
// at the origin.
func newSkeleton(p *pose) *skeleton {
	s := &skeleton{angles: p.angles, belly: p.belly}
	a := func(j joint) float64 { return p.angles[j][0] }
	f := p.posture.bow(a(pelvis)).lean(a(pelvisLean))
	s.trunk[pelvisPart] = f
	s.base[lumbarPart] = f.at(vec{}, 0, pelvisLength, 0)
	f = f.bow(a(lumbar)).lean(a(lumbarLean))
	s.trunk[lumbarPart] = f
	s.base[thoraxPart] = f.at(s.base[lumbarPart], 0, lumbarLength, 0)
	f = f.bow(a(thorax)).lean(a(thoraxLean)).turn(a(thoraxTurn))
	s.trunk[thoraxPart] = f
	s.c7 = f.at(s.base[thoraxPart], 0, thoraxLength, -1)
	s.head = f.bow(a(neck)).lean(a(neckLean)).turn(a(neckTurn))
	s.skull = s.head.at(s.c7, 0, neckLength+headRadius, 3)
	for _, sd := range []side{right, left} {
		s.arms[sd] = s.arm(sd)
		s.legs[sd] = s.leg(sd)
	}
	return s
}

// shoulder and hip are where the limbs begin.
func (s *skeleton) shoulder(sd side) vec {
	return s.trunk[thoraxPart].at(s.base[thoraxPart], sd.sign()*shoulderHalf,
		trunkLength-pelvisLength-lumbarLength-1, -1)
}

func (s *skeleton) hip(sd side) vec {
	return s.trunk[pelvisPart].at(s.base[pelvisPart], sd.sign()*hipHalf, 0, 0)
}

func (s *skeleton) arm(sd side) limb {
	a := func(j joint) float64 { return s.angles[j][sd] }
	var l limb
	l.root = s.shoulder(sd)
	l.upper = s.trunk[thoraxPart].swing(sd, a(shoulder), a(shoulderOut), a(shoulderTurn))
	l.lower = l.upper.bow(-a(elbow))
	l.middle = l.upper.at(l.root, 0, -upperArmLength, 0)
	l.end = l.lower.at(l.middle, 0, -forearmLength, 0)
	l.tip = l.lower.turn(-sd.sign() * a(forearm)).lean(sd.sign() * a(wrist))
	return l
}

func (s *skeleton) leg(sd side) limb {
	a := func(j joint) float64 { return s.angles[j][sd] }
	var l limb
	l.root = s.hip(sd)
	l.upper = s.trunk[pelvisPart].swing(sd, a(hip), a(hipOut), a(hipTurn))
	l.lower = l.upper.bow(a(knee))
	l.middle = l.upper.at(l.root, 0, -thighLength, 0)
	l.end = l.lower.at(l.middle, 0, -shankLength, 0)
	l.tip = l.lower.bow(-a(ankle))
	l.toes = l.tip.bow(-a(toes))
	return l
}

// swing turns a limb's frame at its root: flexion, then abduction, then medial
// rotation.
func (f frame) swing(sd side, flexion, abduction, medial float64) frame {
	return f.bow(-flexion).lean(-sd.sign() * abduction).turn(-sd.sign() * medial)
}

// unswing returns the three angles that turn f into to: the inverse of swing.
func (f frame) unswing(sd side, to frame) (flexion, abduction, medial float64) {
	bone := to.up.mul(-1)
	abduction = math.Asin(max(-1, min(1, sd.sign()*bone.dot(f.right))))
	flexion = math.Atan2(bone.dot(f.front), -bone.dot(f.up))
	if flexion < -math.Pi/2 { // an arm that is up and back has come there from the side
		flexion, abduction = flexion+math.Pi, math.Pi-abduction
	}
	flexion, abduction = degrees(flexion), degrees(abduction)
	swung := f.swing(sd, flexion, abduction, 0)
	medial = math.Atan2(-sd.sign()*to.front.dot(swung.right), to.front.dot(swung.front))
	return flexion, abduction, degrees(medial)
}

// Points of a hand and of a foot.
func (l limb) palm() vec      { return l.tip.at(l.end, 0, -handLength*.42, 0) }
func (l limb) fingertip() vec { return l.tip.at(l.end, 0, -handLength*.92, 0) }
func (l limb) heel() vec      { return l.tip.at(l.end, 0, -ankleHeight+heelRadius, -4.2) }
func (l limb) ball() vec      { return l.tip.at(l.end, 0, -ankleHeight+ballRadius, 12) }
func (l limb) toe() vec       { return l.toes.at(l.ball(), 0, -ballRadius+toeRadius, 6.6) }

// Radii of the foot's points.
const (
	heelRadius = 3.1
	ballRadius = 2.6
	toeRadius  = 1.9
)

// move moves the whole skeleton.
func (s *skeleton) move(d vec) {
	for i := range s.base {
		s.base[i] = s.base[i].add(d)
	}
	s.c7, s.skull = s.c7.add(d), s.skull.add(d)
	for _, limbs := range []*[2]limb{&s.arms, &s.legs} {
		for i := range limbs {
			l := &limbs[i]
			l.root, l.middle, l.end = l.root.add(d), l.middle.add(d), l.end.add(d)
		}
	}
}

// section returns the middle of a section of the trunk, and its frame.
func (s *skeleton) section(i int) (vec, frame) {
	c := sections[i]
	f := s.trunk[c.part]
	return f.at(s.base[c.part], 0, c.height, 0), f
}
