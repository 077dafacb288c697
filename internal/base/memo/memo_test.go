package memo

import "testing"

func TestTable(t *testing.T) {
	var table Table[string, int]
	calls := 0
	get := func(key string) int {
		return table.Get(key, func() int { calls++; return len(key) })
	}
	for range 2 {
		if got := get("abc"); got != 3 || calls != 1 {
			t.Fatalf("%d after %d calls for one key, want 3 after 1", got, calls)
		}
	}
	table.Sweep()
	if get("abc"); calls != 1 {
		t.Error("a value asked for before the sweep was forgotten")
	}
	table.Sweep()
	table.Sweep()
	if get("abc"); calls != 2 {
		t.Error("a value not asked for between two sweeps was kept")
	}
}
