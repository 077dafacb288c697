package figure

// feedforward shows the experiment with the lamp: when deep muscles and shoulder
// muscles become active. What is longer on paper is no measurement.
var feedforward = diagram{
	height: 412,
	look:   looks[0].class,
	labels: []label{
		{"lamp", 16, 2},
		{"without", 38, 1},
		{"with", 38, 1},
		{"deep", 15, 2},
		{"shoulder", 15, 2},
		{"time", 24, 1},
	},
	draw: func(c *canvas) {
		c.window(window{x: 30, width: 150, height: 160, middleX: 65, middleY: -440, scale: 5.7}, armSwing())
		lamp(c, 252, 40)
		c.text("middle", "lamp", 252, 108)
		rows(c, 196, "without", 188, 222)
		rows(c, 302, "with", 262, 222)
		c.shape("pointer", "M130 386H324m-8-6 8 6-8 6")
		c.text("end", "time", 324, 408)
	},
}

// rows are the bars of one group below its name: where each muscle begins. The dashed
// line is the moment when the lamp lights up.
func rows(c *canvas, y float64, name string, deep, shoulder float64) {
	c.text("start strong", name, 0, y)
	c.shape("moment", "M140 %gv74", y+6)
	for i, bar := range []struct {
		label string
		from  float64
	}{{"deep", deep}, {"shoulder", shoulder}} {
		top := y + 12 + 36*float64(i)
		lines := float64(len(c.texts[bar.label]))
		c.text("end", bar.label, 124, top+19-9*(lines-1))
		c.shape(bar.label, "M%g %gH324v26H%gz", bar.from, top, bar.from)
	}
}

// armSwing is a person who swings an arm forward.
func armSwing() []shape {
	start := positions["standing"]
	before, _ := start.solve(nil, [2][2]bool{})
	start.angles[shoulder][right] = 88
	start.angles[elbow][right] = 4
	start.angles[shoulderOut][right] = 2
	after, _ := start.solve(before, [2][2]bool{})
	side := cameras["side"]
	return append(person{after, side, looks[0]}.shapes(nil), arrow(trajectory(side, "right-hand", before, after))...)
}

// lamp is a lamp that shines, with the middle of its bulb at x, y.
func lamp(c *canvas, x, y float64) {
	c.shape("light", "M%g %ga20 20 0 1 0-24 0q5 5 5 13h14q0-8 5-13z", x+12, y+15)
	c.shape("stroke", "M%g %gh14m-12 6h10", x-7, y+34)
	c.shape("stroke", "M%g %gv-12m26 22 10-8m-62 8-10-8m67 32h12m-74 0h-12", x, y-26)
}
