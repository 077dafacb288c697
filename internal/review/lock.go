package review

import (
	"bytes"
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/source"
	"rygghandboka/internal/text/lang"
)

// LockPath is the path of the lock in the input tree.
const LockPath = "content/shared/reviews.lock"

// version is the first line of a lock.
const version = "reviews 1"

// A Lock is all reviews. It is a file of lines: one for the review of a page in a language,
// and one for each part that the page showed, with its sum, whether a change of it is
// critical, and its name, which is needed once it is gone:
//
//	reviews 1
//
//	exercises/bird-dog no reviewed 2026-02-01 2027-02-01 Navn Navnesen, fysioterapeut
//	exercises/bird-dog no #steps 5f0c9e1d2b3a4867 critical Slik gjør du
//	exercises/bird-dog no work:maher-2017 0b1c2d3e4f506172 minor Kilder
//
// The reviews are sorted, with an empty line between them, so that two people who review
// different pages have no merge conflict.
type Lock struct {
	reviews map[key]*Review
}

// A key is a page in one language.
type key struct {
	Key  string
	Lang lang.Lang
}

func (k key) compare(to key) int {
	return cmp.Or(cmp.Compare(k.Key, to.Key), cmp.Compare(k.Lang, to.Lang))
}

// Get returns the review of a page in a language, nil if there is none.
func (l *Lock) Get(page string, in lang.Lang) *Review { return l.reviews[key{page, in}] }

// All returns all reviews, sorted.
func (l *Lock) All() (list []*Review) {
	for _, k := range slices.SortedFunc(maps.Keys(l.reviews), key.compare) {
		list = append(list, l.reviews[k])
	}
	return list
}

// With returns a lock that also has a review, in the place of one of the same page.
func (l *Lock) With(r *Review) *Lock {
	out := &Lock{map[key]*Review{}}
	maps.Copy(out.reviews, l.reviews)
	out.reviews[key{r.Key, r.Lang}] = r
	return out
}

// Bytes returns the lock as its file.
func (l *Lock) Bytes() []byte {
	var b bytes.Buffer
	fmt.Fprintln(&b, version)
	for _, r := range l.All() {
		fmt.Fprintf(&b, "\n%s %s reviewed %s %s %s\n", r.Key, r.Lang,
			r.On.Format(time.DateOnly), r.Until.Format(time.DateOnly), r.By)
		for _, p := range slices.SortedFunc(slices.Values(r.Parts), func(a, b Part) int {
			return cmp.Compare(a.ID, b.ID)
		}) {
			fmt.Fprintf(&b, "%s %s %s %s %s %s\n", r.Key, r.Lang, p.ID, p.Sum, weight(p.Critical), oneLine(p.Name))
		}
	}
	return b.Bytes()
}

func weight(critical bool) string {
	if critical {
		return "critical"
	}
	return "minor"
}

// ParseLock parses the lock. A missing file is a lock without reviews.
func ParseLock(f source.File) (*Lock, diag.List) {
	p := parser{file: f.Path, lock: &Lock{map[key]*Review{}}}
	if len(f.Data) == 0 {
		return p.lock, nil
	}
	offset := 0
	for line := range strings.Lines(string(f.Data)) {
		text := strings.TrimSuffix(line, "\n")
		switch {
		case offset == 0 && text != version:
			return p.lock, diag.List{diag.Errorf(f.Path, 0, "the reviews have another format than %q", version).
				Hintf("restore the first line, or use the program that wrote the file")}
		case offset > 0 && strings.TrimSpace(text) != "":
			p.line(text, offset)
		}
		offset += len(line)
	}
	return p.lock, p.probs
}

// A parser parses the lines of a lock.
type parser struct {
	file  string
	lock  *Lock
	probs diag.List
}

// line parses a line that is not empty.
func (p *parser) line(text string, offset int) {
	fields := strings.SplitN(text, " ", 6)
	wrong := func(format string, args ...any) {
		p.probs = append(p.probs, diag.Errorf(p.file, offset, format, args...).
			Hintf("restore the line, or delete those of the page and have it reviewed again"))
	}
	if len(fields) < 6 {
		wrong("this is not a line of the reviews")
		return
	}
	k := key{fields[0], lang.Lang(fields[1])}
	r := p.lock.reviews[k]
	if fields[2] == "reviewed" {
		added, ok := parseReview(k, fields, offset)
		switch {
		case !ok:
			wrong("this is not a review: it needs two days, a name and a role")
		case added.Until.After(Latest(added.On)):
			wrong("a review is valid for at most %d years, and this one until %s", MostYears, fields[4])
		case r != nil:
			wrong("%s in %q is reviewed twice", k.Key, k.Lang)
		default:
			p.lock.reviews[k] = added
		}
		return
	}
	part, ok := parsePart(fields)
	switch {
	case !ok:
		wrong("this is not a part of a page: it needs an id, a sum, critical or minor, and a name")
	case r == nil:
		wrong("no line above says who has reviewed %s in %q", k.Key, k.Lang)
	case slices.ContainsFunc(r.Parts, func(other Part) bool { return other.ID == part.ID }):
		wrong("the part %s of %s is here twice", part.ID, k.Key)
	default:
		r.Parts = append(r.Parts, part)
	}
}

// parseReview parses the line of a review.
func parseReview(k key, fields []string, offset int) (*Review, bool) {
	on, err1 := time.Parse(time.DateOnly, fields[3])
	until, err2 := time.Parse(time.DateOnly, fields[4])
	by, err3 := ParseReviewer(fields[5])
	ok := err1 == nil && err2 == nil && err3 == nil && until.After(on)
	return &Review{Key: k.Key, Lang: k.Lang, By: by, On: on, Until: until, Offset: offset}, ok
}

// parsePart parses the line of a part.
func parsePart(fields []string) (Part, bool) {
	p := Part{ID: fields[2], Sum: Sum(fields[3]), Critical: fields[4] == weight(true), Name: fields[5]}
	ok := idForm.MatchString(p.ID) && sumForm.MatchString(fields[3]) && fields[4] == weight(p.Critical)
	return p, ok && strings.TrimSpace(p.Name) != ""
}
