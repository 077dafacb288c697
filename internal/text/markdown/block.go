package markdown

import (
	"strconv"
	"strings"

	"rygghandboka/internal/text/fact"
)

// A Block is a part of a section that a translation has too. Consecutive
// paragraphs are one block, since translators divide them as they need.
type Block struct {
	Kind     BlockKind
	ID       string // of a heading or a list item
	Critical bool   // in an alert, a step, an item with an id, or a row with numbers: must never change unnoticed
	Text     string // without markup, in a section whose text is kept, except for items of inner lists
	Offset   int    // of its start and its end in the file, in bytes
	End      int
	Facts    []fact.Fact
}

// String names a block in a message.
func (b Block) String() string {
	if b.ID == "" {
		return b.Kind.String()
	}
	return b.Kind.String() + " (#" + b.ID + ")"
}

// A BlockKind is what a block is. A block and its translation have equal kinds,
// so each type that implements it is comparable. String names it in a message.
type BlockKind interface{ String() string }

// A SimpleBlock is a kind without parameters, by its name.
type SimpleBlock string

const (
	TextBlock       SimpleBlock = "text"
	ItemBlock       SimpleBlock = "list item"
	StepBlock       SimpleBlock = "step"
	CellBlock       SimpleBlock = "cell"
	CodeBlock       SimpleBlock = "code"
	QuotationBlock  SimpleBlock = "quotation"
	DefinitionBlock SimpleBlock = "definition"
	LabelBlock      SimpleBlock = "label" // of a figure
)

func (b SimpleBlock) String() string { return string(b) }

// A HeadingBlock is a heading, of which one of level 2 is the first block of its section.
type HeadingBlock struct{ Level int }

func (b HeadingBlock) String() string { return "heading of level " + strconv.Itoa(b.Level) }

// A RowBlock is a row of a table.
type RowBlock struct{ Cells int }

func (b RowBlock) String() string { return "table row of " + strconv.Itoa(b.Cells) + " cells" }

// An AlertBlock is an alert, by its name in lower case.
type AlertBlock struct{ Name string }

func (b AlertBlock) String() string { return "alert [!" + strings.ToUpper(b.Name) + "]" }

// An EmbedBlock is an embed, by the last part of its page's key.
type EmbedBlock struct{ Key string }

func (b EmbedBlock) String() string { return "box [[" + b.Key + "]]" }
