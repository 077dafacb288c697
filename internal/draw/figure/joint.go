package figure

import (
	"slices"
	"strings"
)

// A joint is one angle of a pose, in degrees from the anatomical position as a
// goniometer measures it: 0 is standing upright, arms hanging, thumbs forward.
type joint int

const (
	pelvis     joint = iota // tilted forward
	pelvisLean              // tilted to the right
	lumbar                  // bent forward, as all of the spine
	lumbarLean
	thorax
	thoraxLean
	thoraxTurn // to the right
	neck
	neckLean
	neckTurn
	shoulder     // flexion: the arm lifted forward
	shoulderOut  // abduction
	shoulderTurn // medial rotation
	elbow
	forearm // pronation
	wrist   // flexion, towards the palm
	hip
	hipOut
	hipTurn
	knee
	ankle // dorsiflexion
	toes  // extension
	joints
)

// A motion is what a joint can do.
type motion struct {
	name     string
	min, max float64 // degrees
	paired   bool    // right and left
}

// motions are the joints' names and normal ranges of motion: American Academy of
// Orthopaedic Surgeons, Joint Motion: Method of Measuring and Recording, 1965,
// whose 80 degrees of thoracolumbar flexion, 25 of extension, 35 of lateral
// flexion and 45 of rotation are shared out here over the lumbar spine and the
// thorax. The pelvis has no joint of its own: it is how the body stands or lies.
// A wrist that carries weight, and a foot that lies on its back, are bent further than
// they bend themselves, so 70 degrees of extension are 90 here, and 50 of plantar
// flexion are 75.
var motions = [joints]motion{
	pelvis:       {"pelvis", -180, 180, false},
	pelvisLean:   {"pelvis-lean", -180, 180, false},
	lumbar:       {"lumbar", -25, 60, false},
	lumbarLean:   {"lumbar-lean", -25, 25, false},
	thorax:       {"thorax", -25, 40, false},
	thoraxLean:   {"thorax-lean", -25, 25, false},
	thoraxTurn:   {"thorax-turn", -45, 45, false},
	neck:         {"neck", -45, 45, false},
	neckLean:     {"neck-lean", -45, 45, false},
	neckTurn:     {"neck-turn", -60, 60, false},
	shoulder:     {"shoulder", -60, 180, true},
	shoulderOut:  {"shoulder-out", -75, 180, true},
	shoulderTurn: {"shoulder-turn", -90, 70, true},
	elbow:        {"elbow", 0, 150, true},
	forearm:      {"forearm", -80, 80, true},
	wrist:        {"wrist", -90, 80, true},
	hip:          {"hip", -30, 120, true},
	hipOut:       {"hip-out", -30, 45, true},
	hipTurn:      {"hip-turn", -45, 45, true},
	knee:         {"knee", 0, 135, true},
	ankle:        {"ankle", -75, 20, true},
	toes:         {"toes", -40, 70, true},
}

// angleNames returns the keys with which a pose gives angles: hip for both sides,
// right-hip and left-hip for one.
func angleNames() (names []string) {
	for _, m := range motions {
		names = append(names, m.name)
		if m.paired {
			names = append(names, "right-"+m.name, "left-"+m.name)
		}
	}
	return names
}

// jointNamed returns the joint that an angle's key names, and its sides.
func jointNamed(key string) (joint, []side, bool) {
	name, sides := cutSide(key)
	j := slices.IndexFunc(motions[:], func(m motion) bool { return m.name == name })
	if j < 0 || name != key && !motions[j].paired {
		return 0, nil, false
	}
	return joint(j), sides, true
}

// end returns which end of a limb a joint moves.
func (j joint) end() (end int, ok bool) {
	switch {
	case j >= shoulder && j <= wrist:
		return handEnd, true
	case j >= hip && j <= toes:
		return footEnd, true
	}
	return 0, false
}

// cutSide cuts right- or left- off a key, and returns the sides that it means.
func cutSide(key string) (string, []side) {
	if name, ok := strings.CutPrefix(key, "right-"); ok {
		return name, []side{right}
	}
	if name, ok := strings.CutPrefix(key, "left-"); ok {
		return name, []side{left}
	}
	return key, []side{right, left}
}
