package figure

import "math"

// tube adds the outline of the trunk from one section to another: where each
// section, an ellipse, reaches furthest to both sides of the spine as the camera sees
// it. The upper end is cut straight. build makes it broader: 1 is lean.
func (p *path) tube(c camera, s *skeleton, from, to int, build float64) {
	var one, other []disc
	for i := from; i <= to; i++ {
		mid, across, reach := s.edge(c, i, build)
		one = append(one, disc{x: mid.x + across.x*reach, y: mid.y + across.y*reach})
		other = append([]disc{{x: mid.x - across.x*reach, y: mid.y - across.y*reach}}, other...)
	}
	p.smooth(append(one, other...), len(one)-1)
}

// edge returns the middle of a section as the camera sees it, the direction across
// the spine, and how far the section reaches in it.
func (s *skeleton) edge(c camera, i int, build float64) (mid, across disc, reach float64) {
	at, f := s.section(i)
	x := sections[i]
	front, behind, half := (x.front+s.out(i))*build, x.behind*build, s.half(i)*build
	mid = c.disc(ball{at.add(f.front.mul((front - behind) / 2)), 0})
	a, _ := s.section(max(i-1, 0))
	b, _ := s.section(min(i+1, len(sections)-1))
	below, above := c.disc(ball{a, 0}), c.disc(ball{b, 0})
	dx, dy := above.x-below.x, above.y-below.y
	l := max(math.Hypot(dx, dy), 1e-6)
	across = disc{x: -dy / l, y: dx / l}
	fr, r := c.disc(ball{f.front, 0}), c.disc(ball{f.right, 0})
	depth := (front + behind) / 2 * (fr.x*across.x + fr.y*across.y)
	breadth := half * (r.x*across.x + r.y*across.y)
	return mid, across, math.Hypot(depth, breadth)
}

// out returns how far the belly protrudes at a section.
func (s *skeleton) out(i int) float64 { return s.belly * sections[i].belly }

// half returns how far a section reaches to the side: the ribs widen with the belly.
func (s *skeleton) half(i int) float64 { return sections[i].half + .35*s.out(i) }
