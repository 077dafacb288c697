package cite

import (
	"fmt"
	"strings"
	"testing"

	"rygghandboka/internal/data/bib"
	"rygghandboka/internal/source"
	"rygghandboka/internal/test/arch"
	"rygghandboka/internal/test/golden"
)

func TestFileOrder(t *testing.T) { arch.FileOrder(t) }

// The archives show exports, and the records that they become: a field on each line, after it
// the problems and what is left out.
func TestRead(t *testing.T) {
	golden.Pairs(t, "testdata/*.txtar", ".export", func(text string) string {
		text = strings.NewReplacer("¶", "\r", "<BOM>", "\uFEFF", "<E5>", "\xE5").Replace(text)
		var b strings.Builder
		entries, probs := Read("export", []byte(text))
		if len(entries) > 0 {
			d, more := Merge(source.File{Path: bib.Path}, entries, false)
			probs = append(probs, more...)
			for _, c := range d.Added {
				for _, f := range c.Entry.record(c.Key) {
					fmt.Fprintf(&b, "%s: %s\n", f.Name, f.Value)
				}
				b.WriteString("\n")
			}
			if left := d.left(); left != "" {
				fmt.Fprintf(&b, "left out: %s\n", left)
			}
		}
		for _, p := range probs.Locate(func(string) string { return text }) {
			fmt.Fprintln(&b, p)
		}
		return b.String()
	})
}

func TestParseDate(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"2020", `{"date-parts":[[2020]]}`},
		{"2020-05-01", `{"date-parts":[[2020,5,1]]}`},
		{"2020/05/01/", `{"date-parts":[[2020,5,1]]}`},
		{"2020/5//", `{"date-parts":[[2020,5]]}`},
		{"2016/00/00", `{"date-parts":[[2016]]}`},
		{"2020-02-30", `{"date-parts":[[2020,2]]}`},
		{"2020-13", `{"date-parts":[[2020]]}`},
		{"2024-01-31T10:00:00Z", `{"date-parts":[[2024,1,31]]}`},
		{"2024/05/01/10:00:00", `{"date-parts":[[2024,5,1]]}`},
		{"2019/2020", `{"date-parts":[[2019],[2020]]}`},
		{"2019-2020", `{"date-parts":[[2019],[2020]]}`},
		{"2020-05/2020-06", `{"date-parts":[[2020,5],[2020,6]]}`},
		{"2011 Mar-Apr", `{"date-parts":[[2011,3]]}`},
		{"1 May 2020", `{"date-parts":[[2020,5,1]]}`},
		{"1. mai 2020", `{"date-parts":[[2020,5,1]]}`},
		{"December 3rd, 2020", `{"date-parts":[[2020,12,3]]}`},
		{"2015///vår", `{"date-parts":[[2015]],"season":1}`},
		{"1998~", `{"date-parts":[[1998]],"circa":true}`},
		{"ca. 1998", `{"date-parts":[[1998]],"circa":true}`},
		{"in press", `{"literal":"in press"}`},
		{"n.d.", `{}`},
		{"[2020]", `{"date-parts":[[2020]]}`},
		{"forthcoming 2027", `{"literal":"forthcoming 2027"}`},
	} {
		if got := string(encode(parseDate(c.text))); got != c.want {
			t.Errorf("%q is %s, not %s", c.text, got, c.want)
		}
	}
}

// works are records that are one work, or two.
var works = []struct {
	a, b, by string // "DOI|PMID|title|author|volume|year"
}{
	{"10.1/a||A|||", "10.1/A||B|||", "DOI"},
	{"|7|A|||", "|7|B|||", "PMID"},
	{"10.1/a|7|A|||", "10.1/b|7|B|||", "PMID"},
	{"||Pain: <i>a</i> Review!|||2020", "||PAIN – a review|||2020", "title and year"},
	{"||Smerté|||2020", "||Smerte|||", "title and year"},
	{"||A|X||2020", "||A|X||2021", "title and year"},
	{"||A|X||2020", "||A|X||2022", ""},
	{"||A|X||2020", "||A|Y||2020", ""},
	{"||A|X|1|2020", "||A|X|2|2020", ""},
	{"10.1/a||A|X||2020", "10.1/b||A|X||2020", ""},
	{"|7|A|X||2020", "|8|A|X||2020", ""},
	{"10.1/a||A|X||2020", "||A|X||2020", "title and year"},
}

func TestSameWork(t *testing.T) {
	entry := func(text string) *Entry {
		f := strings.Split(text, "|")
		e := newEntry("", 0)
		for i, name := range []string{"DOI", "PMID", "title"} {
			e.set(name, f[i])
		}
		e.addPeople("author", person{Family: f[3], Given: "A"})
		e.set("volume", f[4])
		e.setDate("issued", parseDate(f[5]))
		return e
	}
	for _, c := range works {
		a, b := entry(c.a), entry(c.b)
		if by := a.identity().sameBy(b.identity()); by != c.by {
			t.Errorf("%s and %s are the same by %q, not by %q", c.a, c.b, by, c.by)
		}
	}
}

// Whatever an export has, the list with it is one that can be read, and a second time the
// export adds nothing.
func FuzzRead(f *testing.F) {
	f.Add(`[{"id": "http://zotero.org/users/1/items/A", "type": "book", "title": "T",
		"author": [{"family": "B"}]},
		{"title": "T", "DOI": "10.1000/x"},
		{"title": "T", "DOI": "10.1000/y", "volume": 3, "issued": {"raw": "2020"}}]`)
	f.Add("TY  - JOUR\nTI  - A\nAU  - B, C\nPY  - 2020\nER  - \nTY  - BOOK\nTI  - ???\nER  -")
	f.Add("@article{a, title = {A}, author={B and C}, year=2020}\n@book{b2020, title={A}, year=2020, edition=2}")
	f.Fuzz(func(t *testing.T, text string) {
		entries, _ := Read("x", []byte(text))
		d, probs := Merge(source.File{Path: bib.Path}, entries, false)
		if len(probs) > 0 {
			t.Fatalf("%v\n%s", probs, d.Text)
		}
		entries, _ = Read("x", []byte(text))
		again, probs := Merge(source.File{Path: bib.Path, Data: d.Text}, entries, true)
		if len(again.Added)+len(probs) > 0 {
			t.Errorf("%d works are added twice: %+v %v\n%s", len(again.Added), again.Added[0].Entry, probs, d.Text)
		}
	})
}
