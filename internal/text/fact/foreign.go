package fact

import "strings"

// foreignWords is how many words a sentence has, at least, whose language is told.
const foreignWords = 8

// Foreign returns the sentences of a plain text that are in another language, by the function
// words of each. If no sentence is long enough, the text counts as one.
func (r *Reader) Foreign(text string) (facts []Fact) {
	var sentence, all tally
	for at := 0; at < len(text); {
		end := wordEnd(text, at)
		if end == at {
			if strings.IndexByte(".!?:", text[at]) >= 0 {
				facts = sentence.appendTo(facts)
				sentence = tally{}
			}
			at++
			continue
		}
		word := r.functions[strings.ToLower(text[at:end])]
		sentence.count(at, word)
		all.count(at, word)
		at = end
	}
	if facts = sentence.appendTo(facts); len(facts) == 0 {
		facts = all.appendTo(facts)
	}
	return facts
}

// A tally is how many words of a sentence are function words of the language that the text
// is in, and of another.
type tally struct {
	start        int // of the first word
	words        int
	own, foreign int
	language     string // the other
}

// A function is what a function word is: of the text's own language, or of another.
type function struct {
	known    bool
	language string // "" for the own
}

func (t *tally) count(at int, f function) {
	if t.words == 0 {
		t.start = at
	}
	t.words++
	switch {
	case !f.known:
	case f.language == "":
		t.own++
	default:
		t.foreign++
		t.language = f.language
	}
}

// appendTo adds the sentence if it is in another language.
func (t *tally) appendTo(facts []Fact) []Fact {
	if t.words < foreignWords || t.foreign < 2 || t.foreign <= t.own {
		return facts
	}
	return append(facts, Fact{Foreign, int32(t.start), t.language})
}
