package bib

import (
	"regexp"
	"strings"

	"rygghandboka/internal/text/lang"
)

var (
	beforeDOI   = regexp.MustCompile(`(?i)^(?:doi:\s*|(?:https?://)?(?:dx\.)?(?:www\.)?doi\.org/)+`)
	capitals    = regexp.MustCompile(`[A-Z]{3}`)
	pmidAddress = regexp.MustCompile(`(?i)^(?:pmid:?\s*|https?://\S*ncbi\.nlm\.nih\.gov/(?:pubmed/)?)(\d+)/?$`)
	pmcidForm   = regexp.MustCompile(`(?i)^(?:pmcid:?\s*|https?://\S*/)?(?:pmc)?(\d+)/?$`)
)

// normalize gives identifiers and the language the one form in which they are compared and
// printed, however a program writes them. What cannot be read stays as it is, for the rules
// to report.
func (w *Work) normalize() {
	w.DOI = strings.TrimSpace(w.DOI)
	if bare := BareDOI(w.DOI); strings.HasPrefix(bare, "10.") {
		w.DOI = bare
	}
	if strings.HasPrefix(w.DOI, "10.") && capitals.MatchString(w.DOI) && strings.ToUpper(w.DOI) == w.DOI {
		w.DOI = strings.ToLower(w.DOI) // some databases have them in capitals
	}
	w.PMID = strings.TrimSpace(w.PMID)
	if m := pmidAddress.FindStringSubmatch(w.PMID); m != nil {
		w.PMID = m[1]
	}
	w.PMCID = strings.TrimSpace(w.PMCID)
	if m := pmcidForm.FindStringSubmatch(w.PMCID); m != nil {
		w.PMCID = "PMC" + m[1]
	}
	w.Language = LanguageTag(w.Language)
}

// percent replaces what addresses have in the place of signs that DOIs may have.
var percent = strings.NewReplacer("%2F", "/", "%2f", "/", "%28", "(", "%29", ")")

// BareDOI returns a DOI without the address before it, and without the sign that ended the
// sentence it was in.
func BareDOI(s string) string {
	return strings.TrimRight(percent.Replace(beforeDOI.ReplaceAllString(strings.TrimSpace(s), "")), ".,; ")
}

// languageNames are the tags of languages that people write out.
var languageNames = map[string]string{
	"chinese": "zh", "danish": "da", "dansk": "da", "dutch": "nl", "english": "en", "engelsk": "en", "finnish": "fi",
	"french": "fr", "français": "fr", "german": "de", "deutsch": "de", "italian": "it", "japanese": "ja",
	"norwegian": "no", "norsk": "no", "bokmål": "nb", "nynorsk": "nn", "portuguese": "pt", "spanish": "es",
	"español": "es", "swedish": "sv", "svensk": "sv",
}

// LanguageTag returns the tag of a language that is written as a tag, with the three letters
// of libraries, or with its name: en for eng and English. What is none of these is not known.
func LanguageTag(s string) string {
	s = strings.ReplaceAll(strings.TrimSpace(s), "_", "-")
	if tag, ok := languageNames[strings.ToLower(s)]; ok {
		return tag
	}
	tag, err := lang.ParseTag(s)
	if err != nil || tag.String() == "und" {
		return ""
	}
	return tag.String()
}
