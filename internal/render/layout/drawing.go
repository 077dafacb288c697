package layout

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"

	"rygghandboka/internal/base/diag"
)

// shapes are the elements of SVG 2 that draw, and nothing else.
var shapes = []string{
	"svg", "g", "defs", "symbol", "use", "title", "desc", "metadata", "style", "switch", "view",
	"path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan", "textPath", "image",
	"linearGradient", "radialGradient", "stop", "pattern", "clipPath", "mask", "marker",
}

const svgSpace = "http://www.w3.org/2000/svg"

// refuseDrawing reports the first part of an SVG file that is not only a drawing: opened by its
// address, such a file is a page, whose scripts run and which can ask other sites for files.
func refuseDrawing(name string, data []byte) diag.List {
	d := xml.NewDecoder(bytes.NewReader(data))
	d.Strict = true
	for {
		at := int(d.InputOffset())
		token, err := d.Token()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return diag.List{diag.Errorf(StaticDir+name, at, "this is not XML: %v", err)}
		}
		if why := active(token); why != "" {
			return diag.List{diag.Errorf(StaticDir+name, at, "%s", why).
				Hintf("export the drawing as plain SVG")}
		}
	}
}

// active returns the reason why a token is not only a drawing, or "".
func active(token xml.Token) string {
	switch t := token.(type) {
	case xml.Directive:
		return "a drawing has no document type"
	case xml.ProcInst:
		if t.Target != "xml" {
			return "a drawing has no instructions"
		}
	case xml.CharData:
		return activeStyle(string(t))
	case xml.StartElement:
		if t.Name.Space == svgSpace && !slices.Contains(shapes, t.Name.Local) {
			return "<" + t.Name.Local + "> is not only a drawing"
		}
		for _, a := range t.Attr {
			if why := activeAttribute(a); why != "" {
				return why
			}
		}
		if t.Name.Space != svgSpace && slices.Contains(foreign, t.Name.Space) {
			return "<" + t.Name.Local + "> is HTML"
		}
	}
	return ""
}

// foreign are the namespaces whose elements a browser understands in SVG. Editors write
// elements of their own, which mean nothing to it.
var foreign = []string{"", "http://www.w3.org/1999/xhtml", "http://www.w3.org/1998/Math/MathML"}

func activeAttribute(a xml.Attr) string {
	name := strings.ToLower(a.Name.Local)
	value := strings.ToLower(strings.Join(strings.Fields(a.Value), ""))
	switch {
	case strings.HasPrefix(name, "on"):
		return "the attribute " + a.Name.Local + " is a script"
	case name == "base":
		return "a drawing has no other address than its own"
	case name == "href" && !strings.HasPrefix(value, "#") && !strings.HasPrefix(value, "data:image/png") &&
		!strings.HasPrefix(value, "data:image/jpeg") && !strings.HasPrefix(value, "data:image/webp"):
		return "a drawing links to nothing outside itself"
	}
	if strings.Contains(a.Value, `\`) { // an escape of CSS, which most attributes are
		return "a drawing imports nothing"
	}
	return activeStyle(a.Value)
}

// importing are what in a style asks for another file, besides url().
var importing = []string{"@import", "image-set", "src("}

// activeStyle returns the reason why text that may be a style asks for another file, or "".
func activeStyle(text string) string {
	text = strings.ToLower(text)
	imports := func(word string) bool { return strings.Contains(text, word) }
	hasEscape := strings.Contains(text, `\`) && strings.Contains(text, "{")
	if hasEscape || slices.ContainsFunc(importing, imports) {
		return "a drawing imports nothing"
	}
	for rest := text; ; {
		_, after, found := strings.Cut(rest, "url(")
		if !found {
			return ""
		}
		if !strings.HasPrefix(strings.TrimLeft(after, ` "'`), "#") {
			return "a drawing asks for no other file"
		}
		rest = after
	}
}
