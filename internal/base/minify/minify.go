// Package minify makes the site's files small.
//
// Quotes and end tags are kept in HTML. It costs a few bytes before compression
// and almost none after it, and it makes minifying local: the parts of a page
// are minified apart, once, and the bytes are those of minifying the whole.
//
// There is no JSON here, on purpose: the module silently "repairs" broken JSON. JSON is written
// by encoding/json, which is compact as it is.
package minify

import (
	"bytes"
	"fmt"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/css"
	"github.com/tdewolff/minify/v2/html"
	"github.com/tdewolff/minify/v2/js"
	"github.com/tdewolff/minify/v2/svg"
	"github.com/tdewolff/minify/v2/xml"
)

var page = html.Minifier{
	KeepDocumentTags:    true,
	KeepEndTags:         true,
	KeepQuotes:          true,
	KeepDefaultAttrVals: true,
}

var formats = newFormats()

func newFormats() *minify.M {
	layout := page
	layout.TemplateDelims = html.GoTemplateDelims
	m := minify.New()
	m.Add("html", &page)
	m.Add("layout", &layout)
	m.Add("css", &css.Minifier{})
	m.Add("js", &js.Minifier{})
	m.Add("svg", &svg.Minifier{})
	m.Add("xml", &xml.Minifier{})
	return m
}

// Bytes returns data minified. The format is html, layout (html with template
// actions), css, js, svg or xml. An error means that data is not well formed.
func Bytes(format string, data []byte) ([]byte, error) {
	out, err := formats.Bytes(format, bytes.Clone(data)) // the module writes shorter names into what it reads
	if err != nil {
		return nil, fmt.Errorf("minify %s: %w", format, err)
	}
	return out, nil
}
