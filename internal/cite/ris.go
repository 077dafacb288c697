package cite

import (
	"cmp"
	"regexp"
	"strings"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/data/bib"
	"rygghandboka/internal/text/ris"
)

// risTypes are the kinds of CSL of the types of RIS.
var risTypes = map[string]string{
	"JOUR": "article-journal", "EJOUR": "article-journal", "JFULL": "periodical", "ABST": "article-journal",
	"INPR": "article-journal", "MGZN": "article-magazine", "NEWS": "article-newspaper",
	"BOOK": "book", "EBOOK": "book", "EDBOOK": "book", "WHOLE": "book", "CHAP": "chapter", "ECHAP": "chapter",
	"CONF": "paper-conference", "CPAPER": "paper-conference", "RPRT": "report", "GOVDOC": "report",
	"THES": "thesis", "ELEC": "webpage", "ICOMM": "webpage", "WEB": "webpage", "BLOG": "post-weblog",
	"DATA": "dataset", "DBASE": "dataset", "COMP": "software", "ENCYC": "entry-encyclopedia",
	"DICT": "entry-dictionary", "PAT": "patent", "CASE": "legal_case", "BILL": "bill", "STAT": "legislation",
	"LEGAL": "legislation", "STAND": "standard", "VIDEO": "motion_picture", "MPCT": "motion_picture",
	"ADVS": "motion_picture", "SOUND": "song", "MUSIC": "song", "SLIDE": "speech", "HEAR": "hearing",
	"PCOMM": "personal_communication", "PAMP": "pamphlet", "MANSCPT": "manuscript", "UNPB": "manuscript",
	"MAP": "map", "ART": "graphic", "FIGURE": "figure", "SER": "book", "UNBILL": "bill", "GEN": "document",
}

// contained are the kinds that are a part of what the tag T2 names. Of others it is a series.
var contained = map[string]bool{
	"article-journal": true, "article-magazine": true, "article-newspaper": true, "chapter": true,
	"paper-conference": true, "entry-encyclopedia": true, "entry-dictionary": true, "webpage": true,
	"post-weblog": true, "document": true,
}

// risFields are the tags of fields that are text, the better tag first.
var risFields = []struct {
	name string
	tags []string
}{
	{"title", []string{"TI", "T1", "CT"}},
	{"container-title-short", []string{"J2", "JA", "J1"}},
	{"volume", []string{"VL"}},
	{"edition", []string{"ET"}},
	{"publisher", []string{"PB"}},
	{"publisher-place", []string{"CY", "PP"}},
	{"number-of-volumes", []string{"NV"}},
	{"language", []string{"LA"}},
	{"DOI", []string{"DO"}},
}

// readRIS reads RIS.
func readRIS(file, text string) (entries []*Entry, probs diag.List) {
	found, probs := ris.Parse(file, text)
	for i := range found {
		in := &found[i]
		e := newEntry(file, in.Offset)
		e.wanted = in.All("ID", "LB")
		e.fields["type"] = cmp.Or(risTypes[in.Get("TY")], "document")
		for _, f := range risFields {
			e.set(f.name, in.Get(f.tags...))
		}
		e.risContainer(in)
		e.risPeople(in)
		e.risNumbers(in)
		e.risIdentifiers(in)
		e.setDate("issued", risDate(in.Get("PY", "Y1"), in.Get("DA")))
		e.setDate("accessed", parseDate(in.Get("Y2")))
		for _, l := range in.Lines {
			if name := risLeft[l.Tag]; name != "" {
				e.left = append(e.left, name)
			}
		}
		entries = append(entries, e)
	}
	return entries, probs
}

// risLeft are the tags of what no list of works prints.
var risLeft = map[string]string{
	"AB": "abstract", "N2": "abstract", "KW": "keyword", "N1": "note", "L1": "file", "L2": "file", "L4": "file",
}

func (e *Entry) risContainer(in *ris.Record) {
	if e.text("title") == "" {
		e.set("title", in.Get("BT"))
	}
	if contained[e.text("type")] {
		e.set("container-title", in.Get("T2", "JO", "JF", "BT", "C3", "J2", "JA"))
		e.set("collection-title", in.Get("T3"))
	} else {
		e.set("collection-title", in.Get("T2", "T3"))
	}
	if e.text("container-title-short") == e.text("container-title") {
		delete(e.fields, "container-title-short")
	}
	if e.text("type") == "thesis" || e.text("type") == "report" {
		e.set("genre", in.Get("M3"))
	}
}

func (e *Entry) risPeople(in *ris.Record) {
	for role, tags := range map[string][]string{
		"author": {"AU", "A1"}, "editor": {"A2", "ED"}, "translator": {"A4"},
	} {
		for _, name := range in.All(tags...) {
			e.addPeople(role, risName(name))
		}
	}
}

// risName reads "Family, Given, Suffix". An organisation has no comma, or one at its end.
func risName(s string) person {
	family, given, _ := strings.Cut(s, ",")
	given, suffix, _ := strings.Cut(given, ",")
	if strings.TrimSpace(given) == "" {
		return person{Literal: family}
	}
	return person{Family: family, Given: given, Suffix: suffix}
}

func (e *Entry) risNumbers(in *ris.Record) {
	first, last := in.Get("SP"), in.Get("EP")
	if last != "" && last != first && !strings.ContainsAny(first, "-–") {
		first += "-" + last
	}
	e.set("page", first)
	switch e.text("type") {
	case "article-journal", "article-magazine", "article-newspaper":
		e.set("issue", in.Get("IS", "M1", "CP"))
		e.set("number", in.Get("C7"))
	case "book", "chapter":
		e.set("collection-number", in.Get("IS"))
	default:
		e.set("number", in.Get("IS", "M1"))
	}
}

var (
	digits   = regexp.MustCompile(`^\d+$`)
	doiInURL = regexp.MustCompile(`(?i)^https?://(?:dx\.)?doi\.org/(10\..+)$`)
)

func (e *Entry) risIdentifiers(in *ris.Record) {
	for _, url := range in.All("UR") {
		for _, part := range strings.Fields(strings.ReplaceAll(url, ";", " ")) {
			if m := doiInURL.FindStringSubmatch(part); m != nil {
				e.set("DOI", m[1])
			} else {
				e.set("URL", part)
			}
		}
	}
	if bare := bib.BareDOI(in.Get("M3")); strings.HasPrefix(bare, "10.") {
		e.set("DOI", bare)
	}
	if id := in.Get("AN"); digits.MatchString(id) && isPubMed(in.Get("DB", "DP")) {
		e.set("PMID", id)
	}
	if id := in.Get("C2"); pmcForm.MatchString(id) {
		e.set("PMCID", id)
	}
	for _, sn := range in.All("SN") {
		e.set("ISBN", isbn(sn))
		if e.text("ISBN") == "" {
			e.set("ISSN", issnIn.FindString(sn))
		}
	}
}

func isPubMed(database string) bool {
	name := strings.ToLower(database)
	return strings.Contains(name, "pubmed") || strings.Contains(name, "medline") || strings.Contains(name, "nlm")
}

// risDate returns the better of two dates of the same year.
func risDate(year, exact string) date {
	d, more := parseDate(strings.TrimRight(year, "/")), parseDate(strings.TrimRight(exact, "/"))
	if d.isZero() || d.year() == more.year() && len(more.Parts) > 0 && len(more.Parts[0]) > len(d.Parts[0]) {
		return more
	}
	return d
}
