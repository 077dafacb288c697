package search

// A weigher sums up how much each stem weighs in a part.
type weigher struct {
	*Index
	weight map[string]uint8
	count  map[string]int // in the text
}

// addPage weighs the words of the title and of other names.
func (w *weigher) addPage(p Page) {
	w.addName(p.Title, 5)
	for _, name := range p.Names {
		w.addName(name, 4)
	}
}

// addName weighs the words of a title or a name. A name of one word is nothing else, so it
// weighs 4 more; each of two words 2 more.
func (w *weigher) addName(text string, least int) {
	stems := w.stemsOf(text)
	for _, s := range stems {
		w.weight[s] = max(w.weight[s], uint8(least+4/len(stems)))
	}
}

// addSection weighs the words of a section: those of a heading 3 or more, and 4 if it is a
// name too; key words 3.
func (w *weigher) addSection(s Section) {
	heading := 3
	if len(s.Names) > 0 {
		heading = 4
	}
	w.addName(s.Heading, heading)
	for _, name := range s.Names {
		w.addName(name, 4)
	}
	for _, sentence := range s.Text {
		for word := range words(sentence) {
			stem := w.stem(word)
			w.count[stem]++
			if s.Key {
				w.weight[stem] = max(w.weight[stem], 3)
			}
		}
	}
}

// sum returns the weights: 1 for a word of the text, 2 for one that occurs four times.
func (w *weigher) sum() map[string]uint8 {
	for stem, n := range w.count {
		w.weight[stem] = max(w.weight[stem], uint8(min(2, (n+2)/3)))
	}
	return w.weight
}
