package i18n

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/strict"
	"rygghandboka/internal/source"
)

// A country has the numbers that are answered there. A wrong number to call looks like any
// other, and a translation with the same mistake agrees with it: so each number is written
// once more, here, and everything that readers see must agree with that.
type country struct {
	Country strict.Text   `yaml:"country"`
	Numbers []strict.Text `yaml:"numbers" doc:"as readers see them: 116 117"`

	Calls map[string]string `yaml:"calls,optional" doc:"by word, the number that it tells readers to call"`
}

// Telephones are the numbers that readers are told to call.
type Telephones struct {
	Numbers []string          // those that are answered where readers are, as they are shown
	Abroad  []string          // those of other countries
	Calls   map[string]string // by word, such as alert-caution, the one that it tells readers to call
}

// telephones returns all numbers. Readers are in the country that is listed first.
func (in *file) telephones() (all Telephones) {
	for i, c := range in.Telephones {
		for _, n := range c.Numbers {
			if i == 0 {
				all.Numbers = append(all.Numbers, n.Text)
			} else {
				all.Abroad = append(all.Abroad, n.Text)
			}
		}
		if i == 0 {
			all.Calls = c.Calls
		}
	}
	return all
}

// IsHere reports whether a number, shown or in an address, is answered where readers are.
func (t Telephones) IsHere(number string) bool { return contains(t.Numbers, number) }

// Shown returns a number as it is listed.
func (t Telephones) Shown(number string) string {
	for _, n := range t.Numbers {
		if Digits(n) == Digits(number) {
			return n
		}
	}
	return number
}

// contains reports whether a number is listed, however it is grouped.
func contains(list []string, number string) bool {
	digits := Digits(number)
	return slices.ContainsFunc(list, func(n string) bool { return Digits(n) == digits })
}

// LongNumber is how many digits a number has at least that is not like others by chance.
const LongNumber = 5

// IsAlmost returns the listed number from which a long one differs by one digit, or by the
// order of two neighbours, and whether there is one. Short ones differ little from any.
func (t Telephones) IsAlmost(number string) (string, bool) {
	wrong := Digits(number)
	if len(wrong) < LongNumber {
		return "", false
	}
	for _, n := range t.Numbers {
		right := Digits(n)
		if len(right) != len(wrong) || right == wrong {
			continue
		}
		i := 0
		for right[i] == wrong[i] {
			i++
		}
		j := len(right) - 1
		for right[j] == wrong[j] {
			j--
		}
		if i == j || i+1 == j && right[i] == wrong[j] && right[j] == wrong[i] {
			return n, true
		}
	}
	return "", false
}

// Digits returns a number without the spaces between its groups.
func Digits(number string) string { return ungrouped.Replace(number) }

var ungrouped = strings.NewReplacer(" ", "", "\u00a0", "")

var (
	telephoneForm = regexp.MustCompile(`^\+?[0-9]+(?: [0-9]+)*$`)
	digitGroups   = regexp.MustCompile(`\+?[0-9]+(?:[ \x{a0}][0-9]+)*`)
)

// numbersIn returns what a reader would call: three digits or more, in one or more groups.
func numbersIn(text string) []string {
	return slices.DeleteFunc(digitGroups.FindAllString(text, -1), func(n string) bool { return len(Digits(n)) < 3 })
}

// checkTelephones reports numbers that are none, and calls of words that there are not, or
// to numbers that are not listed.
func (in *file) checkTelephones(f source.File) (probs diag.List) {
	for i, c := range in.Telephones {
		var numbers []string
		for _, n := range c.Numbers {
			numbers = append(numbers, n.Text)
			if !telephoneForm.MatchString(n.Text) {
				p := diag.Errorf(f.Path, n.Offset, "%q is not a telephone number", n.Text)
				probs = append(probs, p.Hintf("write digits, in groups as readers see them: 116 117"))
			}
		}
		for _, key := range slices.Sorted(maps.Keys(c.Calls)) {
			at := c.Country.Offset
			switch number := c.Calls[key]; {
			case i > 0:
				probs = append(probs, diag.Errorf(f.Path, at, "only the first country has calls"))
			case in.Words[key] == nil:
				probs = append(probs, diag.Errorf(f.Path, at, "calls has %q, and there is no such word", key))
			case !slices.Contains(numbers, number):
				p := diag.Errorf(f.Path, at, "%q calls %q, which is not among the numbers", key, number)
				probs = append(probs, p.Hintf("the numbers are %s", strings.Join(numbers, ", ")))
			}
		}
	}
	return probs
}

// telephoneWords reports words and counts with numbers that are not listed, and words that
// tell readers to call another number than their own.
func (t *Table) telephoneWords(f source.File) (probs diag.List) {
	for _, l := range t.languages {
		texts := t.Texts(l.Lang)
		for _, key := range slices.Sorted(maps.Keys(texts)) {
			for _, text := range texts[key] {
				if text != "" {
					probs = append(probs, t.telephoneWord(f, key, string(l.Lang), text)...)
				}
			}
		}
	}
	return probs
}

// telephoneWord reports what is wrong with the numbers of one text.
func (t *Table) telephoneWord(f source.File, key, in, text string) (probs diag.List) {
	report := func(format string, args ...any) *diag.Problem {
		probs = append(probs, diag.Errorf(f.Path, offsetOf(f, key, text), format, args...))
		return &probs[len(probs)-1]
	}
	numbers := numbersIn(text)
	own, calls := t.telephones.Calls[key]
	switch {
	case calls && !t.telephones.IsHere(own):
		return nil // which has been reported
	case calls && (len(numbers) != 1 || Digits(numbers[0]) != Digits(own)):
		report("%q says %q in %q, and its number is %s", key, text, in, own).Hint =
			"write the number, and no other; which it is, is under telephones"
		return probs
	case !calls && len(numbers) > 0 && strings.HasPrefix(key, "alert-"):
		report("%q says %q in %q, and has no number under calls", key, text, in).Hint =
			"write the number that this alert calls under telephones"
		return probs
	}
	for _, number := range numbers {
		if !t.telephones.IsHere(number) && !contains(t.telephones.Abroad, number) {
			report("%q contains %q in %q, which is not a listed telephone number", key, number, in).Hint =
				"if it is right, list it under telephones"
		}
	}
	return probs
}

// offsetOf returns where a text of a word is in words.yaml, or where the word is if the text
// is written otherwise there.
func offsetOf(f source.File, key, text string) int {
	at := Offset(f, key)
	line, _, _ := strings.Cut(string(f.Data[at:]), "\n")
	return at + max(0, strings.Index(line, text))
}
