package figure

import (
	"math"
	"slices"
)

// A contact is a part of the body that the figure can rest on: a point inside the
// body, and how far from it the skin is.
type contact struct {
	name string
	at   func(s *skeleton) []ball
}

// A ball is a round piece of the body.
type ball struct {
	vec
	r float64
}

func skin(s *skeleton, i int, r, f float64) ball {
	o, fr := s.section(i)
	return ball{fr.at(o, r*sections[i].half, 0, f), 0}
}

// contacts are what `rests` can name. One with two points is laid flat.
var contacts = []contact{
	{"feet", func(s *skeleton) []ball { return sole(s.legs[right]) }},
	{"right-foot", func(s *skeleton) []ball { return sole(s.legs[right]) }},
	{"left-foot", func(s *skeleton) []ball { return sole(s.legs[left]) }},
	{"toes", func(s *skeleton) []ball { return []ball{{s.legs[right].toe(), toeRadius}} }},
	{"heels", func(s *skeleton) []ball { return []ball{{s.legs[right].heel(), heelRadius}} }},
	{"knees", func(s *skeleton) []ball { return []ball{{s.legs[right].middle, kneeRadius}} }},
	{"left-knee", func(s *skeleton) []ball { return []ball{{s.legs[left].middle, kneeRadius}} }},
	{"seat", func(s *skeleton) []ball { return []ball{skin(s, 1, 0, -sections[1].behind)} }},
	{"upper-back", func(s *skeleton) []ball { return []ball{skin(s, 7, 0, -sections[7].behind)} }},
	{"back", func(s *skeleton) []ball {
		return []ball{skin(s, 2, 0, -sections[2].behind), skin(s, 7, 0, -sections[7].behind)}
	}},
	{"front", func(s *skeleton) []ball {
		return []ball{skin(s, 2, 0, sections[2].front), skin(s, 6, 0, sections[6].front)}
	}},
	{"hips", func(s *skeleton) []ball { return []ball{skin(s, 2, 0, sections[2].front)} }},
	{"side", func(s *skeleton) []ball {
		return []ball{{s.legs[right].root, hipRadius}, {s.arms[right].root, shoulderRadius}}
	}},
	{"right-hip", func(s *skeleton) []ball { return []ball{{s.legs[right].root, hipRadius}} }},
	{"right-elbow", func(s *skeleton) []ball { return []ball{{s.arms[right].middle, elbowRadius}} }},
	{"elbows", func(s *skeleton) []ball { return []ball{{s.arms[right].middle, elbowRadius}} }},
	{"right-knee", func(s *skeleton) []ball { return []ball{{s.legs[right].middle, kneeRadius}} }},
}

func sole(l limb) []ball { return []ball{{l.heel(), heelRadius}, {l.ball(), ballRadius}} }

func contactNames() (names []string) {
	for _, c := range contacts {
		names = append(names, c.name)
	}
	return names
}

func contactNamed(name string) (contact, bool) {
	i := slices.IndexFunc(contacts, func(c contact) bool { return c.name == name })
	if i < 0 {
		return contact{}, false
	}
	return contacts[i], true
}

// rest turns the pose until the first two points that it rests on are level, and
// returns how high the floor is below the hips.
func (p *pose) rest() (*skeleton, float64) {
	for range 30 {
		points := p.points(stand(p))
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
	s := stand(p)
	floor := math.Inf(1)
	for _, b := range p.points(s) {
		floor = min(floor, b.Y-b.r)
	}
	return s, floor
}

// points are where the pose rests.
func (p *pose) points(s *skeleton) (all []ball) {
	for _, c := range p.rests {
		all = append(all, c.at(s)...)
	}
	return all
}
