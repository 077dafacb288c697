package markdown

import (
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
)

// Quotes are a language's quotation marks, outer and inner.
type Quotes struct{ Open, Close, InnerOpen, InnerClose string }

// typographer curls quotation marks and apostrophes in a language's way. The
// other substitutions stay out: "--" and "..." are what authors see them to be.
func typographer(q Quotes) goldmark.Extender {
	return extension.NewTypographer(extension.WithTypographicSubstitutions(extension.TypographicSubstitutions{
		extension.LeftDoubleQuote:  []byte(q.Open),
		extension.RightDoubleQuote: []byte(q.Close),
		extension.LeftSingleQuote:  []byte(q.InnerOpen),
		extension.RightSingleQuote: []byte(q.InnerClose),
		extension.Apostrophe:       []byte("’"),
		extension.EnDash:           nil,
		extension.EmDash:           nil,
		extension.Ellipsis:         nil,
		extension.LeftAngleQuote:   nil,
		extension.RightAngleQuote:  nil,
	}))
}
