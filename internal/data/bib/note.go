package bib

import (
	"encoding/json"
	"regexp"
	"strings"
)

// noteLine is a line of a note that is a field for which Zotero has no place: PMID: 123.
var noteLine = regexp.MustCompile(`(?m)(?:^|\{:)[ \t]*([A-Za-z][A-Za-z_ -]*):[ \t]*([^\n}]*)\}?[ \t]*$`)

// unmarshal reads a record, and before it the fields in its note, so that the record wins.
func (w *Work) unmarshal(record []byte) error {
	var in struct {
		Note         string `json:"note"`
		Extra        string `json:"extra"`
		Abbreviation string `json:"journalAbbreviation"`
	}
	if err := json.Unmarshal(record, &in); err == nil {
		noted := notedFields(in.Note + "\n" + in.Extra)
		if in.Abbreviation != "" {
			noted["container-title-short"] = in.Abbreviation
		}
		if data, err := json.Marshal(noted); err == nil {
			_ = json.Unmarshal(data, w) // what a note says wrongly is text
		}
	}
	if err := json.Unmarshal(record, w); err != nil {
		return err
	}
	w.normalize()
	return nil
}

// notedFields returns the fields in a note as they are in a record.
func notedFields(note string) map[string]any {
	fields := map[string]any{}
	for _, m := range noteLine.FindAllStringSubmatch(note, -1) {
		name := strings.ReplaceAll(strings.ToLower(strings.TrimSpace(m[1])), " ", "-")
		value := strings.TrimSpace(m[2])
		switch name {
		case "id", "note", "title", "type":
		case "author", "editor", "translator", "collection-editor":
			list, _ := fields[name].([]string)
			fields[name] = append(list, value)
		default:
			fields[name] = value
		}
	}
	return fields
}
