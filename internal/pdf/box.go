package pdf

import (
	"math"
	"strconv"
)

// A box is an area of a page: left, bottom, right, top.
type box [4]float64

var (
	nowhere    = box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	everywhere = box{math.Inf(-1), math.Inf(-1), math.Inf(1), math.Inf(1)}
)

// with returns the smallest box around two.
func (b box) with(c box) box {
	return box{min(b[0], c[0]), min(b[1], c[1]), max(b[2], c[2]), max(b[3], c[3])}
}

// within returns what is in both boxes.
func (b box) within(c box) box {
	return box{max(b[0], c[0]), max(b[1], c[1]), min(b[2], c[2]), min(b[3], c[3])}
}

// isEmpty reports whether there is no place in a box.
func (b box) isEmpty() bool { return b[0] > b[2] || b[1] > b[3] }

// A matrix says where points are on the page.
type matrix [6]float64

// after returns the matrix of what is first placed by n.
func (m matrix) after(n matrix) matrix {
	return matrix{
		n[0]*m[0] + n[1]*m[2], n[0]*m[1] + n[1]*m[3],
		n[2]*m[0] + n[3]*m[2], n[2]*m[1] + n[3]*m[3],
		n[4]*m[0] + n[5]*m[2] + m[4], n[4]*m[1] + n[5]*m[3] + m[5],
	}
}

// point returns the box of a point.
func (m matrix) point(x, y float64) box {
	x, y = x*m[0]+y*m[2]+m[4], x*m[1]+y*m[3]+m[5]
	return box{x, y, x, y}
}

// A pen is what is remembered while a page is drawn.
type pen struct {
	matrix  matrix
	clip    box // outside of which nothing is seen
	path    box
	clips   bool // the path becomes a clip
	kept    []pen
	painted func(area box)
}

// step follows one operator.
func (p *pen) step(name string, n []float64) {
	switch name {
	case "q":
		p.kept = append(p.kept, pen{matrix: p.matrix, clip: p.clip})
	case "Q":
		if last := len(p.kept) - 1; last >= 0 {
			p.matrix, p.clip = p.kept[last].matrix, p.kept[last].clip
			p.kept = p.kept[:last]
		}
	case "cm":
		if len(n) == 6 {
			p.matrix = p.matrix.after(matrix(n))
		}
	case "re":
		if len(n) == 4 {
			for _, x := range []float64{n[0], n[0] + n[2]} {
				p.path = p.path.with(p.matrix.point(x, n[1])).with(p.matrix.point(x, n[1]+n[3]))
			}
		}
	case "m", "l", "c", "v", "y":
		for i := 0; i+1 < len(n); i += 2 {
			p.path = p.path.with(p.matrix.point(n[i], n[i+1]))
		}
	case "W", "W*":
		p.clips = true
	case "Do", "sh":
		p.painted(p.matrix.point(0, 0).with(p.matrix.point(1, 1)).within(p.clip))
	}
	if !paints(name) && name != "n" {
		return
	}
	if name != "n" {
		p.painted(p.path.within(p.clip))
	}
	if p.clips {
		p.clip = p.clip.within(p.path)
	}
	p.path, p.clips = nowhere, false
}

// boxes returns where on the page each mark has lines and areas.
func (p *painting) boxes() map[int]box {
	boxes := map[int]box{}
	var open []int // the marks that are open, -1 for those without a number
	pen := &pen{matrix: matrix{1, 0, 0, 1, 0, 0}, clip: everywhere, path: nowhere}
	pen.painted = func(area box) {
		if len(open) == 0 || open[len(open)-1] < 0 || area.isEmpty() {
			return
		}
		id := open[len(open)-1]
		if known, ok := boxes[id]; ok {
			area = area.with(known)
		}
		boxes[id] = area
	}
	for _, step := range p.steps {
		switch step.name {
		case "BDC", "BMC":
			id, ok := markID(step)
			if !ok {
				id = -1
			}
			open = append(open, id)
		case "EMC":
			open = open[:len(open)-1]
		}
		var numbers []float64
		for _, o := range step.operands {
			if n, err := strconv.ParseFloat(string(o), 64); err == nil {
				numbers = append(numbers, n)
			}
		}
		pen.step(step.name, numbers)
	}
	return boxes
}
