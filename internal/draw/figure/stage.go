package figure

import (
	"cmp"
	"maps"
	"math"
	"slices"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/strict"
)

// A scene is a panel's pose in space.
type scene struct {
	*skeleton
	before *skeleton // that of the panel before
	panel  *Panel
}

// An error of no more than this cannot be seen: centimetres from a place or below the floor,
// and degrees of a joint.
const (
	tolerance      = 2.0
	angleTolerance = 3.0
)

// stage reads the panels, each on top of the one before, and solves their poses. The
// first comes from the pose of the position.
func (f *Figure) stage(file string, position strict.Text) (scenes []scene, probs diag.List) {
	start, ok := positions[position.Text]
	if !ok {
		return nil, diag.List{diag.Errorf(file, position.Offset,
			"the position %q has no pose to start from", position.Text).
			Hintf("%s", diag.SuggestOr(position.Text, slices.Sorted(maps.Keys(positions))))}
	}
	before, _ := start.solve(nil, [2][2]bool{})
	p := poseReader{pose: start, file: file, position: position.Offset}
	for i := range f.Panels {
		p.read(&f.Panels[i], before)
		if p.probs.Errors() > 0 {
			continue // a pose that cannot be read cannot be checked
		}
		s, short := p.solve(before, p.kept)
		p.checkReach(short)
		p.checkAngles(s)
		p.checkFloor(s)
		p.checkArrows(before, s)
		scenes = append(scenes, scene{s, before, p.panel})
		before = s
	}
	return scenes, p.probs
}

// endNames are the ends of limbs that can be placed.
var endNames = [...]string{handEnd: "hand", footEnd: "foot"}

func (s side) String() string { return [...]string{"right", "left"}[s] }

// checkReach reports hands and feet that do not reach their places.
func (p *poseReader) checkReach(short [2][2]float64) {
	for end, name := range endNames {
		for _, sd := range []side{right, left} {
			if short[end][sd] > tolerance {
				p.errorf(p.blame(end, sd), "the %s %s is %.0f cm from its place", sd, name, short[end][sd]).Hint =
					"move the place, or the body"
			}
		}
	}
}

// placedJoints are the joints of a limb, by its end, whose angles are checked if it is
// placed. Rotations are left out: where the elbow points also depends on the shoulder blade,
// which has no angle here.
var placedJoints = [...][]joint{
	handEnd: {shoulder, shoulderOut, elbow, wrist},
	footEnd: {hip, hipOut, knee, ankle},
}

// checkAngles reports angles of placed limbs that joints do not have.
func (p *poseReader) checkAngles(s *skeleton) {
	for end, limb := range placedJoints {
		for _, sd := range []side{right, left} {
			if p.placements[end][sd] == nil {
				continue
			}
			for _, j := range limb {
				a, m := s.angles[j][sd], motions[j]
				if a < m.min-angleTolerance || a > m.max+angleTolerance {
					p.errorf(p.blame(end, sd), "the %s %s would be at %.0f degrees, and can be from %g to %g",
						sd, m.name, a, m.min, m.max)
				}
			}
		}
	}
}

// blame returns the offset of the placement of a hand or foot that is impossible: in this
// panel, or if it is kept, of what has moved the body.
func (p *poseReader) blame(end int, sd side) int {
	if !p.kept[end][sd] {
		return p.placements[end][sd].at
	}
	return p.offsetOf(nil, sd)
}

// checkFloor reports parts of the body below the floor.
func (p *poseReader) checkFloor(s *skeleton) {
	for _, sd := range []side{right, left} {
		a, l := s.arms[sd], s.legs[sd]
		p.checkHeight(sd.String()+" arm", p.offsetOf([]joint{shoulder, elbow, wrist}, sd),
			ball{a.middle, elbowRadius},
			ball{a.end, wristRadius},
			ball{a.fingertip(), 1},
		)
		p.checkHeight(sd.String()+" leg", p.offsetOf([]joint{hip, knee, ankle}, sd),
			ball{l.middle, kneeRadius},
			ball{l.end, ankleRadius},
			ball{l.heel(), heelRadius},
			ball{l.toe(), toeRadius},
		)
	}
	p.checkHeight("head", p.offsetOf([]joint{neck, thorax, lumbar}, right), ball{s.skull, headRadius})
	p.checkHeight("trunk", p.offsetOf([]joint{pelvis, lumbar, thorax}, right), s.trunkBalls()...)
}

// checkHeight reports a part of the body below the floor.
func (p *poseReader) checkHeight(name string, at int, balls ...ball) {
	deepest := 0.0
	for _, b := range balls {
		deepest = max(deepest, b.r-b.Y)
	}
	if deepest > tolerance {
		p.errorf(at, "the %s is %.0f cm below the floor", name, deepest)
	}
}

// trunkBalls returns balls that reach as far down as the trunk.
func (s *skeleton) trunkBalls() (balls []ball) {
	for i, c := range sections[1 : len(sections)-1] {
		o, f := s.section(i + 1)
		balls = append(balls, ball{
			vec: o.add(f.front.mul((c.front - c.behind) / 2)),
			r:   math.Hypot(c.half*f.right.Y, (c.front+c.behind)/2*f.front.Y),
		})
	}
	return balls
}

// checkArrows reports arrows of parts that do not move.
func (p *poseReader) checkArrows(before, s *skeleton) {
	for _, name := range p.panel.Arrows {
		part := trackedParts[name.Text]
		if !part.aimed && part.at(s).sub(part.at(before)).len() < .5 {
			p.errorf(name.Offset, "%s does not move, so an arrow has nothing to show", name.Text)
		}
	}
}

// offsetOf returns the offset in this panel of the first of some joints, or of whatever
// else it has, or of the position.
func (p *poseReader) offsetOf(joints []joint, sd side) int {
	for _, j := range joints {
		for _, key := range []string{motions[j].name, sd.String() + "-" + motions[j].name} {
			if n, ok := p.panel.Pose[key]; ok {
				return n.Offset
			}
		}
	}
	if len(p.panel.Rests) > 0 {
		return p.panel.Rests[0].Offset
	}
	if len(p.panel.Pose) > 0 {
		return p.panel.Pose[slices.Min(slices.Collect(maps.Keys(p.panel.Pose)))].Offset
	}
	return cmp.Or(p.panel.Belly.Offset, p.panel.Step.Offset, p.position)
}
