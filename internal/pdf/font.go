package pdf

import (
	"encoding/binary"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"unicode/utf16"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// A font says which text its codes are.
type font struct {
	wide bool // a code has two bytes
	text map[int]string
}

var (
	mapping = regexp.MustCompile(`(?s)beginbf(char|range)(.*?)endbf`)
	codes   = regexp.MustCompile(`<([0-9A-Fa-f]+)>|\[|\]`)
)

// fonts returns the fonts of a page by their names, slash included.
func (d *document) fonts(page types.Dict) (map[string]*font, error) {
	found := map[string]*font{}
	for name, o := range d.dict(d.dict(page["Resources"])["Font"]) {
		dict := d.dict(o)
		f := &font{wide: dict["Subtype"] == types.Name("Type0"), text: map[int]string{}}
		if dict["ToUnicode"] != nil {
			data, err := d.stream(dict["ToUnicode"])
			if err != nil {
				return nil, err
			}
			f.read(data)
		}
		found["/"+name] = f
	}
	return found, nil
}

// read reads a ToUnicode table.
func (f *font) read(table []byte) {
	for _, part := range mapping.FindAllSubmatch(table, -1) {
		list := codes.FindAll(part[2], -1)
		if string(part[1]) == "char" {
			for i := 0; i+1 < len(list); i += 2 {
				f.text[number(list[i])] = fromUTF16(stringOf(list[i+1]))
			}
			continue
		}
		for i := 0; i+2 < len(list); i++ {
			first, last := number(list[i]), number(list[i+1])
			i += 2
			if string(list[i]) == "[" {
				for i++; i < len(list) && string(list[i]) != "]"; i++ {
					f.text[first] = fromUTF16(stringOf(list[i]))
					first++
				}
				continue
			}
			text := []rune(fromUTF16(stringOf(list[i])))
			for code := first; code <= last && len(text) > 0; code++ {
				f.text[code] = string(text)
				text[len(text)-1]++
			}
		}
	}
}

// number returns the value of a code.
func number(s []byte) int {
	n := 0
	for _, b := range stringOf(s) {
		n = n<<8 | int(b)
	}
	return n
}

// decode returns the text that a string shows.
func (f *font) decode(s []byte) (text string) {
	for len(s) > 0 {
		code := int(s[0])
		if f.wide && len(s) > 1 {
			code = int(binary.BigEndian.Uint16(s))
			s = s[1:]
		}
		s = s[1:]
		text += f.text[code]
	}
	return text
}

// shown returns the text that an operator shows in a font; "" if that is not known.
func (f *font) shown(step operator) (text string) {
	if f == nil {
		return ""
	}
	last := step.operands[len(step.operands)-1]
	list := [][]byte{last}
	if last[0] == '[' {
		list = items(last)
	}
	for _, item := range list {
		text += f.decode(stringOf(item))
	}
	return text
}

// space returns the code of a space as a string, if the font has one.
func (f *font) space() (string, bool) {
	if f == nil || !f.wide {
		return "", false
	}
	for _, code := range slices.Sorted(maps.Keys(f.text)) {
		if f.text[code] == " " {
			return fmt.Sprintf("<%04x>", code), true
		}
	}
	return "", false
}

// fromUTF16 decodes big-endian UTF-16, as in text strings and tables.
func fromUTF16(s []byte) string {
	var units []uint16
	for ; len(s) > 1; s = s[2:] {
		if unit := binary.BigEndian.Uint16(s); unit != 0xFEFF {
			units = append(units, unit)
		}
	}
	return string(utf16.Decode(units))
}
