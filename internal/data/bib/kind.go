package bib

// Types are the types of works that CSL 1.0.2 has.
var Types = []string{
	"article", "article-journal", "article-magazine", "article-newspaper", "bill", "book", "broadcast", "chapter",
	"classic", "collection", "dataset", "document", "entry", "entry-dictionary", "entry-encyclopedia", "event",
	"figure", "graphic", "hearing", "interview", "legal_case", "legislation", "manuscript", "map", "motion_picture",
	"musical_score", "pamphlet", "paper-conference", "patent", "performance", "periodical",
	"personal_communication", "post", "post-weblog", "regulation", "report", "review", "review-book", "software",
	"song", "speech", "standard", "thesis", "treaty", "webpage",
}

// The groups of types that the style writes differently.

// isArticle reports whether a work is in a journal or a newspaper.
func (w *Work) isArticle() bool {
	switch w.Type {
	case "article-journal", "article-magazine", "article-newspaper":
		return true
	}
	return false
}

func (w *Work) isReview() bool { return w.Type == "review" || w.Type == "review-book" }

// isPart reports whether a work is in a book: In: Book.
func (w *Work) isPart() bool {
	switch w.Type {
	case "chapter", "paper-conference", "entry-dictionary", "entry-encyclopedia":
		return true
	}
	return false
}

func (w *Work) isLaw() bool { return w.Type == "bill" || w.Type == "legislation" }

// isContained reports whether the container has the edition and the mark of the Internet,
// and not the title.
func (w *Work) isContained() bool { return w.isArticle() || w.isReview() || w.isPart() }
