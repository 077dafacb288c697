package build

import (
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"golang.org/x/tools/txtar"

	"rygghandboka/internal/review"
	"rygghandboka/internal/test/layouts"
)

// artificial is a reviewer whom nobody can take for one.
var artificial = review.Reviewer{Name: "Prøve Prøvesen", Role: "oppdiktet"}

// reviewChanges are changes of the sample tree, and what has changed then for whom: the key
// of a page and the names, after "!" if the review is suspended. Any other page is as it was
// reviewed.
var reviewChanges = []struct {
	what, file, from, to string
	want                 string
}{
	{"a step", "no/exercises/bird-dog.md", "Stram.", "Slapp av.", "exercises/bird-dog!Slik gjør du"},
	{"white space", "no/exercises/bird-dog.md", "Løft en arm.", "Løft\n   en arm.", ""},
	{"a starting position", "no/exercises/bird-dog.md", "På alle fire.", "På rygg.", "exercises/bird-dog!Start"},
	{"a mistake", "no/exercises/bird-dog.md", "Du svaier.", "Du ler.", "exercises/bird-dog!Vanlige feil"},
	{"evidence", "no/exercises/bird-dog.md", "Lite er", "Mye er", "exercises/bird-dog Hva vet vi?"},
	{"an introduction", "no/exercises/bird-dog.md", "Innledning.", "Noe.", "exercises/bird-dog Innledningen"},
	{"a title", "no/exercises/bird-dog.md", "title: Diagonalløft", "title: Fuglen", "exercises/bird-dog Tittelen"},
	{"a summary", "no/exercises/bird-dog.md", "Løft.\no", "Opp.\no", "exercises/bird-dog Sammendraget"},
	{"a name", "no/exercises/bird-dog.md", "[fuglehund]", "[hund]", "exercises/bird-dog Andre navn"},
	{"order", "no/exercises/bird-dog.md", "other-names", "order: 3\nother-names", ""},
	{"a section that is gone", "no/exercises/bird-dog.md", "## Tips {#extra}\n\nMer.\n", "",
		"exercises/bird-dog!Tips"},
	{"a new section", "no/exercises/bird-dog.md", "## Hva vet", "## Pauser {#breaks}\n\nRolig.\n\n## Hva vet",
		"exercises/bird-dog!Pauser"},
	{"a dose", "shared/exercises/bird-dog.yaml", "hold: 5-10", "hold: 20",
		"exercises/bird-dog!Så mye; programme!Diagonalløft"},
	{"a caution", "shared/exercises/bird-dog.yaml", "[wrist]", "[knee]", "exercises/bird-dog!Spør først"},
	{"the text of a caution", "no/cautions.md", "Bruk knyttneven.", "Vær modig.",
		"cautions Vondt i håndleddet; exercises/bird-dog!Spør først; exercises/plank!Spør først"},
	{"the text of another caution", "no/cautions.md", "Kne.", "Knær.", "cautions Vondt i kneet"},
	{"a pose", "shared/exercises/bird-dog.yaml", "left-shoulder: 160", "left-shoulder: 120",
		"exercises/bird-dog!Tegningen; programme!Diagonalløft"},
	{"a stage", "shared/exercises/bird-dog.yaml", "stage: 2", "stage: 3", "exercises/bird-dog!stage"},
	{"a muscle", "shared/exercises/plank.yaml", "muscles: [multifidus]", "muscles: []", "exercises/plank Om øvelsen"},
	{"a harder exercise", "shared/exercises/bird-dog.yaml", "harder: [plank]", "no-harder: more",
		"exercises/bird-dog!Tyngre øvelse"},
	{"a comment", "shared/exercises/bird-dog.yaml", "stage: 2", "# Note.\nstage: 2", ""},
	{"a label", "no/feedforward.md", "Med plager", "Uten plager", "article!Tegnet; feedforward!Teksten i tegningen"},
	{"a caption", "no/feedforward.md", "Under", "Over", "article!Tegnet; feedforward!Innledningen"},
	{"a box", "no/tip.md", "godt", "vondt", "exercises/bird-dog!Et tips; tip!Innledningen"},
	{"a box by its key", "no/boxes/keyed.md", "Lukket.", "Borte.",
		"boxes/keyed!Innledningen; programme!Med nøkkel"},
	{"a box in a box", "no/inner.md", "Helt", "Nesten",
		"exercises/bird-dog!Et tips; inner!Innledningen; tip!Indre"},
	{"a box with an alert", "no/guard.md", "nå", "senere",
		"exercises/bird-dog!Når du skal stoppe; guard!Innledningen"},
	{"the title of a page that is linked", "no/tip.md", "Et tips", "Et råd",
		"exercises/bird-dog!Et råd; tip Tittelen"},
	{"a work", "shared/references.json", "Verket", "Et annet verk", "exercises/bird-dog Kilder"},
	{"a work that is not cited", "shared/references.json", "Annet", "Noe", ""},
	{"another citation", "no/exercises/bird-dog.md", "work-2000", "other-2000",
		"exercises/bird-dog Hva vet vi?, Kilder"},
	{"the title of a harder exercise", "no/exercises/plank.md", "Planke", "Planken", "exercises/plank Tittelen"},
	{"text", "no/article.md", "ikke,", "noe,", "article Rolig"},
	{"a row with numbers", "no/article.md", "| 1 |", "| 10 |", "article!Farer"},
	{"a reason", "no/programme.md", "grei", "lett", "programme!Diagonalløft"},
	{"an exercise of a programme", "no/programme.md", "exercise: bird-dog", "exercise: plank",
		"programme!Planke, Øvelser, Diagonalløft"},
	{"a definition", "no/glossary.md", "Flatt.", "Bratt.", "article platå; glossary!platå"},
	{"a list of changes", "no/changes.md", "Første.", "Den første.", ""},
	{"a word of a dose", "layouts", "at-least: {no: minst", "at-least: {no: høyst",
		"exercises/bird-dog!Så mye; programme!Diagonalløft"},
	{"a position's word", "layouts", "position-four-point: {no: på alle fire", "position-four-point: {no: stående",
		"exercises/bird-dog!Stilling; exercises/plank!Stilling"},
	{"the title of alerts", "layouts", `alert-warning: {no: "Samme dag:`, `alert-warning: {no: "Den samme dag:`,
		"exercises/bird-dog!Når du skal stoppe; guard!Innledningen"},
	{"another word", "layouts", "backlinks: {no: Brukes i", "backlinks: {no: Se også", ""},
	{"the label of a part", "layouts", "cautions: {no: Spør først", "cautions: {no: Passer for",
		"exercises/bird-dog!Passer for; exercises/plank!Passer for"},
	{"a word in another language", "layouts", "en: on hands and knees", "en: face down", ""},
}

// Each kind of change suspends the reviews of the pages that show it, or is listed, and
// concerns no other page.
func TestReviewChanges(t *testing.T) {
	tree := reviewTree(t)
	recordReviews(t, tree)
	if got := reviewStates(t, tree); got != "" {
		t.Fatalf("what has just been reviewed has changed: %s", got)
	}
	for _, c := range reviewChanges {
		name := "content/" + c.file
		if c.file == "layouts" {
			name = "layouts/words.yaml"
		}
		before := string(tree[name].Data)
		if !strings.Contains(before, c.from) {
			t.Errorf("%s: %s does not contain %q", c.what, name, c.from)
			continue
		}
		changed := maps.Clone(tree)
		changed[name] = &fstest.MapFile{Data: []byte(strings.Replace(before, c.from, c.to, 1))}
		if got := reviewStates(t, changed); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.what, got, c.want)
		}
	}
}

// reviewTree returns the sample tree.
func reviewTree(t *testing.T) fstest.MapFS {
	data, err := os.ReadFile("testdata/review/tree.txtar")
	if err != nil {
		t.Fatal(err)
	}
	tree, err := layouts.Small(repository)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range txtar.Parse(data).Files {
		tree[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	return tree
}

// recordReviews has all pages of a tree reviewed.
func recordReviews(t *testing.T, tree fstest.MapFS) {
	r := buildTree(t, tree)
	read := Reading{By: artificial, Until: options().Today.AddDate(1, 0, 0)}
	for _, e := range r.Site.Entries {
		read.Names = append(read.Names, e.Key)
	}
	lock, _, probs, err := r.Review(read)
	if err != nil || len(probs) > 0 {
		t.Fatal(probs, err)
	}
	tree[review.LockPath] = &fstest.MapFile{Data: lock.Bytes()}
}

func buildTree(t *testing.T, tree fstest.MapFS) *Result {
	r, err := new(Builder).Build(tree, options())
	if err != nil {
		t.Fatal(err)
	}
	if r.Problems.Errors() > 0 {
		t.Fatal(r.Problems)
	}
	return r
}

// reviewStates writes which pages have changed since their reviews.
func reviewStates(t *testing.T, tree fstest.MapFS) string {
	var states []string
	r := buildTree(t, tree)
	for _, e := range r.Site.Entries {
		state := e.Review
		if state == nil {
			t.Fatalf("%s is not reviewed", e.Key)
		}
		if len(state.Changed) == 0 {
			continue
		}
		mark := " "
		if state.Suspended() {
			mark = "!"
		}
		states = append(states, e.Key+mark+strings.Join(state.Names(), ", "))
	}
	slices.Sort(states)
	return strings.Join(states, "; ")
}

// A review is due 60 days before its end, and overdue after it; after the grace it is an
// error.
func TestReviewEnds(t *testing.T) {
	tree := reviewTree(t)
	recordReviews(t, tree)
	end := options().Today.AddDate(1, 0, 0)
	publisher := "name: {no: P, en: P}\nreport: mailto:a@b.example\nsecurity: mailto:a@b.example\nexpires: 2027-12-01\n"
	for _, c := range []struct {
		days     int
		grace    string
		status   review.Status
		severity string // of the problems, "" if there is none
	}{
		{-61, "", review.Valid, ""},
		{-60, "", review.Due, "warning"},
		{0, "", review.Due, "warning"},
		{1, "", review.Overdue, "warning"},
		{30, "", review.Overdue, "warning"},
		{31, "", review.Overdue, "error"},
		{1, publisher + "review-grace: 0\n", review.Overdue, "error"},
		{90, publisher + "review-grace: 90\n", review.Overdue, "warning"},
		{91, publisher + "review-grace: 90\n", review.Overdue, "error"},
	} {
		late := maps.Clone(tree)
		if c.grace != "" {
			late["content/shared/publisher.yaml"] = &fstest.MapFile{Data: []byte(c.grace)}
		}
		o := options()
		o.Today = end.Add(time.Duration(c.days) * 24 * time.Hour)
		r, err := new(Builder).Build(late, o)
		if err != nil {
			t.Fatal(err)
		}
		severity := ""
		for _, p := range r.Problems {
			if p.File == review.LockPath {
				severity = string(p.Severity)
			}
		}
		if got := r.Site.Entries[0].Review.Status(); got != c.status || severity != c.severity {
			t.Errorf("%d days after the end, %q: %s, %q; want %s, %q",
				c.days, c.grace, got, severity, c.status, c.severity)
		}
	}
}

// The sheet of a page has all its words in numbered lines, and each work below the line that
// cites it. It is in drafts only.
func TestReviewSheet(t *testing.T) {
	tree := reviewTree(t)
	recordReviews(t, tree)
	sheet := func(name string, draft bool) string {
		o := options()
		o.Preview = draft
		r, err := new(Builder).Build(tree, o)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range r.Outputs {
			if f.Path == "_serve/review/no/"+name+"/index.html" {
				data, probs := f.Render()
				if len(probs) > 0 {
					t.Fatal(probs)
				}
				return string(data)
			}
		}
		return ""
	}
	if sheet("exercises/bird-dog", false) != "" {
		t.Error("a published site has review sheets")
	}
	got := sheet("exercises/bird-dog", true) + sheet("article", true)
	for _, want := range []string{
		`<img src="/figures/bird-dog.`,
		"(Løft en arm.)",
		`<img src="/figures/feedforward.no.`,
		"Gjennomgått 1. mars 2026 av Prøve Prøvesen, oppdiktet.",
		"<p>1 Tittelen: Diagonalløft",
		"Så mye: 1 serie à 4–\u20606 repetisjoner per side",
		"Spør først: Vondt i håndleddet: Bruk knyttneven.",
		"Løft en arm.",
		"Stopp nå.",
		"Lite er kjent [1]. [1. Verket.]",
		"Vann er godt.",
		"Helt inne.",
		"Ro hjelper ikke, og platået er der. [platå: Flatt.]",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the sheet lacks %q:\n%s", want, got)
		}
	}
}
