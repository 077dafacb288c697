package page

import (
	"bytes"
	"cmp"
	"regexp"
	"slices"
	"strings"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/strict"
	"rygghandboka/internal/source"
	"rygghandboka/internal/text/lang"
	"rygghandboka/internal/text/markdown"
)

var keyForm = regexp.MustCompile(`^[a-z0-9-]+(/[a-z0-9-]+)*$`)

// IsKey reports whether a page may have this key.
func IsKey(key string) bool { return keyForm.MatchString(key) }

// Parse parses the Markdown file of a page. If there are errors among the
// problems the page must not be shown. It is nil only if its file name cannot
// be a page's.
func Parse(f source.File, md *markdown.Converter) (*Page, diag.List) {
	l, rest := LangOf(f.Path)
	p := &Page{Path: f.Path, Lang: l, Key: strings.TrimSuffix(rest, ".md")}
	if !keyForm.MatchString(p.Key) {
		return nil, diag.List{diag.Errorf(f.Path, 0, "the file name %q cannot be a page's key", rest).
			Hintf("use small letters a-z, digits and hyphens; the address in each language is given by slug")}
	}
	front, start, problem := cutFront(f)
	if problem != nil {
		p.Unidentified, p.HasErrors = true, true
		return p, diag.List{*problem}
	}
	probs := p.readFront(f.Path, front)
	doc, bodyProbs := md.Convert(f.Path, f.Data, start, p.quoted()...)
	if p.Draft {
		bodyProbs = bodyProbs.Allow(diag.Problem.IsUnwritten)
	}
	doc.BareKeys = append(p.BareKeys, doc.BareKeys...)
	p.Document = doc
	probs = slices.Concat(probs, bodyProbs, p.phrases(md), p.unbroken(md), p.falling(md), p.misplaced(), p.needed())
	if p.Own != nil {
		probs = append(probs, p.Own.complete(p)...)
	}
	p.HasErrors = probs.Errors() > 0
	p.translatable(md, f.Data)
	p.Unidentified = p.Title.Text == "" || p.Kind == ""
	p.Slug.Text = cmp.Or(p.Slug.Text, lang.Slug(p.Title.Text))
	return p, probs
}

// quoted returns the sections whose text is kept.
func (p *Page) quoted() []string {
	if x, ok := p.Own.(interface{ quoted() []string }); ok {
		return x.quoted()
	}
	return nil
}

// misplaced refuses a second page of a kind of which a language has one.
func (p *Page) misplaced() diag.List {
	key := p.Kind.Traits().Key
	if key == "" || p.Key == key {
		return nil
	}
	file := "content/" + string(p.Lang) + "/" + key + ".md"
	return diag.List{diag.Errorf(p.Path, p.Keys["kind"], "the page of kind %s is %s", p.Kind, file).
		Hintf("a language has one, in that file")}
}

// needed refuses a draft of a page that others cannot do without: of an index, whose folder
// it is, and of a kind of which a language has one.
func (p *Page) needed() diag.List {
	if !p.Draft || p.Kind == "" || !p.IsIndex() && p.Kind.Traits().New != nil {
		return nil
	}
	what := "a page of kind " + string(p.Kind)
	if p.IsIndex() {
		what = "the index of a folder"
	}
	return diag.List{diag.Errorf(p.Path, p.Keys["draft"], "%s cannot be a draft", what).
		Hintf("other pages need it: remove draft")}
}

const fence = "---\n"

// cutFront returns the front matter, which starts after the first fence, and
// the offset at which the body starts.
func cutFront(f source.File) (front string, start int, problem *diag.Problem) {
	if !bytes.HasPrefix(f.Data, []byte(fence)) {
		p := diag.Errorf(f.Path, 0, "no front matter").
			Hintf("start the file with a line ---, then kind: and title:, then a line ---")
		return "", 0, &p
	}
	m := frontEnd.FindIndex(f.Data)
	if m == nil {
		p := diag.Errorf(f.Path, 0, "the front matter does not end").Hintf("put a line --- after it")
		return "", 0, &p
	}
	return string(f.Data[len(fence):max(m[0]+1, len(fence))]), m[1], nil
}

var frontEnd = regexp.MustCompile(`\n---(\n|$)`)

// readFront fills in p from the front matter of its file.
func (p *Page) readFront(file, text string) diag.List {
	doc, probs := strict.Parse(file, text, len(fence))
	if doc == nil {
		return probs
	}
	p.Keys = doc.Keys()
	p.BareKeys = BareKeys(doc, text, len(fence))
	kind, _ := doc.Get("kind")
	if newOwn := Kind(kind.Text).Traits().own; newOwn != nil {
		p.Own = newOwn()
	}
	into := fronts(p)
	probs = p.reviews(doc.Decode(into...))
	p.Parts = strict.Texts(into...)
	return probs
}

// fronts returns the structs that the front matter of p is decoded into. It is a variable
// so that a test can add a field to each kind.
var fronts = func(p *Page) []any {
	if p.Own == nil {
		return []any{&p.Front}
	}
	return []any{&p.Front, p.Own}
}
