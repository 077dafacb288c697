package serve

import (
	"encoding/json"
	"fmt"
	"html"
	"io"
	"math"
	"net/http"

	"rygghandboka/internal/review"
	"rygghandboka/internal/rule"
	"rygghandboka/internal/site"
	"rygghandboka/internal/translation"
)

// facts are what client/panel.js shows of a page in its bar.
type facts struct {
	Key          string       `json:"key"`
	File         string       `json:"file"`
	Editor       string       `json:"editor"`
	Words        int          `json:"words"`
	Formula      string       `json:"formula"`
	Value        float64      `json:"value"`
	Target       float64      `json:"target"`
	Translations []translated `json:"translations"`
	Citations    int          `json:"citations"`
	Backlinks    int          `json:"backlinks"`
	Review       review.Entry `json:"review"`
	Beside       string       `json:"beside,omitempty"`
}

// A translated is the state of a page in one language.
type translated struct {
	Language string             `json:"language"`
	Status   translation.Status `json:"status"`
	URL      string             `json:"url,omitempty"` // of the page in another language
	Sections []string           `json:"sections,omitempty"`
}

// facts answers with the facts of the page in ?file=.
func (s *Server) facts(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	e, shown := s.entries[r.URL.Query().Get("file")], s.site
	s.mu.Unlock()
	if e == nil {
		http.NotFound(w, r)
		return
	}
	m := rule.MeasurePage(e)
	out := facts{
		Key:          e.Key,
		File:         e.Path,
		Editor:       s.editorLink(e.Path, 1, 1),
		Words:        m.Words,
		Formula:      m.Formula,
		Value:        math.Round(m.Value*10) / 10,
		Target:       m.Target,
		Translations: translations(e, shown.Translations),
		Citations:    len(e.References),
		Review:       review.NewEntry(e.Review),
	}
	for _, g := range e.Backlinks() {
		out.Backlinks += len(g.Pages)
	}
	if len(e.Translations) > 0 {
		out.Beside = own + "beside?file=" + e.Path
	}
	s.json(w, out)
}

// json answers with a value.
func (s *Server) json(w http.ResponseWriter, value any) {
	data, err := json.Marshal(value)
	if err != nil {
		fmt.Fprintln(s.log, "serve:", err)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	w.Write(data)
}

// reviews answers with the state of each page's review.
func (s *Server) reviews(w http.ResponseWriter) {
	s.mu.Lock()
	shown := s.site
	s.mu.Unlock()
	if shown == nil {
		http.Error(w, "no site has been built yet", http.StatusServiceUnavailable)
		return
	}
	s.json(w, shown.Reviews())
}

// translations returns the state of a page in each language.
func translations(e *site.Entry, report *translation.Report) (list []translated) {
	urls := map[string]string{}
	for _, t := range e.Translations {
		urls[string(t.Lang)] = t.URL
	}
	states := report.Of(e.Key)
	for _, l := range report.Languages {
		t := translated{Language: string(l), Status: states[l].Status, URL: urls[string(l)]}
		for _, id := range states[l].Sections {
			t.Sections = append(t.Sections, "#"+id)
		}
		list = append(list, t)
	}
	return list
}

// beside answers with the page in ?file= beside the same page in the next
// language.
func (s *Server) beside(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	e := s.entries[r.URL.Query().Get("file")]
	s.mu.Unlock()
	if e == nil || len(e.Translations) == 0 {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	fmt.Fprintf(w, `<!doctype html><title>%s</title>`, html.EscapeString(e.Title.Text))
	io.WriteString(w, `<link rel="stylesheet" href="/_serve/beside.css">`)
	for _, p := range []site.Stub{{Lang: e.Lang, URL: e.URL}, e.Translations[0].Stub} {
		fmt.Fprintf(w, `<iframe src="%s" title="%s"></iframe>`, html.EscapeString(p.URL), p.Lang)
	}
	io.WriteString(w, `<script type="module" src="/_serve/beside.js"></script>`)
}
