package figure

// The body's proportions, in centimetres for a stature of 170. Lengths of segments
// are fractions of stature by Drillis and Contini (Body Segment Parameters, New York
// University, 1966), as drawn in Winter, Biomechanics and Motor Control of Human
// Movement, 4th edition, 2009, figure 4.1.
const (
	stature        = 170.0
	upperArmLength = 0.186 * stature
	forearmLength  = 0.146 * stature
	handLength     = 0.108 * stature
	thighLength    = 0.245 * stature
	shankLength    = 0.246 * stature
	ankleHeight    = 0.039 * stature
	trunkLength    = 0.288 * stature // hip to shoulder

	// Centres of joints lie inside the breadths of that figure: 0.191 of stature
	// over the hips, 0.259 over the shoulders.
	hipHalf      = 8.8
	shoulderHalf = 17.5

	// How the trunk is shared out over its segments, and the rest of what follows, is
	// drawn by eye.
	pelvisLength = 10.0
	lumbarLength = 15.0
	thoraxLength = 29.0 // to the neck
	neckLength   = 9.0
)

// Radii of limbs, in centimetres.
const (
	shoulderRadius = 5.3
	elbowRadius    = 3.9
	wristRadius    = 2.7
	hipRadius      = 9.2
	kneeRadius     = 5.3
	ankleRadius    = 3.4
	headRadius     = 9.3
)

// A section is a slice across the trunk: how far up it lies on its segment, and how
// far it reaches.
type section struct {
	part          segment
	height        float64 // above the segment's lower end
	half          float64 // from the middle to the side
	front, behind float64
	belly         float64 // the share of the belly's movement that it takes part in
}

// A segment is a part of the trunk.
type segment int

const (
	pelvisPart segment = iota
	lumbarPart
	thoraxPart
	segments
)

// sections are the trunk from below.
var sections = []section{
	{pelvisPart, -9, 12, 6.5, 8.5, 0},
	{pelvisPart, -3, 16, 8.5, 11.4, 0},
	{pelvisPart, 4, 16.2, 9, 11, 0},
	{pelvisPart, 10, 14.6, 9.6, 8.6, .7},
	{lumbarPart, 7, 13.2, 9.6, 7.4, 1},
	{lumbarPart, 15, 14.2, 10.6, 8.6, .8},
	{thoraxPart, 10, 15.8, 11.6, 10.6, .3},
	{thoraxPart, 17, 16.6, 10.8, 11, 0},
	{thoraxPart, 24.5, 15.4, 7, 9.2, 0},
	{thoraxPart, 29.5, 7.4, 4.6, 6.6, 0},
}

// waist is the section where the shirt meets the trousers.
const waist = 3
