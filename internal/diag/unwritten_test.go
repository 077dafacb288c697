package diag

import "testing"

func TestIsUnwritten(t *testing.T) {
	for text, want := range map[string]bool{
		"…": true, " … ": true, "...": true, ".....": true, "TODO": true,
		"": false, ".": false, "..": false, "Pust ut …": false, "… og så videre": false, "todo": false, "TODO: mål": false, "… …": false,
	} {
		if got := IsUnwritten(text); got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}
