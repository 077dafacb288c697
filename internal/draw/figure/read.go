package figure

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/strict"
)

// UnmarshalText reads a view.
func (v *View) UnmarshalText(text []byte) error {
	if _, ok := cameras[string(text)]; !ok {
		return fmt.Errorf("there is no view %q: %s", text, diag.SuggestOr(string(text), viewNames()))
	}
	*v = View(text)
	return nil
}

// JSONSchema says what a View accepts.
func (View) JSONSchema() strict.Schema { return strict.Schema{"enum": viewNames()} }

func viewNames() []string { return slices.Sorted(maps.Keys(cameras)) }

// A posed is the pose of a panel, and where in the file it comes from.
type posed struct {
	pose
	panel *Panel
	kept  [2][2]bool // which of its places are those of the panel before

	file     string
	position int // where that stands
	probs    diag.List
}

func (p *posed) errorf(at int, format string, args ...any) *diag.Problem {
	p.probs = append(p.probs, diag.Errorf(p.file, at, format, args...))
	return &p.probs[len(p.probs)-1]
}

// read changes the pose as a panel says. Before is the skeleton of the panel before.
func (p *posed) read(panel *Panel, before *skeleton) {
	p.panel = panel
	for end := range p.kept {
		for sd := range p.kept[end] {
			p.kept[end][sd] = p.places[end][sd] != nil
		}
	}
	for _, key := range slices.Sorted(maps.Keys(panel.Pose)) {
		p.angle(key, panel.Pose[key], before)
	}
	for _, key := range slices.Sorted(maps.Keys(panel.Places)) {
		p.place(key, panel.Places[key])
	}
	p.lay(panel.Rests)
	for _, name := range panel.Arrows {
		if _, ok := tracked[name.Text]; !ok {
			p.errorf(name.Offset, "no arrow can show the way of %q", name.Text).Hint = diag.SuggestOr(name.Text, trackedNames())
		}
	}
	if panel.Belly.Offset > 0 {
		p.within(panel.Belly, "the belly", -6, 10)
		p.belly = panel.Belly.Value
	}
}

// within reports a number of centimetres or degrees that no figure needs.
func (p *posed) within(n strict.Number, what string, least, most float64) {
	if n.Value < least || n.Value > most {
		p.errorf(n.Offset, "%s can be from %g to %g, not %g", what, least, most, n.Value)
	}
}

// angle sets an angle. A limb of which an angle is given is no longer placed: its other
// angles stay what they were.
func (p *posed) angle(key string, n strict.Number, before *skeleton) {
	j, sides, ok := jointNamed(key)
	if !ok {
		p.errorf(n.Offset, "there is no joint %q", key).Hint = diag.Suggest(key, angleNames())
		return
	}
	p.within(n, motions[j].name, motions[j].min, motions[j].max)
	for _, sd := range sides {
		if end, ok := j.end(); ok && p.places[end][sd] != nil {
			p.places[end][sd], p.kept[end][sd] = nil, false
			first, last := shoulder, wrist
			if end == footEnd {
				first, last = hip, toes
			}
			for k := first; k <= last; k++ {
				p.angles[k][sd] = before.angles[k][sd]
			}
		}
		p.angles[j][sd] = n.Value
	}
}

// place puts a hand or foot somewhere.
func (p *posed) place(key string, in Place) {
	name, sides := cutSide(key)
	end := slices.Index(endNames[:], name)
	if end < 0 {
		p.errorf(in.On.Offset, "%q cannot be put anywhere", key).Hint = diag.SuggestOr(key, []string{"hand", "right-hand", "left-hand", "foot", "right-foot", "left-foot"})
		return
	}
	spots := []string{onFloor}
	if end == handEnd {
		spots = append(slices.Sorted(maps.Keys(landmarks)), onFloor, inAir)
	}
	if !slices.Contains(spots, in.On.Text) {
		p.errorf(in.On.Offset, "a %s cannot be put on %q", name, in.On.Text).Hint = diag.SuggestOr(in.On.Text, spots)
		return
	}
	for _, n := range []strict.Number{in.X, in.Y, in.Z, in.Bend} {
		p.within(n, "a place", -120, 120)
	}
	for _, sd := range sides {
		for _, angle := range slices.Sorted(maps.Keys(p.panel.Pose)) {
			j, also, ok := jointNamed(angle)
			if e, isLimb := j.end(); ok && isLimb && e == end && slices.Contains(also, sd) {
				p.errorf(p.panel.Pose[angle].Offset, "the %s %s is put somewhere, which decides this angle", sd, name)
			}
		}
		p.places[end][sd] = &place{in.On.Text, vec{in.X.Value, in.Y.Value, in.Z.Value}, in.Bend.Value, in.On.Offset}
		p.kept[end][sd] = false
	}
}

// lay says what the body rests on.
func (p *posed) lay(names []strict.String) {
	if len(names) > 0 {
		p.rests = nil
	}
	for i, name := range names {
		c, ok := contactNamed(name.Text)
		switch {
		case !ok:
			p.errorf(name.Offset, "the body cannot rest on %q", name.Text).Hint = diag.SuggestOr(name.Text, contactNames())
		case i > 1:
			p.errorf(name.Offset, "a body is laid on two parts at most").Hint = "put the others where they belong with places or angles"
		default:
			p.rests = append(p.rests, c)
		}
	}
	for i, c := range p.rests {
		if c.limb && p.places[c.end][c.side] != nil {
			at := p.position
			if i < len(names) {
				at = names[i].Offset
			}
			p.errorf(cmp.Or(at, p.places[c.end][c.side].at), "the body cannot rest on a limb that is put somewhere").Hint = "give the angles of that " + [...]string{"arm", "leg"}[c.end]
		}
	}
}

// checkTints checks that tinted muscles are the exercise's, and can be drawn.
func (f *Figure) checkTints(file string, own []strict.String) (probs diag.List) {
	for _, p := range f.Panels {
		for _, m := range p.Tint {
			switch {
			case !slices.Contains(texts(own), m.Text):
				probs = append(probs, diag.Errorf(file, m.Offset, "the exercise does not name the muscle %q", m.Text).Hintf("%s", diag.SuggestOr(m.Text, texts(own))))
			case muscles[m.Text] == nil:
				probs = append(probs, diag.Errorf(file, m.Offset, "figures do not know where %q is", m.Text).Hintf("one of: %s", strings.Join(slices.Sorted(maps.Keys(muscles)), ", ")))
			}
		}
	}
	return probs
}

func texts(list []strict.String) (out []string) {
	for _, s := range list {
		out = append(out, s.Text)
	}
	return out
}
