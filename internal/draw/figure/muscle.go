package figure

import "slices"

// A strand is a muscle as it is tinted, on one side: balls through the body, one after the
// other, or a flat shape around all of them.
type strand struct {
	balls []ball
	flat  bool
}

// muscles are the strands of muscles, simplified to what a tint can show, by their keys in
// exercises.
var muscles = map[string]func(s *skeleton, sd side) strand{
	"transversus-abdominis": layerOf(2.6,
		spot{3, .8, -.1},
		spot{3, .1, .8},
		spot{4, .82, -.1},
		spot{4, .1, .8},
		spot{5, .8, -.1},
		spot{5, .1, .76},
	),
	"obliquus-internus": layerOf(2.4,
		spot{3, .84, -.2},
		spot{3, .8, .3},
		spot{5, .55, .62},
		spot{5, .8, .2},
	),
	"obliquus-externus": layerOf(2.4,
		spot{6, .84, .2},
		spot{6, .84, -.3},
		spot{4, .62, .55},
		spot{3, .55, .6},
		spot{3, .82, .1},
	),
	"rectus-abdominis": cordOf(3,
		spot{1, .12, .72},
		spot{3, .2, .76},
		spot{4, .2, .78},
		spot{6, .26, .8},
	),
	"multifidus": cordOf(2.4,
		spot{2, .14, -.74},
		spot{3, .14, -.74},
		spot{4, .12, -.74},
		spot{5, .1, -.74},
		spot{6, .08, -.76},
	),
	"erector-spinae": cordOf(2.8,
		spot{2, .26, -.76},
		spot{3, .28, -.74},
		spot{4, .3, -.74},
		spot{5, .3, -.76},
		spot{6, .28, -.78},
		spot{7, .24, -.78},
	),
	"quadratus-lumborum": cordOf(3,
		spot{3, .5, -.45},
		spot{4, .45, -.45},
		spot{5, .4, -.5},
	),
	"diaphragm": layerOf(1.8,
		spot{5, .82, 0},
		spot{5, 0, .78},
		spot{5, 0, -.74},
		spot{6, 0, .3},
		spot{6, 0, -.3},
	),
	"pelvic-floor": cordOf(1.7,
		spot{1, 0, .8},
		spot{0, 0, .5},
		spot{0, 0, -.4},
		spot{1, 0, -.74},
	),
	"gluteus-maximus": buttock,
	"gluteus-medius": cordOf(4.4,
		spot{3, .72, -.1},
		spot{2, .78, -.1},
		spot{1, .8, -.1},
	),
	"hip-flexors": hipFlexor,
	"hamstrings":  thigh(-1, .18, .95),
	"quadriceps":  thigh(1, .12, .9),
}

// A spot is a point in the trunk: a section, how far it lies to the side as a part of
// the section's half breadth, and how far to the front or, below 0, to the back.
type spot struct {
	section     int
	side, front float64
}

// cordOf returns a muscle along spots, with a radius.
func cordOf(r float64, spots ...spot) func(s *skeleton, sd side) strand {
	return func(s *skeleton, sd side) strand {
		return strand{balls: s.balls(sd, r, spots)}
	}
}

// layerOf returns a flat muscle around spots.
func layerOf(r float64, spots ...spot) func(s *skeleton, sd side) strand {
	return func(s *skeleton, sd side) strand {
		return strand{balls: s.balls(sd, r, spots), flat: true}
	}
}

// balls returns balls of the radius r at spots of a side.
func (s *skeleton) balls(sd side, r float64, spots []spot) (balls []ball) {
	for _, x := range spots {
		o, f := s.section(x.section)
		c := sections[x.section]
		depth := c.front + s.out(x.section)
		if x.front < 0 {
			depth = c.behind
		}
		at := f.at(o, sd.sign()*x.side*c.half, 0, x.front*depth)
		balls = append(balls, ball{at, r})
	}
	return balls
}

// buttock reaches from the pelvis to the thigh.
func buttock(s *skeleton, sd side) strand {
	l := s.legs[sd]
	balls := s.balls(sd, 5, []spot{{2, .4, -.5}, {2, .66, -.42}})
	return strand{
		balls: append(balls,
			ball{l.upper.at(l.root, 0, 0, -4.6), 6.2},
			ball{l.upper.at(l.root, sd.sign()*3, -7, -2), 3},
		),
		flat: true,
	}
}

// hipFlexor reaches from the lumbar spine to the thigh.
func hipFlexor(s *skeleton, sd side) strand {
	l := s.legs[sd]
	balls := s.balls(sd, 2.8, []spot{{4, .25, -.1}, {2, .5, .5}})
	return strand{balls: append(balls, ball{l.upper.at(l.root, 0, -8, 3), 3})}
}

// thigh returns a muscle along the thigh, on its front or its back, from a part of its length
// to another.
func thigh(front, from, to float64) func(s *skeleton, sd side) strand {
	return func(s *skeleton, sd side) strand {
		l := s.legs[sd]
		at := func(t, r float64) ball {
			return ball{l.upper.at(between(l.root, l.middle, t), 0, 0, front*(8.2-5*t)), r}
		}
		return strand{balls: []ball{at(from, 3.4), at((from+to)/2, 4), at(to, 2.2)}}
	}
}

// tint draws muscles, except what lies behind the middle of the body.
func (p person) tint(names []string) shape {
	behind := func(b ball) bool { return p.camera.depth(b.vec.sub(p.axis(b.vec))) < -3 }
	var d path
	for _, name := range names {
		for _, sd := range []side{right, left} {
			st := muscles[name](p.skeleton, sd)
			discs := p.camera.discs(slices.DeleteFunc(st.balls, behind)...)
			switch {
			case len(discs) == 0:
			case st.flat, len(discs) == 1:
				d.hull(discs...)
			default:
				d.chain(discs...)
			}
		}
	}
	return shape{"muscle", d}
}

// axis returns the point of the trunk's axis that is nearest to v.
func (s *skeleton) axis(v vec) vec {
	along := s.c7.sub(s.base[pelvisPart]).unit(up)
	return s.base[pelvisPart].add(along.mul(v.sub(s.base[pelvisPart]).dot(along)))
}
