package serve

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
)

// A state is what a browser is told: which site is served, and what is wrong with
// the last build. A browser that shows another site reloads.
type state struct {
	Version  int64  `json:"version"`
	Problems string `json:"problems"`
}

func (s *Server) state() (state, <-chan struct{}) {
	s.mu.Lock()
	defer s.mu.Unlock()
	var text strings.Builder
	if s.probs.Errors() > 0 {
		s.probs.Print(&text)
	}
	return state{s.version, text.String()}, s.changed
}

// events tells a browser the state, and each new one, as server-sent events.
func (s *Server) events(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	rc := http.NewResponseController(w)
	for {
		now, changed := s.state()
		data, err := json.Marshal(now)
		if err != nil {
			fmt.Fprintln(s.log, "serve:", err)
			return
		}
		if _, err := fmt.Fprintf(w, "data: %s\n\n", data); err != nil {
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
