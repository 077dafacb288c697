package serve

import (
	"crypto/subtle"
	"encoding/json"
	"net/http"
	"slices"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/text/lang"
	"rygghandboka/internal/translation"
)

// A comparison is what client/compare.js shows: the texts that are not confirmed.
type comparison struct {
	Token     string     `json:"token"`
	By        string     `json:"by"`
	Problems  []problem  `json:"problems"` // why nothing can be confirmed
	Proposals []proposal `json:"proposals"`
}

// A proposal is a section or record in all its languages.
type proposal struct {
	Name     string `json:"name"`
	Seen     string `json:"seen"` // of these texts
	Critical bool   `json:"critical"`
	Texts    []text `json:"texts"`
}

// A text is a section or record in one language, with what has been done to it.
type text struct {
	Language lang.Lang          `json:"language,omitempty"`
	File     string             `json:"file"`
	Editor   string             `json:"editor"`
	New      bool               `json:"new"`
	Parts    []translation.Part `json:"parts"`
}

// proposals answers with what is not confirmed of the page in ?page=, or of all pages.
func (s *Server) proposals(w http.ResponseWriter, r *http.Request) {
	var names []string
	if page := r.URL.Query().Get("page"); page != "" {
		names = append(names, page)
	}
	out := comparison{Token: s.token, By: s.By, Problems: []problem{}, Proposals: []proposal{}}
	found, probs, err := s.propose(names)
	if err != nil {
		http.Error(w, err.Error(), http.StatusNotFound)
		return
	}
	for _, p := range probs {
		out.Problems = append(out.Problems, s.problem(p))
	}
	for _, p := range found {
		out.Proposals = append(out.Proposals, s.proposal(p))
	}
	s.json(w, out)
}

// propose returns what could be confirmed of pages, or of everything. While the last build
// has made no site, nothing can: what is shown is older than the files.
func (s *Server) propose(names []string) ([]translation.Proposal, diag.List, error) {
	s.mu.Lock()
	shown, stopped, probs := s.site, s.stopped, s.probs
	s.mu.Unlock()
	if shown == nil || stopped {
		return nil, probs, nil
	}
	return shown.Propose(names, len(names) == 0)
}

func (s *Server) proposal(p translation.Proposal) proposal {
	out := proposal{Name: p.Name, Seen: p.Seen(), Critical: p.Critical}
	for _, t := range p.Texts {
		text := text{File: t.Path, New: !t.Known, Parts: t.Parts}
		if t.Lang != translation.NoLang {
			text.Language = t.Lang
		}
		at := s.located(t)
		text.Editor = s.editorLink(at.File, at.Line, at.Column)
		out.Texts = append(out.Texts, text)
	}
	return out
}

// located returns where a text is, with its line and column.
func (s *Server) located(t translation.Text) diag.Problem {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.site.Locate(diag.List{diag.Warnf(t.Path, t.Offset, "")})[0]
}

// A confirmation is what the author's browser sends: that somebody has seen a proposal, and
// finds that it is right.
type confirmation struct {
	Name string `json:"name"`
	Seen string `json:"seen"`
	By   string `json:"by"`
}

// confirm notes a confirmation. It is sent by a page of this server, which alone knows the
// token of this run, and only of the texts that the page has shown.
func (s *Server) confirm(w http.ResponseWriter, r *http.Request) {
	if problem := s.refuseConfirmation(r); problem != "" {
		http.Error(w, problem, http.StatusForbidden)
		return
	}
	var c confirmation
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, 64<<10)).Decode(&c); err != nil {
		http.Error(w, "this is no confirmation: "+err.Error(), http.StatusBadRequest)
		return
	}
	found, probs, err := s.propose([]string{c.Name})
	i := slices.IndexFunc(found, func(p translation.Proposal) bool { return p.Name == c.Name && p.Seen() == c.Seen })
	if err != nil || len(probs) > 0 || i < 0 || found[i].NeedsName() {
		http.Error(w, "the texts have changed since they were shown: look again", http.StatusConflict)
		return
	}
	if err := s.Confirm(found[i], c.By); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// refuseConfirmation returns why a request may confirm nothing, or "".
func (s *Server) refuseConfirmation(r *http.Request) string {
	origin := r.Header.Get("Origin")
	site := r.Header.Get("Sec-Fetch-Site")
	switch {
	case s.Confirm == nil:
		return "nothing can be confirmed here"
	case site != "" && site != "same-origin" || origin != "" && origin != "http://"+r.Host:
		return "only the preview's own page confirms"
	case subtle.ConstantTimeCompare([]byte(r.Header.Get("X-Token")), []byte(s.token)) == 0:
		return "this page is of an earlier run: load it again"
	}
	return ""
}
