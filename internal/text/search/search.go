// Package search makes what a browser searches: for each language an index, and small files
// with the text of pages, of which a reader loads only those of the pages that are found. It
// is for readers in pain, on a telephone, or in their second language, so it tolerates
// inflected words, parts of compounds, letters that a keyboard lacks, one mistake in a word,
// and everyday words for clinical ones.
//
// The same pages give the same bytes, in whatever order they are added.
//
// All files are scripts that call a function, so that they also load from a disk:
//
//	handbookText([["steps","How to do it","Lie on your back.","Lift your hips."],…])
//
// holds sections: the id of each, its heading, and its sentences. A page is divided in
// parts of about the same size, so that a long page costs no more than a short one.
//
//	handbookIndex({
//	  "tag": "en",
//	  "name": "English",                   // the language, where it is not the page's
//	  "style": "css/search.0a1b….css",     // of the results
//	  "words": {…},                        // what the reader shows: Messages
//	  "letters": ["æ","ae",…],             // what replaces letters that a keyboard lacks
//	  "endings": ["ing","",3,…],           // how a word becomes a stem: from, to, letters left before it
//	  "other": ["using","use",…],          // words with another stem than endings would give, and that stem
//	  "kinds": ["","Exercise",…],
//	  "files": "en/text.",                 // what the names of the files of parts begin with
//	  "pages": [["en/exercises/bridge/","Bridge",1,"0a1b…",…],…],
//	  "stems": "AbridgCeDing…",
//	  "found": "a3bB.…",
//	  "synonyms": "Ai,Am=legs=|Aj|Ah|1;…",  // what is typed, and what that means
//	  "alarm": [4,"where",[…],[…]],        // a page, a section of it, stems of each level
//	  "signs": [[[9,0,3,4],…],[…],[…]],    // where signs are, by Level: part, section, sentences
//	  "ordinary": ["cancel",…],            // words that only look like those of a sign
//	  "doubt": ["not",…],                  // words with which no phrase makes a question less urgent
//	  "filler": ["the",…],                 // words that say nothing of what is sought
//	  "instead": [0,4],                    // pages that are offered when nothing is found
//	  "terms": [12]                        // pages whose sections are terms
//	})
//
// A page is: its address below the site's root, its title, its kind (negative: less than
// other pages), and the names of the files with its parts, below the folder of the scripts,
// without what all begin with and ".js". Parts are numbered through all pages, from 0.
//
// A synonym is fields, with | between them: what is typed, of which a question must have one;
// what it must have too, if anything; the stems that are meant, or # with a part and its
// section; perhaps a Level, or 0; perhaps 1, if the handbook has nothing on it. Phrases have
// commas between them. A phrase is stems by number, as in found, and words between equals
// signs: =legs= must be typed exactly, =cancer*= and =*cancer= are a beginning and an end.
//
// stems are sorted. Each is a capital letter that counts the letters it shares with the one
// before (A is none), and its other letters. found lists for each stem the parts that have
// it, ended by a full stop: how far the next part is (a is the very next one; the small
// letter is the last digit to the base of 26, capital ones are those before), after a digit
// from 2 to 9 for a weight of more than 1 (see weigher). A stem of more than half of the
// parts starts with "!", and only parts where it weighs 3 or more are listed.
package search

import "strings"

// A Page is a page as readers search for it.
type Page struct {
	Address  string // below the site's root: en/exercises/bridge/
	Title    string
	Kind     string   // a word such as Exercise, or ""
	Names    []string // other names that people know it by
	Low      bool     // comes after the pages for readers
	Terms    bool     // its sections are terms, each of which is found by its own name
	Sections []Section
}

// A Section is a part of a page that a result can lead to.
type Section struct {
	ID, Heading string   // "" before the first heading
	Names       []string // other words for the heading
	Key         bool     // its text is key words, and weighs more than prose
	Text        []string // sentences
	Signs       []Sign
}

// A Sign is an item of a list of signs that somebody needs help.
type Sign struct {
	Level    Level // of an alarm
	Text     string
	From, To int // which sentences of its section it is
}

// Messages are the texts that the reader itself shows.
type Messages struct {
	Results map[string]string `json:"results"` // how many: "{n} results", by plural form
	None    string            `json:"none"`    // nothing is found, before the pages that are offered
	Nothing string            `json:"nothing"` // the handbook has nothing on "{word}", before what is near
	Signs   string            `json:"signs"`   // what the page on warning signs is called, beside a number
	Abroad  string            `json:"abroad"`  // where the numbers are answered
	Levels  [][]string        `json:"levels"`  // the alert of each alarm, its title, and the number that it calls
}

// NewMessages returns the texts in a language, of which word returns the word for a key, and
// calls has the numbers that words tell readers to call.
func NewMessages(results map[string]string, word func(key string) string, calls map[string]string) Messages {
	m := Messages{
		Results: results,
		None:    word("search-none"),
		Nothing: word("search-nothing"),
		Signs:   word("search-signs"),
		Abroad:  word("search-abroad"),
	}
	for _, a := range alarms {
		key := "alert-" + a.Name
		m.Levels = append(m.Levels, []string{a.Name, word(key), strings.ReplaceAll(calls[key], " ", "")})
	}
	return m
}
