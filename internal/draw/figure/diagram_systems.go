package figure

// stabilisingSystems shows the three groups of structures that can give stability, each
// of which works with the two others.
var stabilisingSystems = diagram{
	height: 330,
	look:   "look-plain",
	labels: []label{{"nervous", 30, 1}, {"passive", 15, 3}, {"active", 15, 3}},
	draw: func(c *canvas) {
		c.shape("pointer", "M131 118 97 164m2-12-2 12 11-6M133 116l-12 6m12-6-2 12")
		c.shape("pointer", "M209 118l34 46m-2-12 2 12-11-6M207 116l12 6m-12-6 2 12")
		c.shape("pointer", "M126 220h88m-10-7 10 7-10 7M126 220l10-7m-10 7 10 7")
		for _, at := range [][2]float64{{170, 78}, {70, 220}, {270, 220}} {
			c.shape("disc", "M%g %ga48 48 0 1 0 96 0a48 48 0 1 0-96 0z", at[0]-48, at[1])
		}
		nerves(c, 170, 78)
		vertebrae(c, 70, 220)
		muscle(c, 270, 220)
		c.text("middle strong", "nervous", 170, 18)
		c.text("middle strong", "passive", 70, 292)
		c.text("middle strong", "active", 270, 292)
	},
}

// nerves are a brain and a spinal cord with nerves.
func nerves(c *canvas, x, y float64) {
	c.shape("nerve", "M%g %gc-14 2-24-6-20-16-6-10 4-20 14-18 6-8 18-6 22 0 10-2 16 8 12 16 4 10-6 20-18 18z", x, y-4)
	c.shape("stroke", "M%g %gv36m0-26-16 10m16-10 16 10m-16 2-14 10m14-10 14 10", x, y-4)
}

// vertebrae are two vertebrae with a disc between them.
func vertebrae(c *canvas, x, y float64) {
	for _, dy := range []float64{-32, 8} {
		c.shape("bone", "M%g %gq14 4 28 0-4 12 0 24-14-4-28 0 4-12 0-24z", x-24, y+dy)
		c.shape("bone", "M%g %gl20-2 4 12-6 12-8-8-10-2z", x+4, y+dy+5)
	}
	c.shape("prop", "M%g %gq14-4 28 0 2 6 0 12-14 4-28 0-2-6 0-12z", x-24, y-6)
}

// muscle is a muscle between two tendons.
func muscle(c *canvas, x, y float64) {
	c.shape("stroke", "M%g %gl-6 10m44-74 6-10", x-19, y+32)
	c.shape("tissue", "M%g %gc-8-26 16-62 38-64 6 26-14 62-38 64z", x-19, y+32)
	c.shape("fibre", "M%g %gc-2-18 12-38 22-44m-10 44c0-12 8-26 14-34", x-12, y+20)
}
