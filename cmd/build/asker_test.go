package main

import (
	"bufio"
	"io"
	"os"
	"testing"
)

// Ctrl-C ends the questions as the end of the input does, so that what has been answered counts.
func TestInterrupted(t *testing.T) {
	in, typed := io.Pipe()
	defer typed.Close()
	until, stop := untilInterrupted(t.Context(), in)
	defer stop()
	a := asker{bufio.NewReader(until), io.Discard}
	go func() {
		io.WriteString(typed, "y\n")
	}()
	if got := a.ask("?", "yes", "no"); got != "yes" {
		t.Errorf("%q, want yes", got)
	}
	self, err := os.FindProcess(os.Getpid())
	if err == nil {
		err = self.Signal(os.Interrupt)
	}
	if err != nil {
		t.Fatal(err)
	}
	if got := a.ask("?", "yes", "no"); got != "" {
		t.Errorf("%q after Ctrl-C", got)
	}
}
