package figure

// A strand is a piece of a muscle as it is tinted: a chain of balls through the body.
type strand []ball

// muscles are where each muscle lies, on one side, simplified to what a tint can show.
// The keys are those of the exercises.
var muscles = map[string]func(s *skeleton, sd side) []strand{
	"transversus-abdominis": func(s *skeleton, sd side) []strand {
		return []strand{s.strand(sd, 3.2, spot{3, .8, .1}, spot{3, .1, .78}), s.strand(sd, 3.2, spot{4, .8, 0}, spot{4, .1, .78}), s.strand(sd, 3.2, spot{5, .8, 0}, spot{5, .1, .75})}
	},
	"obliquus-internus": func(s *skeleton, sd side) []strand {
		return []strand{s.strand(sd, 3.6, spot{3, .8, 0}, spot{5, .55, .6}), s.strand(sd, 3.6, spot{3, .8, .2}, spot{4, .55, .6})}
	},
	"obliquus-externus": func(s *skeleton, sd side) []strand {
		return []strand{s.strand(sd, 3.6, spot{6, .8, .1}, spot{4, .7, .4}, spot{3, .5, .65}), s.strand(sd, 3.4, spot{5, .84, -.1}, spot{3, .72, .3})}
	},
	"rectus-abdominis": func(s *skeleton, sd side) []strand {
		return []strand{s.strand(sd, 3, spot{1, .12, .72}, spot{3, .2, .76}, spot{4, .2, .78}, spot{6, .26, .8})}
	},
	"multifidus": func(s *skeleton, sd side) []strand {
		return []strand{s.strand(sd, 2.4, spot{2, .14, -.74}, spot{3, .14, -.74}, spot{4, .12, -.74}, spot{5, .1, -.74})}
	},
	"erector-spinae": func(s *skeleton, sd side) []strand {
		return []strand{s.strand(sd, 2.8, spot{2, .26, -.76}, spot{3, .28, -.74}, spot{4, .3, -.74}, spot{5, .3, -.76}, spot{6, .28, -.78}, spot{7, .24, -.78})}
	},
	"quadratus-lumborum": func(s *skeleton, sd side) []strand {
		return []strand{s.strand(sd, 3, spot{3, .5, -.45}, spot{4, .45, -.45}, spot{5, .4, -.5})}
	},
	"diaphragm": func(s *skeleton, sd side) []strand {
		return []strand{s.strand(sd, 2, spot{5, .85, .3}, spot{6, .6, .2}, spot{6, 0, .2}), s.strand(sd, 2, spot{5, .2, .8}, spot{6, .1, .3}), s.strand(sd, 2, spot{5, .3, -.8}, spot{6, .1, -.2})}
	},
	"pelvic-floor": func(s *skeleton, sd side) []strand {
		return []strand{s.strand(sd, 2.4, spot{0, .1, .8}, spot{0, .4, 0}, spot{0, .1, -.8})}
	},
	"gluteus-maximus": func(s *skeleton, sd side) []strand {
		l := s.legs[sd]
		return []strand{append(s.strand(sd, 6, spot{2, .5, -.5}), ball{l.upper.at(l.root, 0, 0, -4.4), 6.4}, ball{l.upper.at(l.root, 0, -8, -3.4), 4.6})}
	},
	"gluteus-medius": func(s *skeleton, sd side) []strand {
		return []strand{s.strand(sd, 4.4, spot{3, .72, -.1}, spot{2, .78, -.1}, spot{1, .8, -.1})}
	},
	"hip-flexors": func(s *skeleton, sd side) []strand {
		l := s.legs[sd]
		return []strand{append(s.strand(sd, 2.8, spot{4, .25, -.1}, spot{2, .5, .5}), ball{l.upper.at(l.root, 0, -8, 3), 3})}
	},
	"hamstrings": func(s *skeleton, sd side) []strand { return s.thigh(sd, -1, .18, .95) },
	"quadriceps": func(s *skeleton, sd side) []strand { return s.thigh(sd, 1, .12, .9) },
}

// A spot is a point in the trunk: a section, how far it lies to the side as a part of
// the section's half breadth, and how far to the front or, below 0, to the back.
type spot struct {
	section     int
	side, front float64
}

func (s *skeleton) strand(sd side, r float64, spots ...spot) (out strand) {
	for _, x := range spots {
		o, f := s.section(x.section)
		c := sections[x.section]
		depth := c.front + s.out(x.section)
		if x.front < 0 {
			depth = c.behind
		}
		out = append(out, ball{f.at(o, sd.sign()*x.side*c.half, 0, x.front*depth), r})
	}
	return out
}

// thigh is a muscle along the thigh, on its front or its back.
func (s *skeleton) thigh(sd side, front, from, to float64) []strand {
	l := s.legs[sd]
	at := func(t, r float64) ball {
		return ball{l.upper.at(between(l.root, l.middle, t), 0, 0, front*(8.2-5*t)), r}
	}
	return []strand{{at(from, 3.4), at((from+to)/2, 4), at(to, 2.2)}}
}

// tint draws muscles. Of a pair that the camera sees from the side, the far one is
// left out.
func (p person) tint(names []string) shape {
	var d path
	middle := p.camera.depth(p.base[lumbarPart])
	for _, name := range names {
		for _, sd := range []side{right, left} {
			for _, st := range muscles[name](p.skeleton, sd) {
				if p.camera.depth(st[len(st)/2].vec) < middle-4 && p.camera.depth(p.legs[sd].root) < middle-4 {
					continue
				}
				if len(st) == 1 {
					d.hull(p.camera.discs(st...)...)
				} else {
					d.chain(p.camera.discs(st...)...)
				}
			}
		}
	}
	return shape{"muscle", d}
}
