package pdf

import (
	"bytes"
	"encoding/hex"
	"fmt"
	"strconv"
)

// An operator is one step in the description of a page, with its operands as written.
type operator struct {
	name       string
	operands   [][]byte
	start, end int // where it is in the content, operands included
}

// operators divides the content of a page into its operators.
func operators(content []byte) ([]operator, error) {
	var list []operator
	var operands [][]byte
	start := -1
	for at := 0; ; {
		at += space(content[at:])
		if at == len(content) {
			return list, nil
		}
		if start < 0 {
			start = at
		}
		n := token(content[at:])
		word := content[at : at+n]
		at += n
		switch {
		case n == 0 || string(word) == "BI":
			return nil, fmt.Errorf("the content of a page has %q at %d", content[at:min(at+10, len(content))], at)
		case isOperand(word):
			operands = append(operands, word)
		default:
			list = append(list, operator{string(word), operands, start, at})
			operands, start = nil, -1
		}
	}
}

func isOperand(word []byte) bool {
	switch string(word) {
	case "true", "false", "null":
		return true
	}
	return bytes.IndexByte([]byte("+-.0123456789/([<"), word[0]) >= 0
}

// space returns how many bytes of white space and comments there are first.
func space(s []byte) int {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case ' ', '\n', '\r', '\t', '\f', 0:
		case '%':
			for i < len(s) && s[i] != '\n' && s[i] != '\r' {
				i++
			}
			i--
		default:
			return i
		}
	}
	return len(s)
}

// token returns how long the first token is, a whole array or dictionary included; 0 if
// it does not end.
func token(s []byte) int {
	switch {
	case s[0] == '(':
		return literal(s)
	case bytes.HasPrefix(s, []byte("<<")):
		return enclosed(s, "<<", ">>")
	case s[0] == '[':
		return enclosed(s, "[", "]")
	case s[0] == '<':
		return bytes.IndexByte(s, '>') + 1
	}
	if n := bytes.IndexAny(s[1:], " \n\r\t\f\x00()<>[]{}/%"); n >= 0 {
		return n + 1
	}
	return len(s)
}

// literal returns how long a string in parentheses is.
func literal(s []byte) int {
	depth := 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return 0
}

// enclosed returns how long an array or a dictionary is.
func enclosed(s []byte, opening, closing string) int {
	for at := len(opening); at < len(s); {
		at += space(s[at:])
		if bytes.HasPrefix(s[at:], []byte(closing)) {
			return at + len(closing)
		}
		if at == len(s) {
			break
		}
		n := token(s[at:])
		if n == 0 {
			break
		}
		at += n
	}
	return 0
}

// items returns the tokens in an array or a dictionary.
func items(s []byte) (list [][]byte) {
	if dict, ok := bytes.CutPrefix(s, []byte("<<")); ok {
		s = bytes.TrimSuffix(dict, []byte(">>"))
	} else {
		s = bytes.TrimSuffix(bytes.TrimPrefix(s, []byte("[")), []byte("]"))
	}
	for {
		s = s[space(s):]
		if len(s) == 0 {
			return list
		}
		n := token(s)
		if n == 0 {
			return list
		}
		list = append(list, s[:n])
		s = s[n:]
	}
}

// entry returns a value of a dictionary; nil if there is none.
func entry(dict []byte, key string) []byte {
	list := items(dict)
	for i := 0; i+1 < len(list); i += 2 {
		if string(list[i]) == key {
			return list[i+1]
		}
	}
	return nil
}

// stringOf returns the bytes of a string.
func stringOf(s []byte) []byte {
	if len(s) > 1 && s[0] == '<' {
		digits := bytes.Join(bytes.Fields(s[1:len(s)-1]), nil)
		if len(digits)%2 == 1 {
			digits = append(digits, '0')
		}
		data, _ := hex.DecodeString(string(digits))
		return data
	}
	if len(s) < 2 || s[0] != '(' {
		return nil
	}
	return unescaped(s[1 : len(s)-1])
}

var escapes = map[byte]byte{'n': '\n', 'r': '\r', 't': '\t', 'b': '\b', 'f': '\f'}

// unescaped returns what is in the parentheses of a string.
func unescaped(s []byte) (data []byte) {
	for i := 0; i < len(s); i++ {
		if s[i] != '\\' || i+1 == len(s) {
			data = append(data, s[i])
			continue
		}
		i++
		end := i
		for end < len(s) && end < i+3 && '0' <= s[end] && s[end] <= '7' {
			end++
		}
		if code, err := strconv.ParseUint(string(s[i:end]), 8, 16); err == nil {
			data = append(data, byte(code))
			i = end - 1
		} else if control, ok := escapes[s[i]]; ok {
			data = append(data, control)
		} else if s[i] != '\n' {
			data = append(data, s[i])
		}
	}
	return data
}
