package pdf

import (
	"testing"

	"rygghandboka/internal/test/arch"
)

func TestFileOrder(t *testing.T) { arch.FileOrder(t) }
