package translation

import (
	"bytes"
	"slices"
	"strings"

	"rygghandboka/internal/page"
	"rygghandboka/internal/text/lang"
	"rygghandboka/internal/text/markdown"
)

// Records are the values of one shared file, such as the data of an exercise, which are
// confirmed as the sections of a page are.
type Records struct {
	Name      string // in the lock: exercises/plank.yaml. The dot makes it no page's key
	Path      string
	List      []Record // those with the same ID are beside each other
	HasErrors bool     // which are problems of their own: nothing is compared
}

// A Record is one value of a shared file. If it is in several languages, they are
// compared with each other.
type Record struct {
	ID       string // in its file, without spaces: dosage
	Lang     lang.Lang
	Critical bool        // a change may hurt somebody
	Words    []page.Word // at least one

	text []byte
	sum  markdown.Sum
}

// NoLang is the language of a record that is the same in all languages, or that has no
// translation.
const NoLang lang.Lang = "-"

// NewRecord returns a record with its sum.
func NewRecord(id string, in lang.Lang, critical bool, words []page.Word) Record {
	var text []byte
	for _, w := range words {
		text = append(append(text, w.Text...), ' ')
	}
	text = bytes.TrimSuffix(text, []byte(" "))
	return Record{id, in, critical, words, text, page.Sum(text)}
}

// isFile reports whether a key of the lock is that of a shared file.
func isFile(key string) bool {
	name, ext, ok := strings.Cut(key, ".")
	return ok && page.IsKey(name) && page.IsKey(ext)
}

// records compares the records of a shared file with what was confirmed.
func (c *checker) records(r Records) {
	row := Page{Key: r.Name, States: map[lang.Lang]State{}}
	for _, record := range r.List {
		row.States[record.Lang] = State{Status: Confirmed, Path: r.Path}
	}
	switch {
	case r.HasErrors:
		row.raiseAll(Differs)
	case c.unlocked(): // which is a problem if there are translations to compare
		row.raiseAll(Unconfirmed)
	default:
		var groups [][]version
		for _, list := range r.groups() {
			groups = append(groups, c.editions(r, list))
		}
		c.judge(&row, groups)
	}
	c.report.Shared = append(c.report.Shared, row)
}

// groups returns the records, those with the same ID together.
func (r Records) groups() (groups [][]Record) {
	for i, record := range r.List {
		if i > 0 && record.ID == r.List[i-1].ID {
			last := &groups[len(groups)-1]
			*last = append(*last, record)
		} else {
			groups = append(groups, []Record{record})
		}
	}
	return groups
}

// editions returns a record in all its languages.
func (c *checker) editions(r Records, list []Record) []version {
	versions := make([]version, len(list))
	for i, record := range list {
		v := version{
			key:    lockKey{r.Name, record.ID, record.Lang},
			path:   r.Path,
			start:  record.Words[0].Offset,
			sum:    record.sum,
			marked: record.Critical,
			read:   func() []page.Word { return record.Words },
		}
		c.look(&v)
		v.critical = record.Critical || v.entry.critical
		versions[i] = v
	}
	return versions
}

// ids returns the ids of the records.
func (r Records) ids() (list []string) {
	for _, record := range r.List {
		list = append(list, record.ID)
	}
	return slices.Compact(list)
}

// has reports whether a key of the lock is that of a record.
func (r Records) has(k lockKey) bool {
	return slices.ContainsFunc(r.List, func(record Record) bool {
		return record.ID == k.ID && record.Lang == k.Lang
	})
}

// recordsByName returns the records of all shared files by the names of these.
func (s Subject) recordsByName() map[string]Records {
	files := map[string]Records{}
	for _, r := range s.Records {
		files[r.Name] = r
	}
	return files
}
