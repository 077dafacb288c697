package site

// A Redirect leads from an address that a page had before to the page. Addresses
// are on printed sheets, which nobody can change.
type Redirect struct {
	Stub
	Out string // no/ovelser/bro/index.html
}
