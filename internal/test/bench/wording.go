package main

import "strings"

// A wording is the words of a corpus in one language. The vocabularies are of the same length,
// and have no word that languages are compared by (opposites, negations and so on): the texts
// are drawn from them by chance, and agree all the same.
type wording struct {
	vocabulary []string

	title, part, so, mostly, seeAlso, summary string
	home, welcome, articles, facts, boxTitle  string
	references                                string

	table string
	box   string
}

var languages = map[string]wording{
	"no": {
		vocabulary: strings.Fields(`ryggen muskler som kan være sterke og utholdende når du beveger deg
			men smerter gjør at hjernen demper signalene til de dype musklene i området derfor er det
			lurt å starte rolig med små bevegelser og litt kraft mens belastningen øker litt etter litt
			for de fleste går det over av seg selv etter noen dager og trening hjelper de fleste selv om
			det kjennes ubehagelig i starten`),
		title:      "Side %d om ryggen",
		part:       "Del",
		so:         "Slik",
		mostly:     "særlig",
		seeAlso:    "se også",
		summary:    "Om ryggen.",
		home:       "Forside",
		welcome:    "Velkommen.\n",
		articles:   "Artikler",
		facts:      "Fakta",
		boxTitle:   "Boks %d",
		references: "Referanser",
		table: `| Gruppe | Antall |
| --- | --: |
| lokale | 5 |
| globale | 12 |
| andre | 7 |`,
		box: `De fleste får vondt i ryggen i løpet av livet.

- Omtrent 60 av 100 har hatt det.
- Hos 85 av 100 er årsaken usikker.
`,
	},
	"en": {
		vocabulary: strings.Fields(`back muscles that can be strong and enduring when you move yourself
			but pains cause that brain dampen signals of the deep muscles in area therefore is it
			wise to start calmly with small movements and some force while load grows bit by bit
			for the many goes it over by itself self after some days and training helps the many even if
			it feels unpleasant in beginning`),
		title:      "Page %d about the back",
		part:       "Part",
		so:         "So",
		mostly:     "mainly",
		seeAlso:    "see also",
		summary:    "About the back.",
		home:       "Front page",
		welcome:    "Welcome.\n",
		articles:   "Articles",
		facts:      "Facts",
		boxTitle:   "Box %d",
		references: "References",
		table: `| Group | Number |
| --- | --: |
| local | 5 |
| global | 12 |
| other | 7 |`,
		box: `Most people have back pain during their lives.

- About 60 of 100 have had it.
- In 85 of 100 the cause is uncertain.
`,
	},
}
