// Package strict decodes YAML into a struct and refuses whatever it does not know.
//
// A struct field is named by its tag, as in `yaml:"next-review"`, and must have
// a value unless the tag is `yaml:"next-review,optional"`. Embedded structs,
// and pointers to structs, lend their fields. Fields are strings, bools, ints,
// structs, slices, maps with string keys, or types with an UnmarshalText method;
// a String, a Number and a Date also keep their offsets.
//
// Texts returns all text that an author wrote into a struct, by its fields, with the
// values of their tags role and lang.
//
// All of these are problems, all reported at once: a key that is unknown,
// missing or given twice; a value of the wrong type, or none, or one that is still
// to be written (`title: …`); text cut short by a comment (`title: C # 5` is "C");
// aliases, anchors, tags and second documents, which authors only use by mistake;
// an invisible character, itself or as an escape (`"\u202E"`).
//
// This is the only package that imports the YAML module.
package strict

// A Text is some text and its offset in its file.
type Text struct {
	Text   string
	Offset int // in bytes
}

// A Number is a number and its offset in its file.
type Number struct {
	Value  float64
	Offset int // in bytes
}
