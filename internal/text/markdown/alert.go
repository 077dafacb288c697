package markdown

import (
	"bytes"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"rygghandboka/internal/base/diag"
)

// An Alert is a kind of alert.
type Alert struct {
	Name  string // warning; authors write [!WARNING]
	Alarm string // how soon a reader needs help, as search.yaml names it, or ""
	Today bool   // help is needed today
}

// alerts are those of code hosts, and quote. Those with an alarm are first, the most urgent
// at the top: the rules for warning signs and the search have their levels from here. Each
// has a title in layouts/words.yaml, alert-NAME, and its look in static/css/site.css.
var alerts = []Alert{
	{Name: "caution", Alarm: "urgent", Today: true},
	{Name: "warning", Alarm: "soon", Today: true},
	{Name: "important", Alarm: "book"},
	{Name: "note"},
	{Name: "tip"},
	{Name: "quote"},
}

// Alarms returns the alerts that say how soon a reader needs help, the most urgent first.
func Alarms() (list []Alert) {
	for _, a := range alerts {
		if a.Alarm != "" {
			list = append(list, a)
		}
	}
	return list
}

// IsAlarm reports whether an alert with this word as its title says how soon a reader needs
// help. Nothing in it leads elsewhere but what the author has linked.
func IsAlarm(word string) bool {
	return slices.ContainsFunc(Alarms(), func(a Alert) bool { return word == "alert-"+a.Name })
}

// alertNames returns the names of all alerts as authors write them.
func alertNames() (names []string) {
	for _, a := range alerts {
		names = append(names, strings.ToUpper(a.Name))
	}
	return names
}

// An alert is a block quotation that starts with [!WARNING] or the name of another of alerts
// on a line of its own. Its heading is a word of the layout, alert-warning. A [!QUOTE] is a
// pull quote: a sentence of the text itself, set large, without a heading.
type alert struct {
	ast.BaseBlock
	name string // lower case
}

var kindAlert = ast.NewNodeKind("Alert")

func (*alert) Kind() ast.NodeKind           { return kindAlert }
func (a *alert) Dump(src []byte, level int) { ast.DumpHelper(a, src, level, nil, nil) }

type alertTransformer struct{}

func (alertTransformer) Transform(doc *ast.Document, reader text.Reader, pc parser.Context) {
	var quotes []*ast.Blockquote
	ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if q, ok := n.(*ast.Blockquote); ok && entering {
			quotes = append(quotes, q)
		}
		return ast.WalkContinue, nil
	})
	for _, q := range quotes {
		makeAlert(q, reader.Source(), checkerOf(pc))
	}
}

// makeAlert replaces q by an alert if its first line is the mark of one.
func makeAlert(q *ast.Blockquote, src []byte, check *checker) {
	p, ok := q.FirstChild().(*ast.Paragraph)
	if !ok {
		return
	}
	first := p.Lines().At(0)
	line := bytes.TrimSpace(first.Value(src))
	name, rest, closed := strings.Cut(strings.TrimPrefix(string(line), "[!"), "]")
	if !bytes.HasPrefix(line, []byte("[!")) {
		return
	}
	if !closed || !slices.Contains(alertNames(), name) {
		check.errorf(first.Start, "unknown alert %q", line).Hint = diag.SuggestOr(name, alertNames())
		return
	}
	if rest != "" {
		check.errorf(first.Start, "the text of an alert starts on the line after [!%s]", name).Hint =
			"start a new line, with > before it"
		return
	}
	cutLine(p)
	a := &alert{name: strings.ToLower(name)}
	a.SetPos(q.Pos())
	a.SetBlankPreviousLines(q.HasBlankPreviousLines())
	for c := q.FirstChild(); c != nil; c = q.FirstChild() {
		a.AppendChild(a, c)
	}
	q.Parent().ReplaceChild(q.Parent(), q, a)
	if p.ChildCount() == 0 {
		a.RemoveChild(a, p)
	}
	if a.ChildCount() == 0 {
		check.errorf(first.Start, "an alert without text")
	}
}

// cutLine removes the first line of p.
func cutLine(p ast.Node) {
	for c := p.FirstChild(); c != nil; c = p.FirstChild() {
		p.RemoveChild(p, c)
		if t, ok := c.(*ast.Text); ok && (t.SoftLineBreak() || t.HardLineBreak()) {
			return
		}
	}
}

func renderAlert(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	a := n.(*alert)
	switch {
	case a.name == "quote" && entering:
		w.WriteString("<blockquote class=\"quote\">\n")
	case a.name == "quote":
		w.WriteString("</blockquote>\n")
	case entering:
		w.WriteString(`<div class="alert alert-` + a.name + `" role="note">` + "\n" + alertTitleStart)
		w.(*holes).hole(Ref{Kind: AlertTitle, Key: "alert-" + a.name, Offset: a.Pos()})
		w.WriteString(alertTitleEnd + "\n")
	default:
		w.(*holes).hole(Ref{Kind: AlertEnd, Offset: a.Pos()})
		w.WriteString("</div>\n")
	}
	return ast.WalkContinue, nil
}
