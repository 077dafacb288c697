package layout

import (
	"regexp"
	"strconv"
	"strings"

	"rygghandboka/internal/base/diag"
)

const layoutDir = "layouts/"

// Path returns the path of a layout in the input tree.
func Path(name string) string { return layoutDir + name }

// errorForm is how html/template and text/template begin their errors.
var errorForm = regexp.MustCompile(`(?s)^(?:html/)?template: ?([^: ]+):(?:(\d+):)?(?:(\d+):)? (.*)$`)

// problem turns an error of html/template into one with a place in texts, the layouts by
// name. Constants contain no line breaks, so lines are right; columns are right up to the
// first constant.
func problem(err error, texts map[string]string) diag.Problem {
	m := errorForm.FindStringSubmatch(err.Error())
	if m == nil {
		return diag.Errorf(strings.TrimSuffix(layoutDir, "/"), 0, "%v", err)
	}
	name, message := m[1], m[4]
	line, _ := strconv.Atoi(m[2])
	column, _ := strconv.Atoi(m[3])
	offset := lineOffset(texts[name], line)
	first, _, _ := strings.Cut(texts[name][offset:], "\n")
	if constant.MatchString(first) {
		column = 0
	}
	if i := strings.Index(message, ">: "); strings.HasPrefix(message, "executing ") && i > 0 {
		message = message[i+3:]
	}
	return diag.Errorf(Path(name), offset+column, "%s", message)
}

// lineOffset returns where a line starts, counted from 1, or the last line there is.
func lineOffset(text string, line int) int {
	offset := 0
	for range line - 1 {
		next := strings.IndexByte(text[offset:], '\n')
		if next < 0 {
			break
		}
		offset += next + 1
	}
	return offset
}

// constant is a call in a layout that is replaced when the layout is read: constant.go.
var constant = regexp.MustCompile(
	`\{\{-?\s*(word|asset|file|local|tel|number|integrity|policy)\s+("[^"]*")\s*-?\}\}`,
)
