package figure

import (
	"math"
	"slices"
)

// A ball is a round piece of the body, or a point of its skin.
type ball struct {
	vec
	r float64
}

// A contact is a part of the body that it can rest on. One with two points is level by
// itself; of two contacts, the first points are level.
type contact struct {
	at func(s *skeleton) []ball

	// The limb that the part belongs to, whose end must not be placed: it is placed only
	// once the body lies.
	limb bool
	end  int
	side side
}

// On a trunk there is one of each part.
var trunkContacts = map[string]func(s *skeleton) []ball{
	"seat":       func(s *skeleton) []ball { return []ball{s.behind(1)} },
	"upper-back": func(s *skeleton) []ball { return []ball{s.behind(7)} },
	"back":       func(s *skeleton) []ball { return []ball{s.behind(2), s.behind(7)} },
	"front":      func(s *skeleton) []ball { return []ball{s.before(2), s.before(6)} },
	"pelvis":     func(s *skeleton) []ball { return []ball{s.before(2)} },
	"right-hip":  func(s *skeleton) []ball { return []ball{{s.legs[right].root, hipRadius}} },
}

// Limbs have two of each part. The name of both means the right one.
var limbContacts = []struct {
	one, both string
	end       int
	at        func(s *skeleton, sd side) []ball
}{
	{"foot", "feet", footEnd, func(s *skeleton, sd side) []ball {
		l := s.legs[sd]
		return []ball{{l.heel(), heelRadius}, {l.ball(), ballRadius}}
	}},
	{"toe", "toes", footEnd, func(s *skeleton, sd side) []ball { return []ball{{s.legs[sd].toe(), toeRadius}} }},
	{"heel", "heels", footEnd, func(s *skeleton, sd side) []ball { return []ball{{s.legs[sd].heel(), heelRadius}} }},
	{"knee", "knees", footEnd, func(s *skeleton, sd side) []ball { return []ball{{s.legs[sd].middle, kneeRadius}} }},
	{"elbow", "elbows", handEnd, func(s *skeleton, sd side) []ball { return []ball{{s.arms[sd].middle, elbowRadius}} }},
}

// behind and before are points of the skin in the middle of a section.
func (s *skeleton) behind(i int) ball {
	o, f := s.section(i)
	return ball{f.at(o, 0, 0, -sections[i].behind), 0}
}

func (s *skeleton) before(i int) ball {
	o, f := s.section(i)
	return ball{f.at(o, 0, 0, sections[i].front), 0}
}

func contactNames() (names []string) {
	for name := range trunkContacts {
		names = append(names, name)
	}
	for _, c := range limbContacts {
		names = append(names, c.both, "right-"+c.one, "left-"+c.one)
	}
	slices.Sort(names)
	return names
}

func contactNamed(name string) (contact, bool) {
	if at, ok := trunkContacts[name]; ok {
		return contact{at: at}, true
	}
	one, sides := cutSide(name)
	for _, c := range limbContacts {
		if name == c.both || one == c.one && len(sides) == 1 {
			at := func(s *skeleton) []ball { return c.at(s, sides[0]) }
			return contact{at, true, c.end, sides[0]}, true
		}
	}
	return contact{}, false
}

// settle turns the pose until what it rests on is level, and returns its skeleton and the
// height of the floor, with the hips at 0.
func (p *pose) settle() (*skeleton, float64) {
	for range 30 {
		points := p.contactPoints(newSkeleton(p))
		if len(points) < 2 {
			break
		}
		a, b := points[0], points[1]
		level := vec{b.X - a.X, 0, b.Z - a.Z}
		axis := level.unit(vec{1, 0, 0}).cross(up)
		wrong := math.Atan2((b.Y-b.r)-(a.Y-a.r), level.len())
		if math.Abs(wrong) < 1e-6 {
			break
		}
		p.posture = p.posture.spin(axis, -degrees(wrong))
	}
	s := newSkeleton(p)
	floor := math.Inf(1)
	for _, b := range p.contactPoints(s) {
		floor = min(floor, b.Y-b.r)
	}
	return s, floor
}

// contactPoints are the points on which the pose rests: two at most.
func (p *pose) contactPoints(s *skeleton) []ball {
	switch len(p.rests) {
	case 0:
		return []ball{{s.base[pelvisPart], 0}}
	case 1:
		return p.rests[0].at(s)
	}
	return []ball{p.rests[0].at(s)[0], p.rests[1].at(s)[0]}
}
