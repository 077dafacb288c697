package bib

// An entry is a work that is written out.
type entry struct {
	*Work
	t *Terms
}
