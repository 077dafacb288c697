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

// A state is what a browser receives: the version of the site, and the problems of the last
// build. A browser that shows another version updates its page.
type state struct {
	Version  int64     `json:"version"`
	Stopped  bool      `json:"stopped"` // the last build made no site
	Problems []problem `json:"problems"`
}

// A problem is one as client/panel.js shows it.
type problem struct {
	location
	Severity diag.Severity `json:"severity"`
	Message  string        `json:"message"`
	Detail   string        `json:"detail,omitempty"`
	Hint     string        `json:"hint,omitempty"`
	Other    *location     `json:"other,omitempty"`
}

// A location is a point in a file, with its line and a link that opens it in an editor.
type location struct {
	File   string `json:"file"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
	HTML   string `json:"html,omitempty"` // the line, highlighted
	Caret  int    `json:"caret"`          // how many characters are before the point
	Editor string `json:"editor"`
}

// currentEvent returns the state as an event, encoded once for all browsers, and a channel
// that is closed when there is a new one.
func (s *Server) currentEvent() ([]byte, <-chan struct{}) {
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

// state returns the state. The caller has the lock.
func (s *Server) state() state {
	now := state{Version: s.version, Stopped: s.stopped, Problems: []problem{}}
	for _, p := range slices.Concat(s.probs, s.late) {
		now.Problems = append(now.Problems, s.problem(p))
	}
	return now
}

func (s *Server) problem(p diag.Problem) problem {
	out := problem{
		location: s.location(p),
		Severity: p.Severity,
		Message:  p.Message,
		Detail:   p.Detail,
		Hint:     p.Hint,
	}
	if p.Other != nil {
		other := s.location(*p.Other)
		out.Other = &other
	}
	return out
}

func (s *Server) location(p diag.Problem) location {
	out := location{
		File:   p.File,
		Line:   p.Line,
		Column: p.Column,
		Editor: s.editorLink(p.File, p.Line, p.Column),
	}
	if line, caret := p.Shown(); strings.TrimSpace(line) != "" {
		out.HTML, out.Caret = markdown.Highlight(path.Ext(p.File), line), caret
	}
	return out
}

// editorLink returns the link that opens a file in the author's editor.
func (s *Server) editorLink(file string, line, column int) string {
	return strings.NewReplacer(
		"{path}", path.Join(s.Root, file),
		"{line}", strconv.Itoa(max(1, line)),
		"{column}", strconv.Itoa(max(1, column)),
	).Replace(s.Editor)
}

// patience is how long a browser may take to read an event.
const patience = 10 * time.Second

// events answers with the state, and each new one, as server-sent events.
func (s *Server) events(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	if r.Method == http.MethodHead {
		return
	}
	rc := http.NewResponseController(w)
	for {
		event, changed := s.currentEvent()
		// A browser that does not read is disconnected: it connects again.
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
