package resource

import (
	"os"
	"regexp"
	"strconv"
	"testing"
)

// Whatever can be typed on a sheet can be read from its address. Addresses of earlier
// sheets may have more.
func TestWhatIsTypedCanBeRead(t *testing.T) {
	script, err := os.ReadFile("../../../static/js/handout/state.js")
	if err != nil {
		t.Fatal(err)
	}
	limits := regexp.MustCompile(`limits = \{.*\}`).Find(script)
	for name, most := range bounds() {
		m := regexp.MustCompile(`\b` + name + `: ([0-9]+)`).FindSubmatch(limits)
		if m == nil {
			t.Errorf("state.js has no limit for %s", name)
			continue
		}
		if limit, err := strconv.Atoi(string(m[1])); err != nil || limit < most {
			t.Errorf("up to %d %s can be typed, and up to %s read", most, name, m[1])
		}
	}
}
