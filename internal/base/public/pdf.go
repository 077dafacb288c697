package public

// A PDF is a file that is printed from a page.
type PDF struct {
	URL  string // of the page; with the fragment of a sheet, if a script makes it
	Path string // of the file, below the output folder
	Wait string // a CSS selector for what a script has to make first; or ""
	Name string // its title, if that of the page is another; or ""
}
