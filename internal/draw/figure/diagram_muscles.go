package figure

// muscleMap shows where muscles of each group lie, from the side and from behind. Which
// group a muscle belongs to follows the groups of the exercises that train it; the text of
// the page explains that one muscle may do more than one job.
var muscleMap = diagram{
	height: 446,
	look:   "look-plain",
	labels: []label{{"local", 14, 3}, {"global-stabiliser", 14, 3}, {"global-mover", 14, 3}},
	draw:   drawMuscleMap,
}

var muscleGroups = []struct {
	label   string
	muscles []string
}{
	{"local", []string{"transversus-abdominis", "multifidus", "diaphragm", "pelvic-floor"}},
	{"global-stabiliser", []string{
		"obliquus-internus", "obliquus-externus", "quadratus-lumborum", "gluteus-medius",
	}},
	{"global-mover", []string{"rectus-abdominis", "erector-spinae", "gluteus-maximus", "hamstrings"}},
}

func drawMuscleMap(c *canvas) {
	p := positions["standing"]
	p.angles[shoulder] = [2]float64{58, 58}
	p.angles[shoulderOut] = [2]float64{4, 4}
	p.angles[elbow] = [2]float64{40, 40}
	s, _ := p.solve(nil, [2][2]bool{})
	for i, group := range muscleGroups {
		x := 115 * float64(i)
		for row, view := range []string{"side", "back"} {
			body := person{s, cameras[view], looks[0]}
			c.window(window{
				x:       x,
				y:       195 * float64(row),
				width:   110,
				height:  185,
				middleY: -530,
				scale:   3.1,
			}, body.shapes(group.muscles))
		}
		c.text("middle small", group.label, x+55, 402)
	}
}
