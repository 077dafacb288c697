// Package fact extracts from a text what a translation must keep and what takes no
// knowledge of the language but a list of words: numbers with their units, negations, and
// sides of opposites; and which numbers a reader is told to call.
//
//	"Pust ut i 5–10 sekunder, ikke lenger."   → opposite "breathe out", number "5 second",
//	                                            number "10 second", negation "not"
//	"Breathe out for 5–10 seconds, no longer." → the same
//
// So two texts in two languages can be compared without being understood. By such a list it
// also finds the sentences of a text that nobody has translated.
package fact

import "strings"

// A Kind is a kind of fact.
type Kind uint8

const (
	Number    Kind = iota // "2.5", "5 second", "10 %": the unit by its name in words.yaml
	Negation              // "not"
	Opposite              // "breathe in", "lie supine": an opposite and its side, by their names in words.yaml
	Foreign               // "no": the language of a sentence that is in another than the text
	Telephone             // "116117"
	Citation              // "maher-2017", "maher-2017, 4"
	Link                  // "bird-dog#steps", "https://example.org/"
	Term                  // the id of a word that the glossary explains
	Call                  // "113", a number that readers are told to call, and a Number too
)

// String returns what a message calls a fact of this kind.
func (k Kind) String() string {
	return [...]string{
		"number", "negation", "opposite", "foreign sentence", "telephone number", "citation", "link", "term", "call",
	}[k]
}

// A Fact is one thing that a text states.
type Fact struct {
	Kind   Kind
	Offset int32  // in bytes
	Value  string // the same in all languages
}

// Read returns the facts of a plain text, in order. Offsets are in the text.
func (r *Reader) Read(text string) (facts []Fact) {
	calling := false // the last word is one before a number to call
	last := -1       // the number that is the first of a range, and has the unit of the second
	for at := 0; at < len(text); {
		if text[at] == ' ' {
			at++
			continue
		}
		token, end := r.token(text, at)
		w := r.word(token)
		idiom := w.idiom(text[at:])
		m := r.number(token, w)
		switch {
		case idiom > 0:
			end = at + idiom
		case m.Role == NumberRole || m.Role == OneRole:
			unit, after := r.unit(text, end)
			if m.Role == OneRole && unit == "" {
				break
			}
			if calling && unit == "" && digitsAt(m.Value) >= shortest {
				facts = append(facts, Fact{Call, int32(at), m.Value})
			}
			facts = append(facts, Fact{Number, int32(at), join(m.Value, unit)})
			if last >= 0 {
				facts[last].Value = join(facts[last].Value, unit)
			}
			sign := r.rangeSign(text[after:])
			if last = -1; unit == "" && sign > 0 {
				last = len(facts) - 1
			}
			end = after + sign
		case m.Role == NegationRole:
			facts = append(facts, Fact{Negation, int32(at), "not"})
		}
		calling = w.Role == CallingRole || calling && token == ""
		if token != "" {
			facts = r.opposites(facts, text, at, idiom)
		}
		at = max(end, at+1)
	}
	return facts
}

// shortest is how many digits a telephone number has at least.
const shortest = 3

// number returns the meaning of a word or a number, which is none for other words.
func (r *Reader) number(token string, w word) Meaning {
	switch {
	case w.Role == OneRole:
		return Meaning{OneRole, "1"}
	case w.Role == none && hasDigit(token):
		return Meaning{NumberRole, r.value(token)}
	}
	return w.Meaning
}

func join(value, unit string) string { return strings.TrimSuffix(value+" "+unit, " ") }
