package figure

// solve turns a pose into a skeleton on the floor, which is at height 0. What it rests on,
// and hands and feet whose placements are kept from the pose before, stay where they were in
// before. short is how many centimetres each hand and foot is from its place.
func (p *pose) solve(before *skeleton, kept [2][2]bool) (s *skeleton, short [2][2]float64) {
	turned := *p
	s, floor := turned.settle()
	move := vec{0, -floor, 0}
	if before != nil && len(p.rests) > 0 {
		was, is := p.rests[0].at(before)[0], p.rests[0].at(s)[0]
		move.X, move.Z = was.X-is.X, was.Z-is.Z
	}
	s.move(move)
	for _, sd := range []side{right, left} {
		var hand, foot *limb
		if before != nil && kept[handEnd][sd] {
			hand = &before.arms[sd]
		}
		if before != nil && kept[footEnd][sd] {
			foot = &before.legs[sd]
		}
		if at := p.placements[handEnd][sd]; at != nil {
			short[handEnd][sd] = s.placeHand(sd, at, hand)
		}
		if at := p.placements[footEnd][sd]; at != nil {
			short[footEnd][sd] = s.placeFoot(sd, at, foot)
		}
	}
	return s, short
}
