package upward

// Low is below.
type Low int

func (Low) use() any { return High{} }
