package serve

import (
	"encoding/json"
	"fmt"
	"net/http"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/text/markdown"
)

// A state is what a browser is told: which site is served, and what is wrong with
// the last build. A browser that shows another site changes its page.
type state struct {
	Version  int64     `json:"version"`
	Stopped  bool      `json:"stopped"` // the last build made no site
	Problems []problem `json:"problems"`
}

// A problem is one as client/panel.js shows it.
type problem struct {
	place
	Severity diag.Severity `json:"severity"`
	Message  string        `json:"message"`
	Detail   string        `json:"detail,omitempty"`
	Hint     string        `json:"hint,omitempty"`
	Other    *place        `json:"other,omitempty"`
}

// A place is one in a file, with its line and a link that opens it in an editor.
type place struct {
	File   string `json:"file"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
	HTML   string `json:"html,omitempty"` // the line, highlighted
	Caret  int    `json:"caret"`          // how many characters stand before the place
	Editor string `json:"editor"`
}

// told returns what browsers are told, encoded once for all, and a channel that
// is closed when there is something else to tell.
func (s *Server) told() ([]byte, <-chan struct{}) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.event == nil {
		data, err := json.Marshal(s.state())
		if err != nil {
			fmt.Fprintln(s.log, "serve:", err)
		}
		s.event = fmt.Appendf(nil, "data: %s\n\n", data)
	}
	return s.event, s.changed
}

// state is for whoever holds the lock.
func (s *Server) state() state {
	now := state{Version: s.version, Stopped: s.stopped, Problems: []problem{}}
	for _, p := range slices.Concat(s.probs, s.late) {
		out := problem{place: s.place(p), Severity: p.Severity, Message: p.Message, Detail: p.Detail, Hint: p.Hint}
		if p.Other != nil {
			other := s.place(*p.Other)
			out.Other = &other
		}
		now.Problems = append(now.Problems, out)
	}
	return now
}

func (s *Server) place(p diag.Problem) place {
	out := place{File: p.File, Line: p.Line, Column: p.Column, Editor: s.editor(p.File, p.Line, p.Column)}
	if line, caret := p.Shown(); strings.TrimSpace(line) != "" {
		out.HTML, out.Caret = markdown.Highlight(path.Ext(p.File), line), caret
	}
	return out
}

// editor returns the link that opens a file in the author's editor.
func (s *Server) editor(file string, line, column int) string {
	return strings.NewReplacer(
		"{path}", path.Join(s.Root, file), "{line}", strconv.Itoa(max(1, line)), "{column}", strconv.Itoa(max(1, column)),
	).Replace(s.Editor)
}

// patience is how long a browser may take to read what it is told.
const patience = 10 * time.Second

// events tells a browser the state, and each new one, as server-sent events.
func (s *Server) events(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	if r.Method == http.MethodHead {
		return
	}
	rc := http.NewResponseController(w)
	for {
		event, changed := s.told()
		// A browser that does not read is let go: it connects again.
		if rc.SetWriteDeadline(time.Now().Add(patience)) != nil {
			return
		}
		if _, err := w.Write(event); err != nil {
			return
		}
		if err := rc.Flush(); err != nil {
			return
		}
		select {
		case <-changed:
		case <-r.Context().Done():
			return
		}
	}
}
