package link

import (
	"strconv"
	"strings"

	"rygghandboka/internal/base/strict"
	"rygghandboka/internal/page"
	"rygghandboka/internal/site"
)

// exercise adds the facts of an exercise in the words of the page, and who should ask first,
// each with its label: "Ask first" and "Good for" make two things of the same text.
func (l *lister) exercise() {
	facts, x := l.e.Exercise(), l.exercises[l.e.Name()]
	if facts == nil || x == nil {
		return
	}
	add := func(at strict.Text, id, name string, critical bool, texts ...string) {
		if strings.Join(texts, "") != "" {
			l.addAt(x.Path, at.Offset, id, name, critical, append(texts, name)...)
		}
	}
	var muscles []string
	for _, m := range facts.Muscles {
		muscles = append(muscles, m.Title)
	}
	add(l.keyAt(x.Path, "dosage"), "dose", l.word("dosage"), true, dose(facts)...)
	add(x.Position, "position", l.word("position"), true, facts.Position)
	add(first(x.Easier), "easier", l.word("easier"), true, strict.Plain(x.Easier), facts.NoEasier)
	add(first(x.Harder), "harder", l.word("harder"), true, strict.Plain(x.Harder), facts.NoHarder)
	stage := strconv.Itoa(facts.Stage)
	add(l.keyAt(x.Path, "stage"), "stage", l.word("stage"), true, stage, l.word("stage-"+stage))
	add(l.keyAt(x.Path, "groups"), "facts", l.word("facts"), false,
		strings.Join(facts.Groups, "\n"), strings.Join(muscles, "\n"), strings.Join(facts.Equipment, "\n"))
	if x.Drawing != nil {
		add(l.keyAt(x.Path, "figure"), "figure", l.word("review-figure"), true, strict.Plain(x.Figure))
	}
	if cautions := l.cautions[l.e.Lang]; cautions != nil {
		var texts []string
		own := ownExercise(l.e)
		for _, key := range x.Cautions {
			text := l.sectionText(cautions, key.Text)
			if c := own.Caution(key.Text); c != nil {
				text = key.Text + " " + c.Text.Text
			}
			texts = append(texts, text)
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
