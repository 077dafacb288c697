package layout

import (
	"bytes"
	"errors"
	"html/template"
	"sync/atomic"
	"time"

	"rygghandboka/internal/base/diag"
)

// A layout is a program, and can run for ever: {{range 2000000000}}, or one that contains itself.
const (
	// The text of a page has at most 4 MiB, so that no page reaches it: what does is the layout.
	outputLimit = 64 << 20

	// A page takes a millisecond.
	executionLimit = 10 * time.Second
)

// A bounded buffer refuses what is too much.
type bounded struct{ bytes.Buffer }

var errTooMuch = errors.New("too much output")

func (b *bounded) Write(p []byte) (int, error) {
	if b.Len()+len(p) > outputLimit {
		return 0, errTooMuch
	}
	return b.Buffer.Write(p)
}

// A runner executes templates until one does not end. That cannot be stopped, so it is left
// behind, and nothing is executed any more.
type runner struct{ endless atomic.Pointer[diag.Problem] }

// run executes a template. A problem is that one does not end; then buf must not be used any
// more. An error is html/template's.
func (r *runner) run(t *template.Template, buf *bounded, name string, data any) (*diag.Problem, error) {
	if p := r.endless.Load(); p != nil {
		return p, nil
	}
	done := make(chan error, 1)
	go func() { done <- t.ExecuteTemplate(buf, name, data) }()
	var p diag.Problem
	select {
	case err := <-done:
		if !errors.Is(err, errTooMuch) {
			return nil, err
		}
		p = diag.Errorf(Path(name), 0, "the output of this layout is larger than %d MiB", outputLimit>>20)
	case <-time.After(executionLimit):
		p = diag.Errorf(Path(name), 0, "this layout has not ended after %v", executionLimit)
	}
	p = p.Hintf("it, or what it contains, repeats something too often")
	r.endless.Store(&p)
	return &p, nil
}
