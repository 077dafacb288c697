package figure

import (
	"cmp"
	"slices"
)

// A shape is a path of one class: one outline around all that it is made of.
type shape struct {
	class string
	d     path
}

// A layer is some shapes that are drawn together, and how near the reader they are.
type layer struct {
	depth  float64
	shapes []shape
}

// A person draws a skeleton with a look.
type person struct {
	*skeleton
	camera
	look
}

// shapes returns the person from what is furthest to what is nearest. What the camera
// sees behind the trunk has the class far, and is darker. What is held is before the trunk,
// and behind the near arms.
func (p person) shapes(tinted []string, held ...shape) (all []shape) {
	trunk := p.camera.depth(p.base[lumbarPart])
	var layers []layer
	for _, sd := range []side{right, left} {
		layers = append(layers, p.armLayers(sd, trunk)...)
		layers = append(layers, p.legLayer(sd, trunk))
	}
	layers = append(layers,
		layer{trunk, p.upperBody()},
		layer{trunk + 5, p.headShapes()},
		layer{trunk + 11, p.seat()},
		layer{trunk + 13, held},
	)
	if tint := p.tint(tinted); tint.d.any {
		layers = append(layers, layer{trunk + 12, []shape{tint}})
	}
	slices.SortStableFunc(layers, func(a, b layer) int { return cmp.Compare(a.depth, b.depth) })
	for _, l := range layers {
		all = append(all, l.shapes...)
	}
	return all
}

// armLayers returns the part of an arm that is under the body, and the rest. trunk is the
// depth of the trunk.
func (p person) armLayers(sd side, trunk float64) []layer {
	lower, upper := p.arm(sd)
	depth := p.camera.depth(between(p.arms[sd].middle, p.arms[sd].end, .5))
	apart := p.camera.depth(p.arms[sd].root) - trunk
	if apart < -10 {
		upper = far(upper)
		depth = trunk - 50
	}
	if apart > 10 {
		depth = trunk + 50
	}
	return []layer{{trunk - 30, lower}, {depth, upper}}
}

func (p person) legLayer(sd side, trunk float64) layer {
	if p.isFar(sd) {
		return layer{trunk - 40, far(p.leg(sd))}
	}
	return layer{trunk + 10, p.leg(sd)}
}

// hull adds the outline around balls to a path.
func (p person) hull(d *path, balls ...ball) { d.hull(p.camera.discs(balls...)...) }

// chain adds a limb along balls to a path.
func (p person) chain(d *path, balls ...ball) { d.chain(p.camera.discs(balls...)...) }

// isFar reports whether a leg is seen behind the other.
func (p person) isFar(sd side) bool {
	return sd.sign()*(p.camera.depth(p.legs[right].root)-p.camera.depth(p.legs[left].root)) < -8
}

// far adds the class far to shapes.
func far(shapes []shape) []shape {
	for i := range shapes {
		shapes[i].class += " far"
	}
	return shapes
}

func (p person) upperBody() []shape {
	var nk, shirt path
	p.chain(&nk,
		ball{p.trunk[thoraxPart].at(p.c7, 0, -2, 0), 5.6 * p.build},
		ball{p.head.at(p.skull, 0, -7, -2), 5.3},
	)
	shirt.tube(p.camera, p.skeleton, waist, len(sections)-1, p.build)
	return []shape{{"skin", nk}, {"shirt", shirt}}
}

// seat is the pelvis and the trousers of the legs that are not far.
func (p person) seat() []shape {
	var d path
	d.tube(p.camera, p.skeleton, 0, waist, p.build)
	for _, sd := range []side{right, left} {
		if !p.isFar(sd) {
			d.join(p.trousers(sd))
		}
	}
	return []shape{{"trousers", d}}
}

// trousers returns the trousers of one leg.
func (p person) trousers(sd side) (d path) {
	l := p.legs[sd]
	b := p.build
	buttock := ball{p.trunk[pelvisPart].at(l.root, 0, 0, -1.6), (hipRadius + .8) * b}
	if p.look.leg <= 1 {
		p.chain(&d, buttock, ball{between(l.root, l.middle, p.look.leg), 7.6 * b})
		return d
	}
	p.chain(&d, buttock, ball{l.middle, (kneeRadius + .8) * b})
	p.chain(&d,
		ball{l.middle, (kneeRadius + .8) * b},
		ball{p.calf(sd), 5.9 * b},
		ball{between(l.middle, l.end, p.look.leg-1), 4.5 * b},
	)
	return d
}

// calf is where the lower leg is thickest, towards its back.
func (p person) calf(sd side) vec {
	l := p.legs[sd]
	return l.lower.at(between(l.middle, l.end, .3), 0, 0, -.9)
}

func (p person) leg(sd side) []shape {
	l := p.legs[sd]
	b := p.build
	var bare, foot path
	p.chain(&bare, ball{between(l.root, l.middle, .35), 8 * b}, ball{l.middle, kneeRadius * b})
	p.chain(&bare, ball{l.middle, kneeRadius * b}, ball{p.calf(sd), 5.4 * b}, ball{l.end, ankleRadius})
	inner := ball{l.tip.at(l.ball(), -1.8, 0, 0), ballRadius}
	outer := ball{l.tip.at(l.ball(), 1.8, 0, 0), ballRadius}
	p.hull(&foot, ball{l.end, 3.8}, ball{l.heel(), heelRadius}, inner, outer)
	p.hull(&foot,
		inner,
		outer,
		ball{l.toes.at(l.toe(), -1.6, 0, 0), toeRadius},
		ball{l.toes.at(l.toe(), 1.2, 0, -.8), toeRadius},
	)
	shapes := []shape{{"skin", bare}, {"shoe", foot}}
	if p.isFar(sd) {
		shapes = append(shapes, shape{"trousers", p.trousers(sd)})
	}
	return shapes
}

// arm returns the part of an arm that is under the body, and the rest: the forearm with the
// hand, and the upper arm, or nothing and the whole arm in one outline.
func (p person) arm(sd side) (under, rest []shape) {
	l := p.arms[sd]
	forearm, cuff := p.forearm(l)
	bare, sleeve := p.upperArm(l)
	var seam path
	chest, _ := p.section(7) // the seam hides the outline between the sleeve and the shirt
	p.hull(&seam, ball{l.root, shoulderRadius*p.build + .1}, ball{between(chest, l.root, .35), 5})
	if p.under[sd] {
		under = []shape{{"skin", forearm}, {"shirt", cuff}}
	} else {
		bare.join(forearm)
		sleeve.join(cuff)
	}
	return under, []shape{{"skin", bare}, {"shirt", sleeve}, {"shirt seam", seam}}
}

// forearm returns the forearm with the hand, and what the sleeve covers of it.
func (p person) forearm(l limb) (forearm, cuff path) {
	b := p.build
	p.chain(&forearm,
		ball{l.middle, elbowRadius * b},
		ball{between(l.middle, l.end, .28), 4.2 * b},
		ball{l.end, wristRadius},
	)
	forearm.join(p.hand(l))
	if p.sleeve > 1 {
		p.chain(&cuff, ball{l.middle, 5.2 * b}, ball{between(l.middle, l.end, p.sleeve-1), 3.6 * b})
	}
	return forearm, cuff
}

// upperArm returns the upper arm, and what the sleeve covers of it.
func (p person) upperArm(l limb) (bare, sleeve path) {
	b := p.build
	p.chain(&bare, ball{l.root, shoulderRadius * b}, ball{l.middle, elbowRadius * b})
	p.chain(&sleeve,
		ball{l.root, (shoulderRadius + .7) * b},
		ball{between(l.root, l.middle, min(p.sleeve, 1)), 5.2 * b},
	)
	return bare, sleeve
}

// hand returns a flat hand with a thumb.
func (p person) hand(l limb) (d path) {
	at := func(along, thumbwards, r float64) ball {
		return ball{l.tip.at(l.end, 0, -handLength*along, thumbwards), r}
	}
	p.hull(&d,
		ball{l.end, wristRadius},
		at(.5, 2.3, 1.9),
		at(.5, -2.1, 1.8),
		at(.9, 1.2, 1.4),
		at(.84, -1.4, 1.3),
	)
	p.hull(&d, at(.14, 1.6, 1.9), at(.52, 5.2, 1.3))
	return d
}
