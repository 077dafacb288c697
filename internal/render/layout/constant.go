package layout

import (
	"fmt"
	"html"
	"strconv"
	"strings"

	"rygghandboka/internal/base/csp"
	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/data/i18n"
	"rygghandboka/internal/text/lang"
)

// constants are the values that are the same on each page of a language. A layout has
//
//	{{word "skip"}}               for a word of words.yaml
//	{{asset "css/site.css"}}      for the address of a static file
//	{{integrity "css/site.css"}}  for the hash by which a browser recognizes it
//	{{file "x.ris"}}              for the address of another file at the top of the site
//	{{local "x.json"}}            for that of one at the top of the language
//	{{tel "alert-caution"}}       for the address that calls the number of a word
//	{{number "alert-caution"}}    for that number, as readers see it
//	{{policy "page"}}             for the Content-Security-Policy
//
// They are put in when a layout is read, so one that is missing is a problem with its
// place. {{hyphen (word "site")}} is no constant.
type constants struct {
	*static
	words   *i18n.Table
	base    string // the path of the site: / or /handbook/
	preview bool
}

// expand returns a layout's text for one language.
func (c *constants) expand(name, text string, in lang.Lang) (string, diag.List) {
	var probs diag.List
	var b strings.Builder
	end := 0
	for _, m := range constant.FindAllStringSubmatchIndex(text, -1) {
		b.WriteString(text[end:m[0]])
		end = m[1]
		function := text[m[2]:m[3]]
		key, err := strconv.Unquote(text[m[4]:m[5]])
		value := ""
		if err == nil {
			value, err = c.value(function, key, in)
		}
		if err != nil {
			probs = append(probs, diag.Errorf(Path(name), m[4], "%v", err))
		}
		b.WriteString(html.EscapeString(value))
	}
	b.WriteString(text[end:])
	return b.String(), probs
}

// value returns the value of a constant.
func (c *constants) value(function, key string, in lang.Lang) (string, error) {
	switch function {
	case "asset":
		return c.asset(key)
	case "integrity":
		return c.integrity(key)
	case "policy":
		return c.policy(key)
	case "file":
		return c.base + key, nil
	case "local":
		return c.base + string(in) + "/" + key, nil
	case "tel":
		number, err := c.number(key)
		return "tel:" + i18n.Digits(number), err
	case "number":
		number, err := c.number(key)
		return strings.ReplaceAll(number, " ", "\u00a0"), err
	}
	return c.word(in, key)
}

func (c *constants) asset(name string) (string, error) {
	address, ok := c.addresses[name]
	if !ok {
		return "", fmt.Errorf("there is no file static/%s", name)
	}
	return address, nil
}

func (c *constants) integrity(name string) (string, error) {
	data, ok := c.texts[name]
	if !ok {
		return "", fmt.Errorf("there is no file static/%s", name)
	}
	return Integrity([]byte(data), c.preview), nil
}

// policy returns "" in a preview: serve sends a policy that lets its own scripts work.
func (c *constants) policy(key string) (string, error) {
	if key != "page" {
		return "", fmt.Errorf("there is no policy %q, only \"page\"", key)
	}
	if c.preview {
		return "", nil
	}
	return csp.Meta, nil
}

// word returns a word. A gap in a word that another language has is "": package i18n
// reports it, once.
func (c *constants) word(in lang.Lang, key string) (string, error) {
	w, ok := c.words.Word(in, key)
	if !ok && !c.words.Has(key) {
		return "", fmt.Errorf("%s has no word %q in %q", i18n.Path, key, in)
	}
	return w, nil
}

// number returns the number that a word tells readers to call.
func (c *constants) number(key string) (string, error) {
	number, ok := c.words.Telephones().Calls[key]
	if !ok {
		return "", fmt.Errorf("%s has no number to call for %q", i18n.Path, key)
	}
	return number, nil
}
