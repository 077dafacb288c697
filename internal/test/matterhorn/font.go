package matterhorn

import (
	"encoding/binary"
	"math"
	"regexp"
	"strconv"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// A font is one of the fonts of a page: of type 0, with the outlines of TrueType.
type font struct {
	dict, inner, about types.Dict // its dictionary, that of its outlines, and their description
	unicode            map[int][]rune
	program            []byte
}

// font reads a font.
func (f *File) font(o types.Object) *font {
	out := &font{dict: f.dict(o), unicode: map[int][]rune{}}
	if list := f.array(out.dict["DescendantFonts"]); len(list) == 1 {
		out.inner = f.dict(list[0])
	}
	out.about = f.dict(out.inner["FontDescriptor"])
	if table, err := f.stream(out.dict["ToUnicode"]); err == nil {
		out.read(string(table))
	}
	if program, err := f.stream(out.about["FontFile2"]); err == nil {
		out.program = program
	}
	return out
}

var (
	blocks = regexp.MustCompile(`(?s)beginbf(char|range)(.*?)endbf`)
	pairs  = regexp.MustCompile(`<(\w+)>\s*<(\w+)>`)
	ranges = regexp.MustCompile(`<(\w+)>\s*<(\w+)>\s*<(\w+)>`)
)

// read reads a ToUnicode table. Ranges with lists are not read, so their codes have no text.
func (f *font) read(table string) {
	for _, b := range blocks.FindAllStringSubmatch(table, -1) {
		if b[1] == "char" {
			for _, m := range pairs.FindAllStringSubmatch(b[2], -1) {
				f.unicode[hex(m[1])] = runes(m[2])
			}
			continue
		}
		for _, m := range ranges.FindAllStringSubmatch(b[2], -1) {
			text := runes(m[3])
			for code := hex(m[1]); code <= hex(m[2]) && len(text) > 0; code++ {
				f.unicode[code] = append([]rune(nil), text...)
				text[len(text)-1]++
			}
		}
	}
}

func hex(s string) int {
	n, _ := strconv.ParseUint(s, 16, 64)
	return int(n)
}

// runes returns UTF-16 of one plane as letters.
func runes(s string) (out []rune) {
	for ; len(s) >= 4; s = s[4:] {
		out = append(out, rune(hex(s[:4])))
	}
	return out
}

// tables returns where the tables of the font's program are, by name.
func (f *font) tables() map[string][]byte {
	out := map[string][]byte{}
	if len(f.program) < 12 {
		return out
	}
	for i := range int(binary.BigEndian.Uint16(f.program[4:])) {
		if 12+16*(i+1) > len(f.program) {
			break
		}
		row := f.program[12+16*i:]
		start, size := int(binary.BigEndian.Uint32(row[8:])), int(binary.BigEndian.Uint32(row[12:]))
		if start+size <= len(f.program) {
			out[string(row[:4])] = f.program[start : start+size]
		}
	}
	return out
}

// glyphs returns how wide each glyph of the program is, in thousandths.
func (f *font) glyphs() (widths []float64) {
	t := f.tables()
	if len(t["head"]) < 20 || len(t["hhea"]) < 36 || len(t["maxp"]) < 6 {
		return nil
	}
	units := float64(binary.BigEndian.Uint16(t["head"][18:]))
	metrics := int(binary.BigEndian.Uint16(t["hhea"][34:]))
	for i := range int(binary.BigEndian.Uint16(t["maxp"][4:])) {
		at := 4 * min(i, metrics-1)
		if at < 0 || at+2 > len(t["hmtx"]) {
			return widths
		}
		widths = append(widths, float64(binary.BigEndian.Uint16(t["hmtx"][at:]))*1000/units)
	}
	return widths
}

// widths returns the widths that the dictionary gives.
func (f *File) widths(inner types.Dict) func(code int) float64 {
	known := map[int]float64{}
	list := f.array(inner["W"])
	for i := 0; i+1 < len(list); {
		first := f.number(list[i], 0)
		if several := f.array(list[i+1]); several != nil {
			for j, w := range several {
				known[first+j] = f.value(w)
			}
			i += 2
			continue
		}
		if i+2 >= len(list) {
			break
		}
		for code := first; code <= f.number(list[i+1], 0); code++ {
			known[code] = f.value(list[i+2])
		}
		i += 3
	}
	return func(code int) float64 {
		if w, ok := known[code]; ok {
			return w
		}
		if inner["DW"] == nil {
			return 1000
		}
		return f.value(inner["DW"])
	}
}

func (f *File) value(o types.Object) float64 {
	switch v := f.direct(o).(type) {
	case types.Integer:
		return float64(v)
	case types.Float:
		return float64(v)
	}
	return math.NaN()
}
