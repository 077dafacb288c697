package page

// A Kind is the name of a kind of page. Its entry in the table kinds lists what is special
// about it; layouts/KIND.html renders it, and layouts/words.yaml has words for it
// (kind-KIND, kinds-KIND). A new kind is an entry, a layout and its words.
type Kind string

// The kinds that other code names, since it does something for them alone. A property
// that several kinds may have belongs in Traits.
const (
	HomeKind       Kind = "home"
	ExerciseKind   Kind = "exercise"
	ProgrammeKind  Kind = "programme"
	FigureKind     Kind = "figure"
	HandoutKind    Kind = "handout"
	ChangesKind    Kind = "changes"
	GlossaryKind   Kind = "glossary"
	ReferencesKind Kind = "references"
	DesignKind     Kind = "design"
	PlainKind      Kind = "page"
)
