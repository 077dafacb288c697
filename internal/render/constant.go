package render

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"html"
	"regexp"
	"strconv"
	"strings"

	"rygghandboka/internal/base/csp"
	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/data/i18n"
	"rygghandboka/internal/text/lang"
)

// Constants are what a layout asks for that is the same on each page of a
// language: {{word "skip"}},
// {{asset "css/site.css"}} for the address of a static file, {{file "x.ris"}} for
// that of another file at the top of the site, {{local "x.json"}} at the top of the
// language, {{tel "116 117"}} for the address
// that calls a number, {{integrity "css/site.css"}} for the hash by which a browser knows
// a static file, {{policy "page"}} for what a page may do. They are put in when a layout is read:
// so they cost nothing when a page is printed, and one that is missing is a
// problem with its place. {{hyphen (word "site")}} is no constant.
var constant = regexp.MustCompile(`\{\{-?\s*(word|asset|file|local|tel|integrity|policy)\s+("[^"]*")\s*-?\}\}`)

// constants returns a layout's text for one language.
func (l *Layouts) constants(name, text string, in lang.Lang) (string, diag.List) {
	var probs diag.List
	var b strings.Builder
	end := 0
	for _, m := range constant.FindAllStringSubmatchIndex(text, -1) {
		b.WriteString(text[end:m[0]])
		end = m[1]
		key, err := strconv.Unquote(text[m[4]:m[5]])
		value := ""
		if err == nil {
			value, err = l.constant(text[m[2]:m[3]], key, in)
		}
		if err != nil {
			probs = append(probs, diag.Errorf(layoutPath(name), m[4], "%v", err))
		}
		b.WriteString(html.EscapeString(value))
	}
	b.WriteString(text[end:])
	return b.String(), probs
}

func (l *Layouts) constant(kind, key string, in lang.Lang) (string, error) {
	switch kind {
	case "asset":
		if address, ok := l.assets[key]; ok {
			return address, nil
		}
		return "", fmt.Errorf("there is no file static/%s", key)
	case "integrity":
		data, ok := l.texts[key]
		if !ok {
			return "", fmt.Errorf("there is no file static/%s", key)
		}
		return integrity([]byte(data), l.draft), nil
	case "policy":
		if key != "page" {
			return "", fmt.Errorf("there is no policy %q, only \"page\"", key)
		}
		if l.draft { // serve sends one that lets its own scripts work
			return "", nil
		}
		return csp.Meta, nil
	case "file":
		return l.base + key, nil
	case "local":
		return l.base + string(in) + "/" + key, nil
	case "tel":
		digits := strings.ReplaceAll(key, " ", "")
		if !telForm.MatchString(digits) {
			return "", fmt.Errorf("%q is not a telephone number", key)
		}
		return "tel:" + digits, nil
	}
	if w, ok := l.words.Word(in, key); ok || l.words.Has(key) { // package i18n reports a gap, once
		return w, nil
	}
	return "", fmt.Errorf("%s has no word %q in %q", i18n.Path, key, in)
}

// integrity returns the hash by which a browser knows a file. In a draft it is "": a
// style sheet that is edited would not be taken.
func integrity(data []byte, draft bool) string {
	if draft {
		return ""
	}
	sum := sha256.Sum256(data)
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}

var telForm = regexp.MustCompile(`^\+?[0-9]{3,15}$`)
