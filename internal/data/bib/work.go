package bib

// A Work is one cited work, with the fields of CSL-JSON that are used. Titles have Zotero's
// markup: see Plain.
type Work struct {
	Key  string `json:"id"`
	Type string `json:"type"`

	Title           string `json:"title"`
	TranslatedTitle string `json:"translated-title"` // into another language; Zotero has it in a note
	OriginalTitle   string `json:"original-title"`
	Language        string `json:"language"` // a tag, or "" if it is not known

	Author     []Name `json:"author"`
	Editor     []Name `json:"editor"`
	Translator []Name `json:"translator"`

	Container        string `json:"container-title"`
	ContainerShort   string `json:"container-title-short"`
	Collection       string `json:"collection-title"` // a series
	CollectionEditor []Name `json:"collection-editor"`
	Event            string `json:"event"`
	EventPlace       string `json:"event-place"`

	Volume        Text   `json:"volume"`
	Issue         Text   `json:"issue"`
	Page          Text   `json:"page"`
	NumberOfPages Text   `json:"number-of-pages"`
	Number        Text   `json:"number"`
	Section       Text   `json:"section"`
	Edition       Text   `json:"edition"`
	Genre         string `json:"genre"`
	Publisher     string `json:"publisher"`
	Place         string `json:"publisher-place"`
	Issued        Date   `json:"issued"`
	Accessed      Date   `json:"accessed"`

	DOI   string `json:"DOI"` // without an address
	PMID  string `json:"PMID"`
	PMCID string `json:"PMCID"`
	ISSN  string `json:"ISSN"`
	URL   string `json:"URL"`
	Note  string `json:"note"`

	Lacks map[string]string `json:"lacks"` // fields that the work really lacks, with the reasons

	Offset int  `json:"-"` // of its id, in bytes from the start of the file
	Broken bool `json:"-"` // a field has a mistake, which is reported
}

// Since returns the year in which the work came out, 0 if it is not known.
func (w *Work) Since() int { return w.Issued.Year }
