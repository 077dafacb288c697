package site

// A Translation is a page in another language.
type Translation struct {
	Stub
	Tag  string // of the language, for hreflang
	Name string // of the language, in the language
}

// translation returns e as a page in another language shows it.
func (e *Entry) translation() Translation {
	return Translation{e.stub(), e.Language.Tag.String(), e.Language.Name}
}

// translations finds e in the other languages: the pages with the same key.
func (l *linker) translations(e *Entry) {
	for _, language := range l.site.Languages {
		if other := l.byKey[language.Lang][e.Key]; other != nil && other != e {
			e.Translations = append(e.Translations, other.translation())
		}
	}
}

// homes lists the home page of each language.
func (l *linker) homes() {
	for _, language := range l.site.Languages {
		if home := l.byKey[language.Lang]["index"]; home != nil {
			l.site.Homes = append(l.site.Homes, home.translation())
		}
	}
}
