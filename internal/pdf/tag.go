package pdf

import (
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// tag makes what Chromium printed, with tables that have all their cells, a file that is tagged as PDF/UA-1 demands.
func tag(data []byte, tables []table) ([]byte, error) {
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
		s.paintings, s.boxes = append(s.paintings, p), append(s.boxes, p.boxes())
	}
	s.element(top)
	s.complete(top, tables)
	level(top, &[]string{})
	d.describe(top, s, d.catalog["Lang"])
	d.free(d.dict(d.catalog["Outlines"]))
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
