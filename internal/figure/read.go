package figure

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"rygghandboka/internal/diag"
	"rygghandboka/internal/strict"
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

// A posed is the pose of a panel, and which of its places are those of the pose
// before.
type posed struct {
	pose
	kept    [2][2]bool
	offsets [joints][2]int // where the angles stand, 0 for those that do not
	panel   *Panel

	position int // where it stands in the file
}

// poses reads the panels, each on top of the one before.
func (f *Figure) poses(file string, position strict.String) (start pose, all []posed, probs diag.List) {
	start, ok := positions[position.Text]
	if !ok {
		return start, nil, diag.List{diag.Errorf(file, position.Offset, "the position %q has no pose to start from", position.Text).
			Hintf("%s", diag.SuggestOr(position.Text, slices.Sorted(maps.Keys(positions))))}
	}
	last := posed{pose: start, position: position.Offset}
	for i := range f.Panels {
		p := last
		p.panel = &f.Panels[i]
		for end := range p.kept {
			for sd := range p.kept[end] {
				p.kept[end][sd] = p.places[end][sd] != nil
			}
		}
		probs = append(probs, p.read(file)...)
		all, last = append(all, p), p
	}
	return start, all, probs
}

// read changes a pose as its panel says.
func (p *posed) read(file string) (probs diag.List) {
	for _, key := range slices.Sorted(maps.Keys(p.panel.Pose)) {
		probs = append(probs, p.angle(file, key, p.panel.Pose[key])...)
	}
	for _, key := range slices.Sorted(maps.Keys(p.panel.Places)) {
		probs = append(probs, p.place(file, key, p.panel.Places[key])...)
	}
	if len(p.panel.Rests) > 0 {
		p.rests = nil
	}
	for _, name := range p.panel.Rests {
		c, ok := contactNamed(name.Text)
		if !ok {
			probs = append(probs, diag.Errorf(file, name.Offset, "the body cannot rest on %q", name.Text).Hintf("%s", diag.SuggestOr(name.Text, contactNames())))
			continue
		}
		p.rests = append(p.rests, c)
	}
	for _, name := range p.panel.Arrows {
		if _, ok := tracked[name.Text]; !ok {
			probs = append(probs, diag.Errorf(file, name.Offset, "no arrow can show the way of %q", name.Text).Hintf("%s", diag.SuggestOr(name.Text, trackedNames())))
		}
	}
	if p.panel.Belly.Offset > 0 {
		p.belly = p.panel.Belly.Value
	}
	return probs
}

// angle sets an angle. A limb whose angles are given is no longer placed.
func (p *posed) angle(file, key string, n strict.Number) diag.List {
	j, sides, ok := jointNamed(key)
	if !ok {
		return diag.List{diag.Errorf(file, n.Offset, "there is no joint %q", key).Hintf("%s", diag.Suggest(key, angleNames()))}
	}
	if m := motions[j]; n.Value < m.min || n.Value > m.max {
		return diag.List{diag.Errorf(file, n.Offset, "%s can be from %g to %g degrees, not %g", m.name, m.min, m.max, n.Value)}
	}
	for _, sd := range sides {
		p.angles[j][sd], p.offsets[j][sd] = n.Value, n.Offset
		if !motions[j].paired {
			p.angles[j] = [2]float64{n.Value, n.Value}
		}
		switch {
		case j >= shoulder && j <= wrist:
			p.places[handEnd][sd], p.kept[handEnd][sd] = nil, false
		case j >= hip && j <= toes:
			p.places[footEnd][sd], p.kept[footEnd][sd] = nil, false
		}
	}
	return nil
}

// place puts a hand or foot somewhere.
func (p *posed) place(file, key string, in Place) diag.List {
	name, sides := cutSide(key)
	end := slices.Index([]string{"hand", "foot"}, name)
	if end < 0 {
		return diag.List{diag.Errorf(file, in.On.Offset, "%q cannot be put anywhere", key).
			Hintf("%s", diag.SuggestOr(key, []string{"hand", "right-hand", "left-hand", "foot", "right-foot", "left-foot"}))}
	}
	spots := []string{onFloor}
	if end == handEnd {
		spots = append(slices.Sorted(maps.Keys(landmarks)), onFloor, inAir)
	}
	if !slices.Contains(spots, in.On.Text) {
		return diag.List{diag.Errorf(file, in.On.Offset, "a %s cannot be put on %q", name, in.On.Text).Hintf("%s", diag.SuggestOr(in.On.Text, spots))}
	}
	for _, sd := range sides {
		p.places[end][sd] = &place{in.On.Text, vec{in.X.Value, in.Y.Value, in.Z.Value}, in.Bend.Value, in.On.Offset}
		p.kept[end][sd] = false
	}
	return nil
}

// tints checks that tinted muscles are the exercise's, and can be drawn.
func (f *Figure) tints(file string, own []strict.String) (probs diag.List) {
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
