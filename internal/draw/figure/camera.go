package figure

// A camera looks at the figure from afar: there is no perspective.
type camera struct{ right, up, near vec }

// cameras are the views. The side view, from the figure's right and a little from its
// front, and the raised one are oblique projections: what is parallel to the picture is
// shown true, so that angles can be judged by eye, and what is nearer is moved a little,
// so that both arms and legs are seen.
var cameras = map[string]camera{
	"side":   {right: vec{1, 0, -.24}, up: vec{0, 1, -.13}, near: vec{.24, .13, .96}},
	"front":  {right: vec{.5, 0, -.87}, up: vec{-.1, 1, -.06}, near: vec{.86, .12, .5}},
	"feet":   {right: vec{0, 0, -1}, up: vec{-.6, .8, 0}, near: vec{.8, .6, 0}},
	"back":   {right: vec{-.12, 0, 1}, up: vec{.1, 1, 0}, near: vec{-.98, .1, -.12}},
	"raised": {right: vec{1, 0, -.32}, up: vec{0, 1, -.34}, near: vec{.3, .32, .9}},
	"above":  {right: vec{1, 0, -.1}, up: vec{0, .5, -.84}, near: vec{.1, .84, .5}},
}

// unit is how many units of a drawing are a centimetre of the body. Two millimetres are
// less than a tenth of a millimetre on a handout.
const unit = 5

// A disc is a ball as a camera sees it, in units, y downwards.
type disc struct{ x, y, r float64 }

func (c camera) disc(b ball) disc {
	return disc{unit * b.dot(c.right), -unit * b.dot(c.up), unit * b.r}
}

func (c camera) discs(balls ...ball) []disc {
	out := make([]disc, len(balls))
	for i, b := range balls {
		out[i] = c.disc(b)
	}
	return out
}

// depth is how near the reader a point is.
func (c camera) depth(v vec) float64 { return v.dot(c.near) }
