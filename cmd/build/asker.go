package main

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// An asker asks somebody on a terminal.
type asker struct {
	in  *bufio.Reader
	out io.Writer
}

// ask asks a question until the answer is one of some words, or the beginning of one, and
// returns the word. The end of the input is "".
func (a asker) ask(question string, words ...string) string {
	for {
		fmt.Fprintf(a.out, "%s (%s) ", question, strings.Join(words, ", "))
		line, err := a.in.ReadString('\n')
		answer := strings.ToLower(strings.TrimSpace(line))
		for _, word := range words {
			if answer != "" && strings.HasPrefix(word, answer) {
				return word
			}
		}
		if err != nil {
			fmt.Fprintln(a.out)
			return ""
		}
	}
}
