package bib

import (
	"slices"
	"strings"
	"unicode"
)

// Marks of quotes whose form depends on the language and on the quotes around them. They
// are private characters of Unicode, and no text has them after localize.
const (
	opening = '\uE000'
	closing = '\uE001'

	marks = string(opening) + string(closing)
)

const narrowSpace = '\u202F' // which does not break

// pairQuotes replaces quotes that have a partner, straight or English, with marks, and the
// other single ones with apostrophes. A space that belongs to a sign, as in French, becomes
// one that does not break.
func pairQuotes(list []cell) {
	for i := range list {
		switch list[i].char {
		case '"':
			if opens(list, i) {
				pair(list, i, '"')
			}
		case '\'':
			if opens(list, i) && !isElision(list, i) {
				pair(list, i, '\'')
			}
		case '“':
			pair(list, i, '”')
		case '‘':
			pair(list, i, '’')
		case ' ':
			if charAt(list, i-1) == '«' || strings.ContainsRune("»;!?", charAt(list, i+1)) {
				list[i].char = narrowSpace
			}
		}
		if list[i].char == '\'' {
			list[i].char = '’'
		}
	}
}

// pair marks the quote at i and the next character that closes it.
func pair(list []cell, i int, char rune) {
	for at := i + 1; at < len(list); at++ {
		if list[at].char == char && closes(list, at) {
			list[i].char, list[at].char = opening, closing
			return
		}
	}
}

// opens reports whether a straight quote may open a quotation: not in don't and 5" disks.
func opens(list []cell, i int) bool {
	before := charAt(list, i-1)
	return !isWord(before) && before != '’' && !unicode.IsSpace(charAt(list, i+1))
}

// isElision reports whether a single quote stands for letters: the '90s, rock 'n' roll.
func isElision(list []cell, i int) bool {
	next := charAt(list, i+1)
	return unicode.IsDigit(next) || next == 'n' && charAt(list, i+2) == '\''
}

// closes reports whether a quote may close a quotation.
func closes(list []cell, i int) bool {
	return !isWord(charAt(list, i+1)) && !unicode.IsSpace(charAt(list, i-1))
}

// charAt returns a character, or a space outside the text.
func charAt(list []cell, i int) rune {
	if i < 0 || i >= len(list) {
		return ' '
	}
	return list[i].char
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// localize replaces the marks of quotes with those of a language. Some languages move a
// full stop or comma after a quote into it.
func localize(r Rich, quotes [4]string, stopInside bool) Rich {
	if !slices.ContainsFunc(r, func(run Run) bool { return strings.ContainsAny(run.Text, marks) }) {
		return r
	}
	list := r.cells()
	var out []cell
	depth := 0
	for i := 0; i < len(list); i++ {
		c := list[i]
		switch c.char {
		case opening:
			out = append(out, mark(c, quotes[2*(depth%2)])...)
			depth++
			continue
		case closing:
			depth = max(0, depth-1)
			if next := charAt(list, i+1); stopInside && isStop(next) {
				if last := charAt(out, len(out)-1); !isEnd(last) {
					out = append(out, list[i+1])
				}
				list[i+1] = c
				i++
			}
			c = list[i]
			out = append(out, mark(c, quotes[2*(depth%2)+1])...)
			continue
		}
		out = append(out, c)
	}
	return runs(out)
}

// mark returns a quotation mark in the style of a character.
func mark(c cell, quote string) []cell { return Rich{{quote, c.style}}.cells() }

func isStop(r rune) bool { return r == '.' || r == ',' }

func isEnd(r rune) bool { return isStop(r) || strings.ContainsRune("!?;:", r) }
