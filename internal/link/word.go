package link

import (
	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/strict"
	"rygghandboka/internal/data/exercise"
	"rygghandboka/internal/data/i18n"
	"rygghandboka/internal/text/lang"
)

// wordsFor looks up the words for keys of a shared file.
func (l *linker) wordsFor(in lang.Lang, x *exercise.Exercise, prefix string, keys []strict.Text) (out []string) {
	for _, key := range keys {
		if w := l.wordFor(in, x, prefix, key); w != "" {
			out = append(out, w)
		}
	}
	return out
}

// wordFor looks up the word for a key of a shared file; it is "" for no key.
func (l *linker) wordFor(in lang.Lang, x *exercise.Exercise, prefix string, key strict.Text) string {
	if key.Text == "" {
		return ""
	}
	w, ok := l.Words.Word(in, prefix+key.Text)
	if !ok {
		hint := "the words are in " + i18n.Path
		if near := diag.SuggestOr(key.Text, l.Words.Keys(prefix)); near != "" {
			hint = near + "; " + hint
		}
		l.problem(diag.Errorf(x.Path, key.Offset, "there is no word %s%s", prefix, key.Text).Hintf("%s", hint))
	}
	return w
}
