package pdf

import (
	"fmt"
	"regexp"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// tag makes what Chromium printed a file that is tagged as PDF/UA-1 demands.
func tag(data []byte) ([]byte, error) {
	d, err := parse(data)
	if err != nil {
		return nil, err
	}
	top, err := d.readTree()
	if err != nil {
		return nil, err
	}
	s := &structurer{}
	for _, page := range d.pages {
		p, err := d.painting(d.dict(page))
		if err != nil {
			return nil, err
		}
		s.paintings = append(s.paintings, p)
	}
	s.element(top)
	level(top, &[]string{})
	d.describe(top, s, d.catalog["Lang"])
	renumber(top, map[string]string{})
	if err := d.repaint(top, s.paintings); err != nil {
		return nil, err
	}
	if err := d.describeFile(); err != nil {
		return nil, err
	}
	if err := d.writeTree(top, roles); err != nil {
		return nil, err
	}
	return d.write()
}

// place is where a mark is: in an element of a type.
type place struct {
	kind string
	mark *mark
}

// repaint marks the contents of all pages as the structure tree has it, and numbers the
// marks in the order in which they are painted.
func (d *document) repaint(top *element, paintings []*painting) error {
	places := map[mark]place{}
	collect(top, places)
	for i, p := range paintings {
		next := 0
		data, err := deflate(p.remark(func(id int) (string, int, bool) {
			found, ok := places[mark{i, id}]
			if !ok {
				return "", 0, false
			}
			found.mark.id = next
			next++
			return found.kind, found.mark.id, true
		}))
		if err != nil {
			return err
		}
		stream := types.StreamDict{Dict: types.Dict{"Filter": types.Name("FlateDecode")}, Raw: data}
		ref, err := d.add(stream)
		if err != nil {
			return err
		}
		d.dict(d.pages[i])["Contents"] = ref
	}
	return nil
}

// collect adds the places of all marks in an element.
func collect(e *element, places map[mark]place) {
	for _, k := range e.kids {
		switch v := k.(type) {
		case *element:
			collect(v, places)
		case *mark:
			places[*v] = place{e.kind, v}
		}
	}
}

// nodeName is what Chromium names a cell, differently each time.
var nodeName = regexp.MustCompile(`^node\d+$`)

// renumber names the heads of tables, and how cells refer to them, in the order in which
// they come.
func renumber(e *element, names map[string]string) {
	name := func(o types.Object) types.Object {
		old, ok := o.(types.StringLiteral)
		if !ok || !nodeName.MatchString(string(old)) {
			return o
		}
		if names[string(old)] == "" {
			names[string(old)] = fmt.Sprintf("head%03d", len(names)+1)
		}
		return types.StringLiteral(names[string(old)])
	}
	if id := e.entries["ID"]; id != nil {
		e.entries["ID"] = name(id)
	}
	attributes, _ := e.entries["A"].(types.Array)
	for _, o := range attributes {
		dict, _ := o.(types.Dict)
		heads, _ := dict["Headers"].(types.Array)
		for i, id := range heads {
			heads[i] = name(id)
		}
	}
	for _, k := range e.kids {
		if inner, ok := k.(*element); ok {
			renumber(inner, names)
		}
	}
}
