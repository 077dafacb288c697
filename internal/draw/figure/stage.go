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

// What is off by no more than this does not look wrong: centimetres from a place or
// below the floor, and degrees of a joint.
const (
	tolerance      = 2.0
	angleTolerance = 3.0
)

// stage reads the panels, each on top of the one before, and solves their poses. The
// first comes from the pose of the position.
func (f *Figure) stage(file string, position strict.String) (scenes []scene, probs diag.List) {
	start, ok := positions[position.Text]
	if !ok {
		return nil, diag.List{diag.Errorf(file, position.Offset, "the position %q has no pose to start from", position.Text).
			Hintf("%s", diag.SuggestOr(position.Text, slices.Sorted(maps.Keys(positions))))}
	}
	before, _ := start.solve(nil, [2][2]bool{})
	p := posed{pose: start, file: file, position: position.Offset}
	for i := range f.Panels {
		if p.read(&f.Panels[i], before); p.probs.Errors() > 0 {
			continue // what cannot be read says nothing of what a body can do
		}
		s, short := p.solve(before, p.kept)
		p.unreached(short)
		p.impossible(s)
		p.sunk(s)
		p.still(before, s)
		scenes, before = append(scenes, scene{s, before, p.panel}), s
	}
	return scenes, p.probs
}

// endNames are the ends of limbs that can be placed.
var endNames = [...]string{handEnd: "hand", footEnd: "foot"}

func (s side) String() string { return [...]string{"right", "left"}[s] }

// unreached reports hands and feet that do not come to their places.
func (p *posed) unreached(short [2][2]float64) {
	for end, name := range endNames {
		for _, sd := range []side{right, left} {
			if short[end][sd] > tolerance {
				p.errorf(p.blame(end, sd), "the %s %s is %.0f cm from its place", sd, name, short[end][sd]).Hint = "move the place, or the body"
			}
		}
	}
}

// impossible reports angles, of limbs that were placed, that joints do not have. Turns
// of a placed limb are left out: where the elbow points is shared by the shoulder blade,
// which has no angle here.
func (p *posed) impossible(s *skeleton) {
	for end, limb := range [][]joint{{shoulder, shoulderOut, elbow, wrist}, {hip, hipOut, knee, ankle}} {
		for _, sd := range []side{right, left} {
			if p.places[end][sd] == nil {
				continue
			}
			for _, j := range limb {
				if a, m := s.angles[j][sd], motions[j]; a < m.min-angleTolerance || a > m.max+angleTolerance {
					p.errorf(p.blame(end, sd), "the %s %s would be at %.0f degrees, and can be from %g to %g", sd, m.name, a, m.min, m.max)
				}
			}
		}
	}
}

// blame returns where the place of a hand or foot is that cannot be: in this panel,
// what has moved the body if the place is older.
func (p *posed) blame(end int, sd side) int {
	if !p.kept[end][sd] {
		return p.places[end][sd].at
	}
	return p.where(nil, sd)
}

// sunk reports parts of the body below the floor.
func (p *posed) sunk(s *skeleton) {
	below := func(name string, at int, balls ...ball) {
		deepest := 0.0
		for _, b := range balls {
			deepest = max(deepest, b.r-b.Y)
		}
		if deepest > tolerance {
			p.errorf(at, "the %s is %.0f cm below the floor", name, deepest)
		}
	}
	for _, sd := range []side{right, left} {
		a, l := s.arms[sd], s.legs[sd]
		below(sd.String()+" arm", p.where([]joint{shoulder, elbow, wrist}, sd), ball{a.middle, elbowRadius}, ball{a.end, wristRadius}, ball{a.fingertip(), 1})
		below(sd.String()+" leg", p.where([]joint{hip, knee, ankle}, sd), ball{l.middle, kneeRadius}, ball{l.end, ankleRadius}, ball{l.heel(), heelRadius}, ball{l.toe(), toeRadius})
	}
	below("head", p.where([]joint{neck, thorax, lumbar}, right), ball{s.skull, headRadius})
	var trunk []ball
	for i, c := range sections[1 : len(sections)-1] {
		o, f := s.section(i + 1)
		trunk = append(trunk, ball{o.add(f.front.mul((c.front - c.behind) / 2)), math.Hypot(c.half*f.right.Y, (c.front+c.behind)/2*f.front.Y)})
	}
	below("trunk", p.where([]joint{pelvis, lumbar, thorax}, right), trunk...)
}

// still reports arrows of parts that do not move.
func (p *posed) still(before, s *skeleton) {
	for _, name := range p.panel.Arrows {
		if part := tracked[name.Text]; !part.pointed && part.at(s).sub(part.at(before)).len() < .5 {
			p.errorf(name.Offset, "%s does not move, so there is no way to show", name.Text)
		}
	}
}

// where returns the place in this panel of the first of some joints, or of whatever
// else it says, or of the position.
func (p *posed) where(js []joint, sd side) int {
	for _, j := range js {
		for _, key := range []string{motions[j].name, sd.String() + "-" + motions[j].name} {
			if n, ok := p.panel.Pose[key]; ok {
				return n.Offset
			}
		}
	}
	for _, r := range p.panel.Rests {
		return r.Offset
	}
	for _, key := range slices.Sorted(maps.Keys(p.panel.Pose)) {
		return p.panel.Pose[key].Offset
	}
	return cmp.Or(p.panel.Belly.Offset, p.panel.Step.Offset, p.position)
}
