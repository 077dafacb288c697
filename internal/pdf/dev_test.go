package pdf

import (
	"os"
	"testing"
)

func TestDev(t *testing.T) {
	data, _ := os.ReadFile(os.Getenv("PDFIN"))
	out, err := tag(data, nil)
	if err != nil {
		t.Fatal(err)
	}
	os.WriteFile(os.Getenv("PDFOUT"), out, 0o644)
}
