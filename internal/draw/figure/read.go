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

// JSONSchema returns the names of views.
func (View) JSONSchema() strict.Schema { return strict.Schema{"enum": viewNames()} }

func viewNames() []string { return slices.Sorted(maps.Keys(cameras)) }

// A poseReader reads the panels of a figure into poses, each on top of the one before.
type poseReader struct {
	pose
	panel *Panel
	kept  [2][2]bool // which of its placements are those of the panel before

	file     string
	position int // its offset in the file
	probs    diag.List
}

func (p *poseReader) errorf(at int, format string, args ...any) *diag.Problem {
	p.probs = append(p.probs, diag.Errorf(p.file, at, format, args...))
	return &p.probs[len(p.probs)-1]
}

// read changes the pose to that of a panel. before is the skeleton of the panel before.
func (p *poseReader) read(panel *Panel, before *skeleton) {
	p.panel = panel
	for end := range p.kept {
		for sd := range p.kept[end] {
			p.kept[end][sd] = p.placements[end][sd] != nil
		}
	}
	for _, key := range slices.Sorted(maps.Keys(panel.Pose)) {
		p.setAngle(key, panel.Pose[key], before)
	}
	for _, key := range slices.Sorted(maps.Keys(panel.Places)) {
		p.setPlacement(key, panel.Places[key])
	}
	p.setRests(panel.Rests)
	for _, name := range panel.Arrows {
		if _, ok := trackedParts[name.Text]; !ok {
			p.errorf(name.Offset, "no arrow can show the movement of %q", name.Text).Hint =
				diag.SuggestOr(name.Text, trackedNames())
		}
	}
	if panel.Belly.Offset > 0 {
		p.checkRange(panel.Belly, "the belly", -6, 10)
		p.belly = panel.Belly.Value
	}
}

// checkRange reports a number of centimetres or degrees that no figure needs.
func (p *poseReader) checkRange(n strict.Number, what string, least, most float64) {
	if n.Value < least || n.Value > most {
		p.errorf(n.Offset, "%s can be from %g to %g, not %g", what, least, most, n.Value)
	}
}

// setAngle sets an angle. A limb with a given angle is no longer placed: its other angles
// stay what they were.
func (p *poseReader) setAngle(key string, n strict.Number, before *skeleton) {
	j, sides, ok := jointNamed(key)
	if !ok {
		p.errorf(n.Offset, "there is no joint %q", key).Hint = diag.Suggest(key, angleNames())
		return
	}
	p.checkRange(n, motions[j].name, motions[j].min, motions[j].max)
	for _, sd := range sides {
		if end, ok := j.end(); ok && p.placements[end][sd] != nil {
			p.release(end, sd, before)
		}
		p.angles[j][sd] = n.Value
	}
}

// release removes the placement of a limb's end, and gives the limb its angles from before.
func (p *poseReader) release(end int, sd side, before *skeleton) {
	p.placements[end][sd] = nil
	p.kept[end][sd] = false
	first, last := shoulder, wrist
	if end == footEnd {
		first, last = hip, toes
	}
	for j := first; j <= last; j++ {
		p.angles[j][sd] = before.angles[j][sd]
	}
}

// setPlacement places a hand or foot.
func (p *poseReader) setPlacement(key string, in Placement) {
	name, sides := cutSide(key)
	end := slices.Index(endNames[:], name)
	if end < 0 {
		names := []string{"hand", "right-hand", "left-hand", "foot", "right-foot", "left-foot"}
		p.errorf(in.On.Offset, "%q cannot be placed", key).Hint = diag.SuggestOr(key, names)
		return
	}
	surfaces := []string{onFloor}
	if end == handEnd {
		surfaces = append(slices.Sorted(maps.Keys(landmarks)), onFloor, inAir)
	}
	if !slices.Contains(surfaces, in.On.Text) {
		p.errorf(in.On.Offset, "a %s cannot be placed on %q", name, in.On.Text).Hint =
			diag.SuggestOr(in.On.Text, surfaces)
		return
	}
	for _, n := range []strict.Number{in.X, in.Y, in.Z, in.Bend} {
		p.checkRange(n, "a place", -120, 120)
	}
	for _, sd := range sides {
		p.checkPlacedAngles(end, sd)
		p.placements[end][sd] = &placement{
			on:     in.On.Text,
			offset: vec{in.X.Value, in.Y.Value, in.Z.Value},
			bend:   in.Bend.Value,
			at:     in.On.Offset,
		}
		p.kept[end][sd] = false
	}
}

// checkPlacedAngles reports angles in this panel of a limb whose end is placed.
func (p *poseReader) checkPlacedAngles(end int, sd side) {
	for _, key := range slices.Sorted(maps.Keys(p.panel.Pose)) {
		j, sides, ok := jointNamed(key)
		if e, isLimb := j.end(); ok && isLimb && e == end && slices.Contains(sides, sd) {
			p.errorf(p.panel.Pose[key].Offset, "the %s %s is placed, which decides this angle", sd, endNames[end])
		}
	}
}

// setRests sets what the body rests on.
func (p *poseReader) setRests(names []strict.Text) {
	if len(names) > 0 {
		p.rests = nil
	}
	for i, name := range names {
		c, ok := contactNamed(name.Text)
		switch {
		case !ok:
			p.errorf(name.Offset, "the body cannot rest on %q", name.Text).Hint =
				diag.SuggestOr(name.Text, contactNames())
		case i > 1:
			p.errorf(name.Offset, "a body rests on two parts at most").Hint =
				"place the others, or give their angles"
		default:
			p.rests = append(p.rests, c)
		}
	}
	for i, c := range p.rests {
		if !c.limb || p.placements[c.end][c.side] == nil {
			continue
		}
		at := p.position
		if i < len(names) {
			at = names[i].Offset
		}
		p.errorf(cmp.Or(at, p.placements[c.end][c.side].at), "the body cannot rest on a limb that is placed").Hint =
			"give the angles of that " + limbNames[c.end]
	}
}

// limbNames are the limbs by their ends.
var limbNames = [...]string{handEnd: "arm", footEnd: "leg"}

// checkTints checks that tinted muscles are muscles of the exercise, and can be drawn.
func (f *Figure) checkTints(file string, own []strict.Text) (probs diag.List) {
	for _, p := range f.Panels {
		for _, m := range p.Tint {
			switch {
			case !slices.Contains(texts(own), m.Text):
				probs = append(probs, diag.Errorf(file, m.Offset, "the exercise does not name the muscle %q", m.Text).
					Hintf("%s", diag.SuggestOr(m.Text, texts(own))))
			case muscles[m.Text] == nil:
				probs = append(probs, diag.Errorf(file, m.Offset, "figures do not know where %q is", m.Text).
					Hintf("one of: %s", strings.Join(slices.Sorted(maps.Keys(muscles)), ", ")))
			}
		}
	}
	return probs
}

func texts(list []strict.Text) (out []string) {
	for _, s := range list {
		out = append(out, s.Text)
	}
	return out
}
