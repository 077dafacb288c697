package markdown

import (
	"bytes"
	"regexp"
)

// eraseUnseen turns what a reader of Markdown does not see, from the offset
// start on, into spaces: keys, ids, addresses, the marks of code.
func eraseUnseen(text []byte, start int) {
	for at := start; at < len(text); {
		if fence := fenceAt(text[at:]); fence != nil {
			at = codeEnd(text, at, fence)
			continue
		}
		end := blockEnd(text, at)
		eraseMarkup(text[at:end])
		at = end
	}
}

var fenceForm = regexp.MustCompile("^(?:[ >\t]|[-*+] |[0-9]+[.)] )*(```+|~~~+)([^\n]*)")

// fenceAt returns the fence of a code block that the line starts with, or nil.
func fenceAt(line []byte) []byte {
	if bytes.IndexByte(line, '`') < 0 && bytes.IndexByte(line, '~') < 0 {
		return nil
	}
	m := fenceForm.FindSubmatch(line)
	if m == nil || m[1][0] == '`' && bytes.IndexByte(m[2], '`') >= 0 {
		return nil
	}
	return bytes.Clone(m[1])
}

// codeEnd erases the fences of a code block and the name of its language, and
// returns the offset after the closing fence. In code an ampersand is a letter
// like any other, so it is erased, so that it is not read as an entity.
func codeEnd(text []byte, at int, fence []byte) int {
	end := lineEnd(text, at)
	marker := bytes.Index(text[at:end], fence)
	erase(text[at+marker : end])
	for at = end; at < len(text); at = end {
		end = lineEnd(text, at)
		line := text[at:end]
		bare := bytes.Trim(line, " >\t\n")
		if bytes.HasPrefix(bare, fence) && len(bytes.Trim(bare, string(fence[:1]))) == 0 {
			return end
		}
		eraseAmpersands(line)
	}
	return at
}

func eraseAmpersands(text []byte) {
	for i := range text {
		if text[i] == '&' {
			text[i] = ' '
		}
	}
}

// lineEnd returns the offset after the line that starts at an offset.
func lineEnd(text []byte, at int) int {
	if n := bytes.IndexByte(text[at:], '\n'); n >= 0 {
		return at + n + 1
	}
	return len(text)
}

// blockEnd returns the offset after the lines from an offset up to an empty line
// or a fence. Links and citations may run over lines, but not over these.
func blockEnd(text []byte, at int) int {
	for at < len(text) {
		end := lineEnd(text, at)
		next := text[end:lineEnd(text, end)]
		if len(bytes.Trim(text[at:end], " >\t\n")) == 0 || fenceAt(next) != nil {
			return end
		}
		at = end
	}
	return at
}

// eraseMarkup erases what is not seen in a block of lines.
func eraseMarkup(block []byte) {
	for i := 0; i < len(block); i++ {
		switch block[i] {
		case '\\':
			i++
		case '`':
			end := codeSpanEnd(block, i)
			eraseAmpersands(block[i:end])
			i = end
		case '(':
			if i > 0 && block[i-1] == ']' {
				eraseAddress(block[i:])
			}
		case '[', '!', '{', ']':
			erase(block[i : i+unseen(block[i:])])
		}
	}
	if !bytes.Contains(block, []byte("]:")) {
		return
	}
	for _, m := range definitionLine.FindAllIndex(block, -1) {
		erase(block[m[0]:m[1]])
	}
}

var definitionLine = regexp.MustCompile(`(?m)^[ >]*\[[^\]]+\]:[ \t]*\S+[ \t]*$`)

// unseen returns how long the markup is that text starts with and that a reader
// does not see: a citation, an embed, the key of a link, an id, the kind of an
// alert, the label of a link's definition, the language of a phrase. It is 0 if text starts with none.
func unseen(text []byte) int {
	for _, m := range []struct{ open, shut string }{
		{"[@", "]"}, {"![[", "]]"}, {"[[", "]]"}, {"{#", "}"}, {"[!", "]"}, {"][", "]"}, {"]{", "}"},
	} {
		if !bytes.HasPrefix(text, []byte(m.open)) {
			continue
		}
		inner := text[len(m.open):]
		n := bytes.Index(inner, []byte(m.shut))
		if n < 0 {
			return 0
		}
		if bar := bytes.IndexByte(inner[:n], '|'); m.open == "[[" && bar >= 0 {
			return len(m.open) + bar + 1 // the text after the bar is shown
		}
		return len(m.open) + n + len(m.shut)
	}
	return 0
}

// codeSpanEnd returns the offset of the last byte of the code span that starts
// at i, or of its opening run of backticks if it is not closed.
func codeSpanEnd(block []byte, i int) int {
	run := ticks(block[i:])
	for j := i + run; j < len(block); {
		n := ticks(block[j:])
		if n == run {
			return j + n - 1
		}
		j += max(1, n)
	}
	return i + run - 1
}

// ticks counts the backticks that text starts with.
func ticks(text []byte) (n int) {
	for n < len(text) && text[n] == '`' {
		n++
	}
	return n
}

// eraseAddress erases the address in parentheses that text starts with.
func eraseAddress(text []byte) {
	depth := 0
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '\\':
			i++
		case '(':
			depth++
		case ')':
			depth--
		}
		if depth == 0 {
			erase(text[:i])
			return
		}
	}
}

func erase(text []byte) {
	for i := range text {
		if text[i] != '\n' {
			text[i] = ' '
		}
	}
}
