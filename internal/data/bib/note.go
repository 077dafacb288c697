package bib

import (
	"encoding/json"
	"regexp"
	"strings"
)

// noteLine is a line of a note that is a field for which Zotero has no place: PMID: 123.
var noteLine = regexp.MustCompile(`(?m)(?:^|\{:)[ \t]*([A-Za-z][A-Za-z_ -]*):[ \t]*([^\n}]*)\}?[ \t]*$`)

// otherNames matches the other names that fields have.
var otherNames = regexp.MustCompile(`"(?:extra|journalAbbreviation|event-title)"`)

// unmarshal reads a record. A field that only its note has is read as if the record had it.
func (w *Work) unmarshal(record []byte) error {
	if err := json.Unmarshal(record, w); err != nil {
		return err
	}
	var in struct {
		Extra        string `json:"extra"`
		Abbreviation string `json:"journalAbbreviation"`
		EventTitle   string `json:"event-title"` // in CSL 1.0.2, of which event is the older name
	}
	if otherNames.Match(record) {
		_ = json.Unmarshal(record, &in) // what is no text is not read
	}
	noted := notedFields(w.Note + "\n" + in.Extra)
	for name, text := range map[string]string{"container-title-short": in.Abbreviation, "event": in.EventTitle} {
		if text != "" {
			noted[name] = text
		}
	}
	if len(noted) > 0 {
		if err := w.readNoted(noted, record); err != nil {
			return err
		}
	}
	w.normalize()
	return nil
}

// readNoted reads fields of a note, and then the record again, so that the record wins.
func (w *Work) readNoted(noted map[string]any, record []byte) error {
	data, err := json.Marshal(noted)
	if err != nil {
		return err
	}
	both := Work{Offset: w.Offset}
	_ = json.Unmarshal(data, &both) // all of it is text, which each field can be
	if err := json.Unmarshal(record, &both); err != nil {
		return err
	}
	*w = both
	return nil
}

// notedFields returns the fields in a note as they are in a record.
func notedFields(note string) map[string]any {
	fields := map[string]any{}
	if !strings.Contains(note, ":") {
		return fields
	}
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
