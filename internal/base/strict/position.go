package strict

import (
	"go.yaml.in/yaml/v4"

	"rygghandboka/internal/base/diag"
)

// at returns the offset in the file of a line and a column, both from 1, the
// column in characters.
func (d *Document) at(line, column int) int {
	if line < 1 || line > len(d.lines) {
		return d.start + len(d.text)
	}
	offset := d.lines[line-1]
	for i := range d.text[offset:] {
		if column--; column == 0 {
			return d.start + offset + i
		}
	}
	return d.start + len(d.text)
}

func (d *Document) pos(n *yaml.Node) int { return d.at(n.Line, n.Column) }

func (d *Document) errorf(n *yaml.Node, format string, args ...any) diag.Problem {
	return diag.Errorf(d.file, d.pos(n), format, args...)
}
