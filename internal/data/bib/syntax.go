package bib

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/source"
)

// syntax returns the first mistake in JSON, or nil.
func syntax(f source.File) *diag.Problem {
	var list []json.RawMessage
	var err *json.SyntaxError
	failure := json.Unmarshal(f.Data, &list)
	isList := bytes.HasPrefix(bytes.TrimLeft(f.Data, " \t\r\n"), []byte("["))
	switch {
	case failure == nil && isList:
		return nil
	case !isList || !errors.As(failure, &err):
		p := diag.Errorf(f.Path, 0, "a list of works is expected").
			Hintf("a list is written [ … ]; go run ./cmd/build cite FILE adds an export to it")
		return &p
	}
	at := max(0, min(int(err.Offset)-1, len(f.Data)))
	p := diag.Errorf(f.Path, at, "not JSON: %v", err)
	read := bytes.TrimRight(f.Data[:at], " \t\r\n")
	rest := f.Data[at:]
	switch message := err.Error(); {
	case strings.Contains(message, "unexpected end"):
		p = diag.Errorf(f.Path, len(read), "not JSON: the file ends here, before the list does").
			Hintf("the last line of the list is ]")
	case strings.Contains(message, "after top-level value"):
		p = diag.Errorf(f.Path, at, "nothing is read after the list of works")
	case bytes.HasSuffix(read, []byte(",")) && bytes.ContainsAny(rest[:1], "}]"):
		p = diag.Errorf(f.Path, len(read)-1, "not JSON: a comma before the closing %c", rest[0]).
			Hintf("remove the comma")
	case strings.Contains(message, "in string literal"):
		p = diag.Errorf(f.Path, stringStart(f.Data, at), "not JSON: this text has no closing quote on its line")
	case strings.Contains(message, "after object key:value pair"), strings.Contains(message, "after array element"):
		p = diag.Errorf(f.Path, len(read), "not JSON: a comma is missing here")
	}
	return &p
}

// stringStart returns the offset of the last quote before an offset.
func stringStart(text []byte, at int) int { return max(0, bytes.LastIndexByte(text[:at], '"')) }
