package figure

import "hash/fnv"

// A look is how a person in the figures looks. Its colours are those of the CSS class
// of its name.
type look struct {
	class  string
	build  float64 // of the trunk and limbs, 1 is lean
	sleeve float64 // how much of the arm the sleeve covers: 1 is to the elbow, 2 to the wrist
	leg    float64 // how much of the leg the trousers cover: 1 is to the knee, 2 to the ankle
	hair   hair
}

type hair int

const (
	cropped hair = iota
	bun
	scarf
	bald
	bob
)

var looks = []look{
	{"look-1", 1.00, .55, .62, cropped},
	{"look-2", .95, .45, 1.85, bun},
	{"look-3", 1.03, 1.9, 1.9, scarf},
	{"look-4", 1.08, .55, .75, bald},
	{"look-5", 1.00, .9, 1.6, bob},
}

// lookFor returns the look of the person in a figure, by its key: the same person for
// an exercise wherever it is shown, and all of them over a handbook.
func lookFor(key string) look {
	h := fnv.New32a()
	h.Write([]byte(key))
	return looks[h.Sum32()%uint32(len(looks))]
}
