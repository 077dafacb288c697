package matterhorn

import (
	"fmt"
	"maps"
	"math"
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

var fontConditions = []condition{
	{"10-001", "a code stands for no letter", (*view).wordless},
	{"31-004", "the glyphs of a font are in no order", each(func(f *font) bool {
		m := f.inner["CIDToGIDMap"]
		_, isRef := m.(types.IndirectRef)
		return m != nil && m != types.Name("Identity") && !isRef
	})},
	{"31-005", "a font does not say the order of its glyphs", each(func(f *font) bool {
		return f.inner["CIDToGIDMap"] == nil
	})},
	{"31-006", "the codes of a font are in an unknown table", each(func(f *font) bool {
		e := f.dict["Encoding"]
		return e != types.Name("Identity-H") && e != types.Name("Identity-V")
	})},
	{"31-009", "a font is not in the file", each(func(f *font) bool { return len(f.program) == 0 })},
	{"31-011", "a font has no glyph for a code", (*view).glyphless},
	{"31-016", "a font and its description have different widths", (*view).widthless},
	{"31-027", "a font does not say which letters its codes are", each(func(f *font) bool {
		return f.dict["ToUnicode"] == nil
	})},
	{"31-028", "a code stands for U+0000", letters(0)},
	{"31-029", "a code stands for U+FEFF or U+FFFE", letters(0xFEFF, 0xFFFE)},
	{"31-030", "the glyph for what is missing is shown", (*view).missing},
	{"X-12", "there is a font that is not judged", each(func(f *font) bool {
		return f.dict["Subtype"] != types.Name("Type0") || f.inner["Subtype"] != types.Name("CIDFontType2") ||
			f.about["CIDSet"] != nil
	})},
}

// each returns a check of each font.
func each(fails func(f *font) bool) func(v *view) []string {
	return func(v *view) (where []string) {
		for _, name := range slices.Sorted(maps.Keys(v.fonts)) {
			if fails(v.fonts[name]) {
				where = append(where, "font "+name)
			}
		}
		return where
	}
}

// letters returns a check that no code of a font stands for a letter.
func letters(unwanted ...rune) func(v *view) []string {
	return each(func(f *font) bool {
		for _, text := range f.unicode {
			for _, r := range text {
				if slices.Contains(unwanted, r) {
					return true
				}
			}
		}
		return false
	})
}

// used calls a function for each code that is shown, with its font.
func (v *view) used(see func(page int, f *font, code int) bool) (where []string) {
	for i, list := range v.shown {
		for _, s := range list {
			f := v.fontOf(i, s)
			if f == nil {
				continue
			}
			for _, code := range codes(s.strings) {
				if see(i, f, code) {
					where = append(where, fmt.Sprintf("page %d, font %s, code %04x", i+1, s.font, code))
				}
			}
		}
	}
	return where
}

func (v *view) wordless() []string {
	return v.used(func(_ int, f *font, code int) bool { return len(f.unicode[code]) == 0 })
}

func (v *view) missing() []string {
	return v.used(func(_ int, _ *font, code int) bool { return code == 0 })
}

func (v *view) glyphless() []string {
	glyphs := map[*font]int{}
	return v.used(func(_ int, f *font, code int) bool {
		if _, known := glyphs[f]; !known {
			glyphs[f] = len(f.glyphs())
		}
		return code >= glyphs[f]
	})
}

func (v *view) widthless() []string {
	type both struct {
		program []float64
		dict    func(code int) float64
	}
	known := map[*font]both{}
	return v.used(func(_ int, f *font, code int) bool {
		if _, ok := known[f]; !ok {
			known[f] = both{f.glyphs(), v.widths(f.inner)}
		}
		b := known[f]
		return code < len(b.program) && math.Abs(b.program[code]-b.dict(code)) > 1
	})
}
