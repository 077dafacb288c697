package pdf

import (
	"bytes"
	"encoding/hex"
	"fmt"
	"unicode/utf16"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

func init() { model.ConfigPath = "disable" } // otherwise pdfcpu writes settings into the home folder

// A document is a parsed file.
type document struct {
	table   *model.XRefTable
	catalog types.Dict
	pages   []types.IndirectRef
}

// parse parses a file.
func parse(data []byte) (*document, error) {
	context, err := pdfcpu.Read(bytes.NewReader(data), model.NewDefaultConfiguration())
	if err != nil {
		return nil, err
	}
	d := &document{table: context.XRefTable}
	d.catalog = d.dict(*d.table.Root)
	d.readPages(d.catalog["Pages"])
	if len(d.pages) == 0 {
		return nil, fmt.Errorf("the file has no pages")
	}
	return d, nil
}

// readPages adds the pages below a node of the tree of pages.
func (d *document) readPages(node types.Object) {
	ref, ok := node.(types.IndirectRef)
	if !ok {
		return
	}
	n := d.dict(ref)
	if n["Type"] == types.Name("Page") {
		d.pages = append(d.pages, ref)
		return
	}
	for _, kid := range d.array(n["Kids"]) {
		d.readPages(kid)
	}
}

// direct returns an object, or the one to which it refers; nil if there is none.
func (d *document) direct(o types.Object) types.Object {
	if _, isRef := o.(types.IndirectRef); !isRef {
		return o
	}
	value, err := d.table.Dereference(o)
	if err != nil {
		return nil
	}
	return value
}

// dict returns an object as a dictionary, also that of a stream; nil if it is none.
func (d *document) dict(o types.Object) types.Dict {
	switch v := d.direct(o).(type) {
	case types.Dict:
		return v
	case types.StreamDict:
		return v.Dict
	}
	return nil
}

// array returns an object as an array; nil if it is none.
func (d *document) array(o types.Object) types.Array {
	a, _ := d.direct(o).(types.Array)
	return a
}

// stream returns what a stream contains, decoded.
func (d *document) stream(o types.Object) ([]byte, error) {
	s, ok := d.direct(o).(types.StreamDict)
	if !ok {
		return nil, fmt.Errorf("%v is no stream", o)
	}
	if err := s.Decode(); err != nil {
		return nil, err
	}
	return s.Content, nil
}

// add adds an object.
func (d *document) add(o types.Object) (types.IndirectRef, error) {
	ref, err := d.table.IndRefForNewObject(o)
	if err != nil {
		return types.IndirectRef{}, err
	}
	return *ref, nil
}

// textString returns a text as an object.
func textString(text string) types.Object {
	data := []byte{0xFE, 0xFF}
	for _, unit := range utf16.Encode([]rune(text)) {
		data = append(data, byte(unit>>8), byte(unit))
	}
	return types.HexLiteral(hex.EncodeToString(data))
}

// textOf returns the text of an object; "" if it is none.
func (d *document) textOf(o types.Object) string {
	var text string
	switch v := d.direct(o).(type) {
	case types.StringLiteral:
		text, _ = types.StringLiteralToString(v)
	case types.HexLiteral:
		text, _ = types.HexLiteralToString(v)
	}
	return text
}
