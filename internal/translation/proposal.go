package translation

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/page"
	"rygghandboka/internal/text/lang"
)

// A Proposal is a section or record that is not confirmed as it is now, in all its
// languages, for somebody to look at; or a page that is gone.
type Proposal struct {
	Name     string // exercises/bird-dog#steps; of a page that is gone, exercises/bird-dog
	Critical bool   // until it is confirmed, it is an error
	Named    bool   // somebody asked for it by its own name
	Texts    []Text
}

// NeedsName reports whether the proposal must be asked for by its own name: what is
// critical is not confirmed together with a page or with everything.
func (p Proposal) NeedsName() bool { return p.Critical && !p.Named }

// IsGone reports whether nothing is left of it in any language.
func (p Proposal) IsGone() bool {
	return !slices.ContainsFunc(p.Texts, func(t Text) bool { return !t.Gone })
}

// A Text is a section or record in one language, as it was confirmed and as it is now.
type Text struct {
	Lang   lang.Lang // perhaps NoLang
	Path   string    // of its file
	Offset int       // in its file, of the first change
	Parts  []Part    // all its words
	Known  bool      // it has been confirmed before
	Gone   bool      // it will no longer be in the lock

	key lockKey
	now entry
}

// Propose returns what a confirmation of pages or sections, and of shared files or
// records, would change in the lock. A name is a page's key, or a file's name, or the last
// part of either, with #id for one section or record; the id is empty for the part before
// the first heading. All means every page and file too. If there are errors among the
// problems, the texts differ and nothing is proposed. The error is a name that matches
// nothing.
func (s Subject) Propose(names []string, all bool) ([]Proposal, diag.List, error) {
	in := s.inventory()
	targets, err := in.named(names)
	if err != nil {
		return nil, nil, err
	}
	if all {
		targets = append(targets, in.all()...)
	}
	termless := s.termless()
	var probs diag.List
	for _, t := range targets {
		probs = append(probs, in.invalid(t, func(p *page.Page) bool { return termless[p.Lang] })...)
	}
	if probs.Errors() > 0 {
		return nil, probs, nil
	}
	c := &checker{Subject: s, readers: readers(s.Languages)}
	list := proposals{byName: map[string]int{}}
	for _, t := range targets {
		for _, p := range c.propose(in, t) {
			list.add(p)
		}
	}
	return list.all, nil, nil
}

// proposals has each once, whatever names it was asked for with.
type proposals struct {
	all    []Proposal
	byName map[string]int
}

func (l *proposals) add(p Proposal) {
	if i, ok := l.byName[p.Name]; ok {
		l.all[i].Named = l.all[i].Named || p.Named
		return
	}
	l.byName[p.Name] = len(l.all)
	l.all = append(l.all, p)
}

// propose returns what is not confirmed of a target, and then what is gone.
func (c *checker) propose(in inventory, t target) (list []Proposal) {
	there := map[lockKey]bool{}
	for _, versions := range c.groups(in, t) {
		for _, v := range versions {
			there[v.key] = true
		}
		if slices.ContainsFunc(versions, version.unsettled) {
			list = append(list, Proposal{
				Name:     versions[0].key.String(),
				Critical: c.severe(versions),
				Named:    !t.whole,
				Texts:    textsOf(versions),
			})
		}
	}
	return append(list, c.proposeGone(in, t, there)...)
}

// groups returns the sections or records of a target, each in all its languages. A page in
// one language has nothing to be compared with.
func (c *checker) groups(in inventory, t target) (groups [][]version) {
	if file, ok := in.files[t.key]; ok {
		for _, records := range file.groups() {
			if t.hasID(records[0].ID) {
				groups = append(groups, c.editions(file, records))
			}
		}
		return groups
	}
	if pages := in.pages[t.key]; len(pages) > 1 {
		for _, id := range allIDs(pages) {
			if t.hasID(id) {
				groups = append(groups, c.versions(pages, id))
			}
		}
	}
	return groups
}

// proposeGone proposes to forget what the lock has of a target and no file has any more.
// Nobody can see how much it mattered, so it is critical. A page of which nothing is left
// has one proposal, and is named by its key.
func (c *checker) proposeGone(in inventory, t target, there map[lockKey]bool) (list []Proposal) {
	_, isFile := in.files[t.key]
	pageGone := !isFile && len(in.pages[t.key]) < 2
	gone := slices.DeleteFunc(slices.Clone(in.locked[t.key]), func(k lockKey) bool {
		return !t.has(k) || there[k]
	})
	slices.SortFunc(gone, lockKey.compare)
	found := proposals{byName: map[string]int{}}
	for _, k := range gone {
		name := k.String()
		if pageGone && t.whole {
			name = k.Key
		}
		found.add(Proposal{Name: name, Critical: true, Named: !t.all && (!t.whole || pageGone)})
		p := &found.all[found.byName[name]]
		was := c.Lock.entries[k]
		parts := []Part{{Removed, string(was.text)}}
		p.Texts = append(p.Texts, Text{
			Lang: k.Lang, Path: LockPath, Offset: was.offset, Parts: parts, Known: true, Gone: true, key: k,
		})
	}
	return found.all
}

// textsOf returns versions as somebody looks at them.
func textsOf(versions []version) (texts []Text) {
	for _, v := range versions {
		words := v.read()
		t := Text{
			Lang:   v.key.Lang,
			Path:   v.path,
			Offset: v.firstChange(),
			Parts:  parts(v.changes, words),
			Known:  v.known,
			key:    v.key,
			now:    entry{text: joined(words), sum: v.sum, critical: v.marked},
		}
		texts = append(texts, t)
	}
	return texts
}

// joined returns words with single spaces between them, as the lock has them.
func joined(words []page.Word) []byte { return []byte(strings.Join(texts(words), " ")) }

// Seen returns a sum of the texts: if it is the same, what somebody has looked at is what
// would be confirmed.
func (p Proposal) Seen() string {
	h := sha256.New()
	for _, t := range p.Texts {
		fmt.Fprintf(h, "%s %s %t %q %t\n", t.key, t.Lang, t.Gone, t.now.text, t.now.critical)
	}
	return hex.EncodeToString(h.Sum(nil))
}
