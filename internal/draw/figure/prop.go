package figure

import (
	"fmt"
	"maps"
	"slices"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/strict"
)

// A Prop is a thing around the body.
type Prop struct {
	Kind PropKind      `yaml:"kind"`
	X    strict.Number `yaml:"x,optional" doc:"centimetres to the right of where the hips are in the position"`
	Y    strict.Number `yaml:"y,optional" doc:"centimetres above the floor"`
	Hand strict.Text   `yaml:"hand,optional" doc:"the hand that holds it: right or left"`
}

// A PropKind is what a prop is.
type PropKind string

// UnmarshalText reads a kind of prop.
func (k *PropKind) UnmarshalText(text []byte) error {
	if _, ok := propKinds[PropKind(text)]; !ok {
		return fmt.Errorf("there is no prop %q: %s", text, diag.SuggestOr(string(text), propNames()))
	}
	*k = PropKind(text)
	return nil
}

// JSONSchema returns the kinds of props.
func (PropKind) JSONSchema() strict.Schema { return strict.Schema{"enum": propNames()} }

func propNames() (names []string) {
	for _, k := range slices.Sorted(maps.Keys(propKinds)) {
		names = append(names, string(k))
	}
	return names
}

// A propKind is how a kind of prop is drawn, in two layers: behind the body, and before all
// of it but the arms that are nearest.
type propKind struct {
	keys []string // which of x, y and hand it has
	draw func(p Prop, s *skeleton, c camera) (behind, before []shape)
}

// propKinds are the things that can be around a body. The mat is drawn with the ground.
var propKinds = map[PropKind]propKind{
	"mat":    {},
	"chair":  {[]string{"x"}, chair},
	"wall":   {[]string{"x"}, wall},
	"ball":   {[]string{"x", "y"}, exerciseBall},
	"box":    {[]string{"x", "y"}, box},
	"pillow": {[]string{"x", "y"}, pillow},
	"stick":  {nil, stick},
	"bag":    {[]string{"x", "hand"}, bag},
}

// checkProps checks the positions of props.
func (f *Figure) checkProps(file string) (probs diag.List) {
	for _, p := range f.Props {
		for key, at := range map[string]int{"x": p.X.Offset, "y": p.Y.Offset, "hand": p.Hand.Offset} {
			if at > 0 && !slices.Contains(propKinds[p.Kind].keys, key) {
				probs = append(probs, diag.Errorf(file, at, "a %s has no %s", p.Kind, key))
			}
		}
		if x, y := p.X.Value, p.Y.Value; max(x, -x, y, -y) > 150 {
			probs = append(probs,
				diag.Errorf(file, max(p.X.Offset, p.Y.Offset), "the %s is more than 150 cm away", p.Kind))
		}
		if h := p.Hand.Text; h != "" && h != "right" && h != "left" {
			probs = append(probs, diag.Errorf(file, p.Hand.Offset, "there is no hand %q", h).Hintf("right or left"))
		}
		if p.Hand.Offset > 0 && p.X.Offset > 0 {
			probs = append(probs, diag.Errorf(file, p.X.Offset, "a %s in a hand has no x", p.Kind))
		}
	}
	return probs
}

// block adds the hull of a box with rounded edges.
func (d *path) block(c camera, at, size vec, r float64) {
	var corners []ball
	for _, x := range []float64{-.5, .5} {
		for _, y := range []float64{-.5, .5} {
			for _, z := range []float64{-.5, .5} {
				corner := vec{x * (size.X - 2*r), y * (size.Y - 2*r), z * (size.Z - 2*r)}
				corners = append(corners, ball{at.add(corner), r})
			}
		}
	}
	d.hull(c.discs(corners...)...)
}

const seatHeight = 45

func chair(p Prop, s *skeleton, c camera) (behind, before []shape) {
	var frame, back, seat path
	x := p.X.Value
	for _, z := range []float64{-18, 18} {
		frame.block(c, vec{x + 18, seatHeight / 2, z}, vec{3, seatHeight, 3}, .05)
		frame.block(c, vec{x - 18, 44, z}, vec{3, 88, 3}, .05)
	}
	back.block(c, vec{x - 18, 76, 0}, vec{3, 24, 40}, 1.2)
	seat.block(c, vec{x, seatHeight - 2, 0}, vec{42, 4, 42}, 1.2)
	return []shape{{"prop", frame}, {"prop", back}, {"prop", seat}}, nil
}

func wall(p Prop, s *skeleton, c camera) (behind, before []shape) {
	var d path
	d.block(c, vec{p.X.Value, 95, 0}, vec{6, 190, 60}, 1)
	return []shape{{"prop", d}}, nil
}

func exerciseBall(p Prop, s *skeleton, c camera) (behind, before []shape) {
	var d path
	d.hull(c.disc(ball{vec{p.X.Value, 32 + p.Y.Value, 0}, 32}))
	return []shape{{"prop", d}}, nil
}

func box(p Prop, s *skeleton, c camera) (behind, before []shape) {
	var d path
	d.block(c, vec{p.X.Value, 15 + p.Y.Value, 0}, vec{36, 30, 36}, 1)
	return []shape{{"prop", d}}, nil
}

func pillow(p Prop, s *skeleton, c camera) (behind, before []shape) {
	var d path
	var corners []ball
	at := vec{p.X.Value, 4 + p.Y.Value, 0}
	for _, x := range []float64{-12, 12} {
		for _, z := range []float64{-24, 24} {
			corners = append(corners, ball{at.add(vec{x, -.8, z}), 3.2})
		}
	}
	corners = append(corners, ball{at.add(vec{0, 0, 18}), 4}, ball{at.add(vec{0, 0, -18}), 4})
	d.hull(c.discs(corners...)...)
	return []shape{{"soft", d}}, nil
}

// stick lies along the back, from above the head to below the tail bone.
func stick(p Prop, s *skeleton, c camera) (behind, before []shape) {
	var d path
	top := s.head.at(s.skull, 0, 0, -headRadius-2)
	o, f := s.section(1)
	tail := f.at(o, 0, 0, -sections[1].behind-1)
	along := top.sub(tail).unit(up)
	d.chain(c.discs(ball{tail.sub(along.mul(22)), 1.3}, ball{top.add(along.mul(24)), 1.3})...)
	return nil, []shape{{"prop", d}}
}

// bag hangs from a hand, or stands on the floor.
func bag(p Prop, s *skeleton, c camera) (behind, before []shape) {
	var d, handle path
	top := vec{p.X.Value, 37, 28}
	if p.Hand.Text != "" {
		sd := right
		if p.Hand.Text == "left" {
			sd = left
		}
		top = s.arms[sd].palm().sub(up.mul(1))
	}
	d.block(c, top.sub(vec{0, 24, 0}), vec{38, 26, 15}, 3)
	handle.open(c.discs(
		ball{top.add(vec{-10, -12, 0}), 0},
		ball{top.add(vec{-6, 1, 0}), 0},
		ball{top.add(vec{6, 1, 0}), 0},
		ball{top.add(vec{10, -12, 0}), 0},
	)...)
	return nil, []shape{{"handle", handle}, {"prop", d}}
}
