package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"

	"rygghandboka/internal/base/diag"
)

// A source with a character that nobody sees is refused (Convert), but an entity can put one
// into the HTML: &#x202E; or &shy;. In code it is shown as it is written.

// unmarked returns a source with question marks in the place of the marks of holes, so
// that the rest of it can be checked.
func unmarked(src []byte) []byte {
	for _, mark := range []string{open, shut} {
		src = bytes.ReplaceAll(src, []byte(mark), bytes.Repeat([]byte("?"), len(mark)))
	}
	return src
}

// unseen refuses such entities in a text; unseenIn also in a link's address.
func (c *checker) unseen(n *ast.Text) {
	if n.IsRaw() || n.Parent().Kind() == ast.KindCodeSpan {
		return
	}
	text := n.Segment.Value(c.src)
	for i := 0; i < len(text); i++ {
		next := bytes.IndexAny(text[i:], `\&`)
		if next < 0 {
			return
		}
		if i += next; text[i] == '\\' {
			i++ // what follows is shown as it is written
			continue
		}
		c.unseenIn(entity.Find(text[i:]), n.Segment.Start+i)
	}
}

// unseenIn refuses the characters that nobody sees in a text with entities, all of which
// is at one offset.
func (c *checker) unseenIn(written []byte, offset int) {
	for _, r := range diag.Unseen(resolve(written)) {
		c.add(diag.UnseenAt(c.file, offset, r, string(written)))
	}
}

// resolve returns text with its entities as the characters that goldmark renders.
func resolve(text []byte) []byte {
	return util.ResolveEntityNames(util.ResolveNumericReferences(text))
}
