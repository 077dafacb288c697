package site

// A Filter narrows a list of exercises. A reader chooses a value of one trait or of
// several.
type Filter []Choice

// A Choice is one trait of exercises, and the values that those in the list have.
type Choice struct {
	Label  string
	Values []Value
}

// A Value is one of a trait. Its key is the one by which words.yaml has its name.
type Value struct{ Key, Label string }
