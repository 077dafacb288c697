package search

// About how many bytes of text a part of a page has. Eight parts, the index and the reader
// together must load as fast as a small picture. On a site of many pages the index alone is
// larger than that, and small parts would only be more files.
const (
	smallPart = 1700
	largePart = 3600
	manyPages = 200
)

// Parts divides a page into parts, on a site of some number of pages in its language. A
// section is never cut, so a part can be larger than it should be.
func Parts(sections []Section, pages int) (parts [][]Section) {
	partSize := smallPart
	if pages >= manyPages {
		partSize = largePart
	}
	start, size := 0, 0
	for i, s := range sections {
		n := s.size()
		if size > 0 && size+n > partSize {
			parts = append(parts, sections[start:i])
			start, size = i, 0
		}
		size += n
	}
	return append(parts, sections[start:])
}

// size is in bytes.
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
	return callOf("handbookText", list)
}
