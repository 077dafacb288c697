package render

import "rygghandboka/internal/site"

// A figureDetail is what figure.html shows beyond the text.
type figureDetail struct{ Diagram *site.Diagram }
