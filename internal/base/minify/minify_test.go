package minify

import "testing"

// What is minified is remembered by its reader, and minified again after the
// next change.
func TestBytesLeavesItsInput(t *testing.T) {
	const text = `for (const link of document.querySelectorAll("a")) { link.hash = location.hash; }`
	data := []byte(text)
	first, err := Bytes("js", data)
	if err != nil || string(data) != text {
		t.Errorf("the input is now %s (%v)", data, err)
	}
	if again, _ := Bytes("js", data); string(again) != string(first) {
		t.Errorf("first %s, then %s", first, again)
	}
}
