package figure

// muscleMap shows where muscles of each group lie, from the side and from behind. Which
// group a muscle belongs to follows the groups of the exercises that train it; the page
// says that one muscle may do more than one job.
var muscleMap = diagram{
	height: 446,
	look:   "look-plain",
	labels: []label{{"local", 14, 3}, {"global-stabiliser", 14, 3}, {"global-mover", 14, 3}},
	draw: func(c *canvas) {
		p := positions["standing"]
		p.angles[shoulder], p.angles[shoulderOut], p.angles[elbow] = [2]float64{58, 58}, [2]float64{4, 4}, [2]float64{40, 40}
		s, _ := p.solve(nil, [2][2]bool{})
		for i, group := range []struct {
			label   string
			muscles []string
		}{
			{"local", []string{"transversus-abdominis", "multifidus", "diaphragm", "pelvic-floor"}},
			{"global-stabiliser", []string{"obliquus-internus", "obliquus-externus", "quadratus-lumborum", "gluteus-medius"}},
			{"global-mover", []string{"rectus-abdominis", "erector-spinae", "gluteus-maximus", "hamstrings"}},
		} {
			x := 115 * float64(i)
			for row, view := range []string{"side", "back"} {
				c.window(person{s, cameras[view], looks[0]}.shapes(group.muscles), x, 195*float64(row), 110, 185, 0, -530, 3.1)
			}
			c.text("middle small", group.label, x+55, 402)
		}
	},
}
