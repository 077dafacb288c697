package figure

import (
	"cmp"

	"rygghandboka/internal/diag"
)

// A scene is a panel's pose in space.
type scene struct {
	*skeleton
	before *skeleton // that of the panel before
	posed
}

// tolerance is how far, in centimetres, a hand may be from its place, or a limb
// below the floor, without looking wrong.
const tolerance = 2

// stage solves the poses, and says what cannot be. start is the position's own pose,
// from which the first panel comes.
func (f *Figure) stage(file string, start pose, poses []posed) (scenes []scene, probs diag.List) {
	before, _ := start.solve(nil, [2][2]bool{})
	for _, p := range poses {
		s, short := p.solve(before, p.kept)
		for end, name := range []string{"hand", "foot"} {
			for _, sd := range []side{right, left} {
				if short[end][sd] > tolerance {
					probs = append(probs, diag.Errorf(file, cmp.Or(p.places[end][sd].at, p.position), "the %s %s is %.0f cm from its place", sd, name, short[end][sd]).
						Hintf("move the place, or the body"))
				}
			}
		}
		probs = append(probs, p.impossible(file, s)...)
		probs = append(probs, p.sunk(file, s)...)
		scenes, before = append(scenes, scene{s, before, p}), s
	}
	return scenes, probs
}

func (s side) String() string { return [...]string{"right", "left"}[s] }

// impossible finds angles, of limbs that were placed, that joints do not have.
func (p *posed) impossible(file string, s *skeleton) (probs diag.List) {
	for end, limb := range [][]joint{{shoulder, shoulderOut, elbow}, {hip, hipOut, knee, ankle}} {
		for _, sd := range []side{right, left} {
			at := p.places[end][sd]
			if at == nil {
				continue
			}
			for _, j := range limb {
				if a, m := s.angles[j][sd], motions[j]; a < m.min-tolerance || a > m.max+tolerance {
					probs = append(probs, diag.Errorf(file, cmp.Or(at.at, p.position), "the %s %s would be at %.0f degrees, and can be from %g to %g", sd, m.name, a, m.min, m.max))
				}
			}
		}
	}
	return probs
}

// sunk finds parts of the body below the floor.
func (p *posed) sunk(file string, s *skeleton) (probs diag.List) {
	below := func(name string, joints []joint, balls ...ball) {
		deepest := 0.0
		for _, b := range balls {
			deepest = max(deepest, b.r-b.Y)
		}
		if deepest <= tolerance {
			return
		}
		probs = append(probs, diag.Errorf(file, p.where(joints), "the %s is %.0f cm below the floor", name, deepest))
	}
	for _, sd := range []side{right, left} {
		a, l := s.arms[sd], s.legs[sd]
		below(sd.String()+" arm", []joint{shoulder, elbow, wrist}, ball{a.middle, elbowRadius}, ball{a.end, wristRadius}, ball{a.fingertip(), 1})
		below(sd.String()+" leg", []joint{hip, knee, ankle}, ball{l.middle, kneeRadius}, ball{l.end, ankleRadius}, ball{l.heel(), heelRadius}, ball{l.toe(), toeRadius})
	}
	below("head", []joint{neck, thorax, lumbar}, ball{s.skull, headRadius})
	return probs
}

// where returns the place of the first of some joints whose angle stands in the
// file, of the panel's rests, or of the position.
func (p *posed) where(js []joint) int {
	for _, j := range js {
		for _, at := range p.offsets[j] {
			if at > 0 {
				return at
			}
		}
	}
	for _, r := range p.panel.Rests {
		return r.Offset
	}
	return p.position
}
