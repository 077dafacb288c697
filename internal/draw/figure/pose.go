package figure

// A pose is one position of the body, ready to be solved.
type pose struct {
	posture    frame
	angles     [joints][2]float64
	placements [2][2]*placement // of hands and feet, right and left: nil if its position follows from its angles
	rests      []contact
	belly      float64
}

// The ends of limbs, which can be placed.
const (
	handEnd = iota
	footEnd
)

// A placement is where a hand or a foot is put.
type placement struct {
	on     string
	offset vec     // from the point below the shoulder or hip, or from the landmark
	bend   float64 // how far the elbow or knee is swung out of its natural plane
	at     int     // offset in the file; 0 if it is of a position
}

// The postures of a body before its pelvis is tilted.
var (
	upright = frame{right: vec{0, 0, 1}, up: vec{0, 1, 0}, front: vec{1, 0, 0}}
	supine  = frame{right: vec{0, 0, 1}, up: vec{-1, 0, 0}, front: vec{0, 1, 0}}
	prone   = frame{right: vec{0, 0, 1}, up: vec{1, 0, 0}, front: vec{0, -1, 0}}
	onSide  = frame{right: vec{0, -1, 0}, up: vec{-1, 0, 0}, front: vec{0, 0, 1}} // the right one
)

var standing = pose{
	posture: upright,
	rests:   named("feet"),
	angles: both(map[joint]float64{
		shoulder:    4,
		shoulderOut: 9,
		elbow:       12,
		knee:        2,
		hip:         1,
		ankle:       1,
		lumbar:      -2,
		thorax:      4,
		neck:        -2,
		wrist:       5,
	}),
}

// positions are the poses from which exercises start, by the exercise's position.
var positions = map[string]pose{
	"standing": standing,
	"walking":  standing,
	"crook-lying": {
		posture:    supine,
		rests:      named("back"),
		angles:     both(map[joint]float64{shoulder: -8, shoulderOut: 18, forearm: 70, elbow: 8, neck: 8}),
		placements: [2][2]*placement{footEnd: onFloorAt(44)},
	},
	"supine": {
		posture: supine,
		rests:   named("back"),
		angles: both(map[joint]float64{
			shoulder:    -8,
			shoulderOut: 18,
			forearm:     70,
			elbow:       8,
			neck:        8,
			ankle:       -20,
			hip:         -2,
		}),
	},
	"prone": {
		posture: prone,
		rests:   named("front"),
		angles: both(map[joint]float64{
			shoulder:    -6,
			shoulderOut: 16,
			forearm:     0,
			elbow:       10,
			neck:        -4,
			ankle:       -74,
			knee:        3,
		}),
	},
	"four-point": {
		posture:    prone,
		rests:      named("knees"),
		angles:     both(map[joint]float64{pelvis: -13, hip: 77, knee: 92, ankle: -74, neck: 4}),
		placements: [2][2]*placement{handEnd: onFloorAt(8)},
	},
	"side-lying": {
		posture: onSide,
		rests:   named("right-hip", "right-elbow"),
	},
}

// onFloorAt places both hands or feet on the floor, so many centimetres to the right.
func onFloorAt(x float64) [2]*placement {
	at := placement{on: onFloor, offset: vec{X: x}}
	return [2]*placement{&at, &at}
}

// named returns the contacts with names.
func named(names ...string) (cs []contact) {
	for _, n := range names {
		c, ok := contactNamed(n)
		if !ok {
			panic("figure: no contact " + n)
		}
		cs = append(cs, c)
	}
	return cs
}

// both gives both sides the same angles.
func both(angles map[joint]float64) (all [joints][2]float64) {
	for j, a := range angles {
		all[j] = [2]float64{a, a}
	}
	return all
}
