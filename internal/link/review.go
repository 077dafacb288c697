package link

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"rygghandboka/internal/base/par"
	"rygghandboka/internal/base/strict"
	"rygghandboka/internal/data/bib"
	"rygghandboka/internal/data/exercise"
	"rygghandboka/internal/page"
	"rygghandboka/internal/review"
	"rygghandboka/internal/site"
	"rygghandboka/internal/text/lang"
	"rygghandboka/internal/text/markdown"
)

// A Shown knows what each page of a site shows, part by part, for whoever reviews it. It
// includes what other files put on the page: a dose, a box, a work. What leads to other
// pages (lists, neighbours, titles of other exercises) is no part.
type Shown struct {
	site      *site.Site
	exercises map[string]*exercise.Exercise
	cautions  map[lang.Lang]*site.Entry // the page that explains them
	byURL     map[string]*site.Entry
	text      func(path string) []byte // of a file of the input tree
}

// NewShown returns what the pages of a linked site show.
func NewShown(s *site.Site, exercises []*exercise.Exercise, text func(path string) []byte) *Shown {
	shown := &Shown{
		site:      s,
		exercises: map[string]*exercise.Exercise{},
		cautions:  map[lang.Lang]*site.Entry{},
		byURL:     map[string]*site.Entry{},
		text:      text,
	}
	for _, x := range exercises {
		shown.exercises[x.Key] = x
	}
	for _, e := range s.Entries {
		if e.Name() == cautionsName {
			shown.cautions[e.Lang] = e
		}
		shown.byURL[e.URL] = e
	}
	return shown
}

// reviews compares each review with what its page shows now.
func (l *linker) reviews() {
	reviews := l.Reviews.All()
	if len(reviews) == 0 {
		return
	}
	shown := NewShown(l.site, l.Exercises, l.Text)
	par.Each(len(reviews), func(i int) {
		r := reviews[i]
		if e := l.byKey[r.Lang][r.Key]; e != nil && !e.HasErrors {
			e.Review = review.Compare(r, shown.Parts(e), l.Today)
		}
	})
}

// A lister lists the parts of one page.
type lister struct {
	*Shown
	e      *site.Entry
	embeds []*site.Embed // the boxes that are not listed yet
	parts  []review.Part
}

// Parts returns the parts of what a page shows, in its order.
func (s *Shown) Parts(e *site.Entry) []review.Part {
	l := lister{Shown: s, e: e, embeds: embedsOf(e.Targets)}
	l.front()
	l.exercise()
	l.programme()
	l.glossary()
	for i := range e.Sections {
		l.section(&e.Sections[i])
	}
	l.terms(e.Targets, map[string]bool{})
	for _, r := range e.References {
		w := r.Work
		l.addAt(bib.Path, w.Offset, "work:"+w.Key, l.word("references"), false, w.Text, w.DOI, w.PMID, w.URL)
	}
	return l.parts
}

// add adds a part of the page itself. What has no words is no part.
func (l *lister) add(id, name string, critical bool, texts ...string) {
	l.addAt(l.e.Path, l.e.Title.Offset, id, name, critical, texts...)
}

func (l *lister) addAt(file string, offset int, id, name string, critical bool, texts ...string) {
	if strings.TrimSpace(strings.Join(texts, "")) == "" {
		return
	}
	l.parts = append(l.parts, review.Part{
		ID:       id,
		Name:     cmp.Or(name, id),
		Sum:      review.SumOf(texts...),
		Critical: critical || l.e.Critical,
		Path:     file,
		Offset:   offset,
	})
}

func (l *lister) word(key string) string {
	w, _ := l.site.Words.Word(l.e.Lang, key) // what is missing has been reported
	return w
}

// front adds what the front matter says of the page: its title, its summary, its other
// names, the labels of its drawing.
func (l *lister) front() {
	var names, labels []string
	for _, f := range l.e.Parts[0].Fields {
		for _, t := range f.Texts {
			switch {
			case f.Key == "title":
				l.addAt(l.e.Path, t.Offset, "title", l.word("review-title"), false, t.Text)
			case f.Key == "summary":
				l.addAt(l.e.Path, t.Offset, "summary", l.word("review-summary"), false, t.Text)
			case f.Role != strict.Form:
				names = append(names, t.Text)
			}
		}
	}
	l.add("names", l.word("review-names"), false, names...)
	if own, ok := l.e.Own.(*page.Figure); ok {
		labels = append(labels, strict.Plain(own.Labels))
	}
	l.addAt(l.e.Path, l.e.Keys["labels"], "labels", l.word("review-labels"), true, labels...)
}

// exercise adds the facts of an exercise in the words of the page, and who should ask first.
func (l *lister) exercise() {
	facts, x := l.e.Exercise(), l.exercises[l.e.Name()]
	if facts == nil || x == nil {
		return
	}
	add := func(at strict.Text, id, name string, critical bool, texts ...string) {
		l.addAt(x.Path, at.Offset, id, name, critical, texts...)
	}
	var muscles []string
	for _, m := range facts.Muscles {
		muscles = append(muscles, m.Title)
	}
	add(l.keyAt(x.Path, "dosage"), "dose", l.word("dosage"), true, dose(facts)...)
	add(x.Position, "position", l.word("position"), true, facts.Position)
	add(first(x.Easier), "easier", l.word("easier"), true, strict.Plain(x.Easier), facts.NoEasier)
	add(first(x.Harder), "harder", l.word("harder"), true, strict.Plain(x.Harder), facts.NoHarder)
	add(l.keyAt(x.Path, "stage"), "facts", l.word("facts"), false, strconv.Itoa(facts.Stage),
		strings.Join(facts.Groups, "\n"), strings.Join(muscles, "\n"), strings.Join(facts.Equipment, "\n"))
	if x.Drawing != nil {
		add(l.keyAt(x.Path, "figure"), "figure", l.word("review-figure"), true, strict.Plain(x.Figure))
	}
	if cautions := l.cautions[l.e.Lang]; cautions != nil {
		var texts []string
		for _, key := range x.Cautions {
			texts = append(texts, l.sectionText(cautions, key.Text))
		}
		add(first(x.Cautions), "cautions", l.word("cautions"), true, texts...)
	}
}

// keyAt returns the place of a top-level key in a shared file.
func (l *lister) keyAt(file, key string) strict.Text {
	at := strings.Index("\n"+string(l.text(file)), "\n"+key+":")
	return strict.Text{Offset: max(at, 0)}
}

func first(list []strict.Text) (t strict.Text) {
	if len(list) > 0 {
		t = list[0]
	}
	return t
}

// dose returns the dosage as the page writes it, on screen and on paper.
func dose(x *site.Exercise) []string {
	texts := []string{x.Dosage}
	for _, d := range x.Doses {
		texts = append(texts, d.Label+" "+d.Value)
	}
	return texts
}

// programme adds the exercises of a programme, with their doses and drawings.
func (l *lister) programme() {
	own, ok := l.e.Own.(*page.Programme)
	if !ok {
		return
	}
	var order []string
	for i, s := range l.e.Detail.(*site.Programme).Steps {
		facts := s.Exercise
		if facts == nil { // its shared file is missing, which has been reported
			continue
		}
		order = append(order, facts.Key)
		texts := append(dose(facts), s.Reason, strict.Plain(l.exercises[facts.Key].Figure))
		l.addAt(l.e.Path, own.Steps[i].Exercise.Offset, "exercise:"+facts.Key, s.Title, true, texts...)
	}
	l.addAt(l.e.Path, l.e.Keys[page.StepsField], "order", l.word("kinds-exercise"), true, order...)
}

// glossary adds the terms of a glossary.
func (l *lister) glossary() {
	own, ok := l.e.Own.(*page.Glossary)
	if !ok {
		return
	}
	for _, t := range own.Terms {
		texts := []string{t.Term.Text, t.Latin.Text, t.Definition.Text}
		for _, also := range t.Also {
			texts = append(texts, also.Text)
		}
		l.addAt(l.e.Path, t.ID.Offset, "term:"+t.ID.Text, t.Term.Text, true, texts...)
	}
}

// terms adds the definitions that are shown beside the words that they explain.
func (l *lister) terms(targets []site.Target, seen map[string]bool) {
	for _, t := range targets {
		if t.Embed != nil {
			l.terms(t.Embed.Targets, seen)
		}
		_, id, _ := strings.Cut(t.URL, "#")
		if t.Term == "" || seen[id] {
			continue
		}
		seen[id] = true
		l.add("term:"+id, t.Term, false, t.Text)
	}
}

// section adds a section, and then the boxes in it.
func (l *lister) section(s *markdown.Section) {
	name := l.word("review-lead")
	if s.ID != "" {
		name = l.e.HeadingText(s.ID)
	}
	l.addAt(l.e.Path, s.Start, "#"+s.ID, name, isCritical(l.e, s), l.textOf(l.e, s)...)
	for _, b := range s.Blocks {
		if box, ok := b.Kind.(markdown.EmbedBlock); ok && len(l.embeds) > 0 {
			l.box(l.embeds[0], box.Key, b.Offset)
			l.embeds = l.embeds[1:]
		}
	}
}

// box adds a box, with those inside it.
func (l *lister) box(e *site.Embed, key string, offset int) {
	texts, critical := l.boxTexts(e)
	l.addAt(l.e.Path, offset, "box:"+key, e.Title, critical, texts...)
}

// boxTexts returns the texts of a box with those inside it, and whether one is critical.
func (l *lister) boxTexts(e *site.Embed) (texts []string, critical bool) {
	address, id, inPart := strings.Cut(e.URL, "#")
	to := l.byURL[address]
	if own, ok := to.Own.(*page.Figure); ok {
		texts, critical = append(texts, strict.Plain(own.Labels)), true
	}
	texts = append(texts, e.Title)
	for i := range to.Sections {
		s := &to.Sections[i]
		if inPart && s.ID != id && hasSection(to, id) {
			continue
		}
		texts = append(texts, l.textOf(to, s)...)
		critical = critical || isCritical(to, s)
	}
	for _, inner := range embedsOf(e.Targets) {
		more, ofInner := l.boxTexts(inner)
		texts, critical = append(texts, more...), critical || ofInner
	}
	return texts, critical
}

// hasSection reports whether a heading has a section; one of a lower level is inside another.
func hasSection(e *site.Entry, id string) bool {
	return slices.ContainsFunc(e.Sections, func(s markdown.Section) bool { return s.ID == id })
}

// embedsOf returns the boxes in their order.
func embedsOf(targets []site.Target) (list []*site.Embed) {
	for _, t := range targets {
		if t.Embed != nil {
			list = append(list, t.Embed)
		}
	}
	return list
}

// sectionText returns the source of the section of a page that has an id.
func (l *lister) sectionText(e *site.Entry, id string) string {
	for i := range e.Sections {
		if e.Sections[i].ID == id {
			return strings.Join(l.textOf(e, &e.Sections[i]), "\n")
		}
	}
	return ""
}

// textOf returns the source of a section, and the titles that the program gives its alerts.
func (l *lister) textOf(e *site.Entry, s *markdown.Section) []string {
	texts := []string{string(l.text(e.Path)[s.Start:s.End])}
	for _, b := range s.Blocks {
		if alert, ok := b.Kind.(markdown.AlertBlock); ok {
			texts = append(texts, l.word("alert-"+alert.Name))
		}
	}
	return texts
}

// isCritical reports whether a change of a section may hurt somebody: as in translations, it
// has a critical block, such as an alert or a step, or is critical in its kind of page.
func isCritical(e *site.Entry, s *markdown.Section) bool {
	if e.Critical {
		return true
	}
	return slices.ContainsFunc(s.Blocks, func(b markdown.Block) bool {
		return b.Critical && b.Offset >= s.Start // and not in the front matter
	})
}
