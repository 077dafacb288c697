package site

import "rygghandboka/internal/text/lang"

// A Stub is all that one page may know of another, or of itself.
type Stub struct {
	Lang  lang.Lang
	Title string
	URL   string
}

// A Translation is a page in another language.
type Translation struct {
	Stub
	Tag  string // of the language, for hreflang
	Name string // of the language, in the language
}
