package matterhorn

import (
	"bytes"
	"fmt"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

func init() { model.ConfigPath = "disable" } // otherwise pdfcpu writes into the home folder

// A File is a parsed file.
type File struct {
	header   string
	table    *model.XRefTable
	catalog  types.Dict
	pages    []*page
	metadata []byte
}

// A page is one page.
type page struct {
	ref     types.IndirectRef
	dict    types.Dict
	content []byte
}

// Open parses a file.
func Open(data []byte) (*File, error) {
	context, err := pdfcpu.Read(bytes.NewReader(data), model.NewDefaultConfiguration())
	if err != nil {
		return nil, err
	}
	f := &File{header: string(data[:8]), table: context.XRefTable}
	f.catalog = f.dict(*f.table.Root)
	if err := f.read(f.catalog["Pages"]); err != nil {
		return nil, err
	}
	if f.catalog["Metadata"] != nil {
		f.metadata, err = f.stream(f.catalog["Metadata"])
	}
	return f, err
}

// read adds the pages below a node.
func (f *File) read(o types.Object) error {
	node := f.dict(o)
	if node["Type"] != types.Name("Page") {
		for _, kid := range f.array(node["Kids"]) {
			if err := f.read(kid); err != nil {
				return err
			}
		}
		return nil
	}
	ref, ok := o.(types.IndirectRef)
	if !ok {
		return fmt.Errorf("a page is no object of its own")
	}
	content, err := f.stream(node["Contents"])
	f.pages = append(f.pages, &page{ref, node, content})
	return err
}

func (f *File) direct(o types.Object) types.Object {
	value, err := f.table.Dereference(o)
	if err != nil {
		return nil
	}
	return value
}

func (f *File) dict(o types.Object) types.Dict {
	switch v := f.direct(o).(type) {
	case types.Dict:
		return v
	case types.StreamDict:
		return v.Dict
	}
	return nil
}

func (f *File) array(o types.Object) types.Array {
	v, _ := f.direct(o).(types.Array)
	return v
}

func (f *File) stream(o types.Object) ([]byte, error) {
	s, ok := f.direct(o).(types.StreamDict)
	if !ok {
		return nil, fmt.Errorf("%v is no stream", o)
	}
	if s.FilterPipeline == nil {
		return s.Raw, nil
	}
	err := s.Decode()
	return s.Content, err
}

// text returns the text of an object, "" if it has none.
func (f *File) text(o types.Object) string {
	var text string
	switch v := f.direct(o).(type) {
	case types.StringLiteral:
		text, _ = types.StringLiteralToString(v)
	case types.HexLiteral:
		text, _ = types.HexLiteralToString(v)
	}
	return text
}
