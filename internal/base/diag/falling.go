package diag

// FallingAt returns the problem that a range of numbers at an offset goes down.
func FallingAt(file string, offset int, text string) Problem {
	return Errorf(file, offset, "the range %s goes down", text).
		Hintf("write the lower number first; if the amount itself goes down, write it in words: from 30 to 20")
}
