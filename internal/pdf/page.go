package pdf

import "github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

// painting reads the content of a page.
func (d *document) painting(page types.Dict) (*painting, error) {
	contents := types.Array{page["Contents"]}
	if several := d.array(page["Contents"]); several != nil {
		contents = several
	}
	p := &painting{shown: map[int]*shown{}}
	for _, o := range contents {
		data, err := d.stream(o)
		if err != nil {
			return nil, err
		}
		p.content = append(append(p.content, data...), '\n')
	}
	fonts, err := d.fonts(page)
	if err != nil {
		return nil, err
	}
	spaced := func() []byte { return p.spaced(fonts) }
	for _, change := range []func() []byte{p.extended, p.visible, spaced, nil} {
		if p.steps, err = operators(p.content); err != nil {
			return nil, err
		}
		if change != nil {
			p.content = change()
		}
	}
	return p, p.read(fonts)
}
