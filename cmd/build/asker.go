package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
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

// untilInterrupted returns what is read from in until somebody types Ctrl-C, which ends it
// like Ctrl-D. Once stop has been called, Ctrl-C ends the program again.
func untilInterrupted(ctx context.Context, in io.Reader) (until io.Reader, stop func()) {
	ctx, stop = signal.NotifyContext(ctx, os.Interrupt)
	until, typed := io.Pipe()
	go func() {
		_, err := io.Copy(typed, in)
		typed.CloseWithError(err)
	}()
	context.AfterFunc(ctx, func() { typed.Close() })
	return until, stop
}
