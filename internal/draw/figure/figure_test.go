package figure

import (
	"maps"
	"math"
	"math/rand/v2"
	"os"
	"regexp"
	"slices"
	"testing"
)

// unswing is the inverse of swing, for every angle that a shoulder or hip has.
func TestUnswing(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		flexion, abduction, medial := r.Float64()*170-55, r.Float64()*160-70, r.Float64()*150-80
		for _, sd := range []side{right, left} {
			f := prone.swing(sd, flexion, abduction, medial)
			a, b, c := prone.unswing(sd, f)
			g := prone.swing(sd, a, b, c)
			if f.up.sub(g.up).len() > 1e-6 || f.front.sub(g.front).len() > 1e-6 {
				t.Fatalf("%s %v %v %v became %v %v %v", sd, flexion, abduction, medial, a, b, c)
			}
			if math.Abs(abduction) < 89 && math.Abs(a-flexion)+math.Abs(b-abduction)+math.Abs(c-medial) > 1e-6 {
				t.Fatalf("%s %v %v %v is measured as %v %v %v", sd, flexion, abduction, medial, a, b, c)
			}
		}
	}
}

// Angles are those of a goniometer: at 90 degrees the part points to the front of
// the body, or to its side.
func TestAngles(t *testing.T) {
	arm := func(s *skeleton) vec { return s.arms[right].end.sub(s.arms[right].root) }
	leg := func(s *skeleton) vec { return s.legs[right].end.sub(s.legs[right].root) }
	for _, c := range []struct {
		j     joint
		part  func(s *skeleton) vec
		front bool
	}{
		{shoulder, arm, true},
		{shoulderOut, arm, false},
		{elbow, func(s *skeleton) vec { return s.arms[right].end.sub(s.arms[right].middle) }, true},
		{hip, leg, true},
		{hipOut, leg, false},
		{knee, func(s *skeleton) vec { return s.legs[right].middle.sub(s.legs[right].end) }, true},
	} {
		p := pose{posture: upright}
		p.angles[c.j] = [2]float64{90, 90}
		want := upright.right
		if c.front {
			want = upright.front
		}
		if v := c.part(newSkeleton(&p)).unit(up); v.sub(want).len() > 1e-9 {
			t.Errorf("%s: %v, want %v", motions[c.j].name, v, want)
		}
	}
}

// Two bones reach what is near enough, keep their lengths, and report their
// distance to what is not.
func TestReach(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 2000 {
		target := vec{r.Float64()*140 - 70, r.Float64()*140 - 70, r.Float64()*140 - 70}
		middle, end, short := reach(vec{}, target, vec{0, 0, 1}, upperArmLength, forearmLength)
		if target.len() < upperArmLength-forearmLength {
			continue
		}
		if math.Abs(middle.len()-upperArmLength) > 1e-2 || math.Abs(end.sub(middle).len()-forearmLength) > 1e-2 {
			t.Fatalf("the bones of %v are %v and %v long", target, middle.len(), end.sub(middle).len())
		}
		if math.Abs(end.sub(target).len()-short) > 1e-2 {
			t.Fatalf("%v: %v short, but %v from it", target, short, end.sub(target).len())
		}
	}
}

// The outline of discs reaches as far as they do in each direction in which one of its
// corners lies, never further, and goes with the clock.
func FuzzHull(f *testing.F) {
	f.Add(int16(0), int16(0), uint8(10), int16(50), int16(0), uint8(10), int16(100), int16(0), uint8(10))
	f.Add(int16(0), int16(0), uint8(40), int16(5), int16(5), uint8(3), int16(90), int16(-70), uint8(0))
	f.Add(int16(3), int16(3), uint8(7), int16(3), int16(3), uint8(7), int16(3), int16(3), uint8(7))
	f.Fuzz(func(t *testing.T, x0, y0 int16, r0 uint8, x1, y1 int16, r1 uint8, x2, y2 int16, r2 uint8) {
		discs := []disc{
			{float64(x0), float64(y0), float64(r0)},
			{float64(x1), float64(y1), float64(r1)},
			{float64(x2), float64(y2), float64(r2)},
		}
		var p path
		p.hull(discs...)
		var corners []disc
		for _, c := range p.commands {
			if n := len(c.numbers); n > 0 {
				corners = append(corners, disc{c.numbers[n-2], c.numbers[n-1], 0})
			}
		}
		if len(corners) == 0 || p.commands[len(p.commands)-1].letter != 'Z' {
			t.Fatal("no closed outline")
		}
		if area(corners) < -1e-6 {
			t.Fatal("the outline goes against the clock")
		}
		largest := max(r0, r1, r2)
		for angle := 0.0; angle < 2*math.Pi; angle += .01 {
			furthest, reached := support(discs, angle), support(corners, angle)
			if reached > furthest+1e-6 || reached < furthest-2*float64(largest)-1e-6 {
				t.Fatalf("the outline reaches %v at %v, and the discs %v", reached, angle, furthest)
			}
		}
	})
}

// support is how far discs reach in a direction.
func support(discs []disc, angle float64) float64 {
	sin, cos := math.Sincos(angle)
	furthest := math.Inf(-1)
	for _, d := range discs {
		furthest = max(furthest, d.x*cos+d.y*sin+d.r)
	}
	return furthest
}

// The poses that exercises start from lie on the floor, and reach their places.
func TestPositions(t *testing.T) {
	for name, p := range positions {
		s, short := p.solve(nil, [2][2]bool{})
		lowest := math.Inf(1)
		for _, b := range p.contactPoints(s) {
			lowest = min(lowest, b.Y-b.r)
		}
		if math.Abs(lowest) > .01 {
			t.Errorf("%s rests at %.2f cm", name, lowest)
		}
		for _, limbs := range short {
			if max(limbs[right], limbs[left]) > .5 {
				t.Errorf("%s: hands and feet are %v cm from their places", name, short)
			}
		}
	}
}

// The page for authors names all that a figure can have.
func TestSyntaxPage(t *testing.T) {
	page, err := os.ReadFile("../../../doc/syntax/figure.md")
	if err != nil {
		t.Fatal(err)
	}
	words := map[string]bool{}
	for _, w := range regexp.MustCompile(`[a-z][a-z-]*`).FindAllString(string(page), -1) {
		words[w] = true
	}
	names := slices.Concat(
		viewNames(),
		propNames(),
		contactNames(),
		trackedNames(),
		slices.Collect(maps.Keys(landmarks)),
		slices.Collect(maps.Keys(muscles)),
		slices.Collect(maps.Keys(positions)),
		slices.Collect(maps.Keys(diagrams)),
	)
	for _, m := range motions {
		names = append(names, m.name)
	}
	for _, name := range names {
		if !words[name] {
			t.Errorf("doc/syntax/figure.md does not name %s", name)
		}
	}
}

// An arm that is lifted over the head goes through the front of the body.
func TestHalfATurn(t *testing.T) {
	half := turned(vec{0, -1, 0}, vec{0, 1, 0}, upright.right, .5)
	if half.sub(upright.front).len() > 1e-9 {
		t.Errorf("half-way it is at %v", half)
	}
	if whole := turned(vec{0, -1, 0}, vec{0, 2, 0}, upright.right, 1); whole.sub(vec{0, 2, 0}).len() > 1e-9 {
		t.Errorf("it ends at %v", whole)
	}
}

func TestWrap(t *testing.T) {
	for text, want := range map[string][]string{
		"Dype muskler":               {"Dype muskler"},
		"Globale stabilisatorer":     {"Globale", "stabilisatorer"},
		"Globale bevegelses|muskler": {"Globale", "bevegelses-", "muskler"},
		"Skulder|muskler":            {"Skuldermuskler"},
		"mu|skel|sammentrekning":     {"muskel-", "sammentrekning"},
		"a b c d e f g h":            {"a b c d e f g", "h"},
	} {
		if got := wrap(text, 14); !slices.Equal(got, want) {
			t.Errorf("%q: %q", text, got)
		}
	}
}
