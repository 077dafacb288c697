package host

import (
	"encoding/json"

	"rygghandboka/internal/base/diag"
)

const speculationPath = "speculation.json"

type (
	speculationRules struct {
		Prefetch []speculationRule `json:"prefetch"`
	}
	speculationRule struct {
		Where     map[string]any `json:"where"`
		Eagerness string         `json:"eagerness"`
	}
)

// speculation lets a browser fetch a page of the site when its link is pointed at or
// touched, some tenths of a second before it is asked for. Nothing in the page has to
// run for that. Files to download are left alone, and so is the other language.
func (s *survey) speculation() ([]byte, diag.List) {
	where := map[string]any{"and": []any{
		map[string]any{"href_matches": s.Base.Path + "*"},
		map[string]any{"not": map[string]any{"selector_matches": "[download], [hreflang]"}},
	}}
	data, err := json.Marshal(speculationRules{[]speculationRule{{where, "moderate"}}})
	if err != nil {
		return nil, diag.List{diag.Errorf(speculationPath, 0, "%v", err)}
	}
	return data, nil
}
