package search

// most is about how many bytes of text a part of a page has. Eight parts, the index and
// the reader together are to load as fast as a small picture.
const most = 3600

// Parts divides a page: a section is never cut, so a part can be longer than most.
func Parts(sections []Section) (parts [][]Section) {
	start, size := 0, 0
	for i, s := range sections {
		n := s.size()
		if size > 0 && size+n > most {
			parts = append(parts, sections[start:i])
			start, size = i, 0
		}
		size += n
	}
	return append(parts, sections[start:])
}

func (s Section) size() int {
	n := len(s.ID) + len(s.Heading)
	for _, sentence := range s.Text {
		n += len(sentence)
	}
	return n
}

// Text returns the file of one part.
func Text(sections []Section) ([]byte, error) {
	list := make([][]string, 0, len(sections))
	for _, s := range sections {
		list = append(list, append([]string{s.ID, s.Heading}, s.Text...))
	}
	return call("handbookText", list)
}
