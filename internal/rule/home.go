package rule

import (
	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/page"
	"rygghandboka/internal/site"
)

// homes: a site without pages would replace one with pages. The layout of the
// home page links the whole language together, so each language has one, and its
// file is index.md.
func homes(s Subject) (probs diag.List) {
	if len(s.Entries) == 0 {
		probs = append(probs, diag.Errorf("content", 0, "there are no pages").
			Hintf("write content/LANGUAGE/index.md, with kind: home"))
	}
	for _, e := range s.Entries {
		first := e.Key == "index"
		probs = append(probs, offMenu(e)...)
		if first {
			probs = append(probs, homeKeys(e)...)
			probs = append(probs, fullMenu(s, e)...)
		}
		if first && e.Kind != page.HomeKind && !e.Unidentified {
			probs = append(probs, diag.Errorf(e.Path, e.Keys["kind"],
				"the first page of a language is of kind home, not %s", e.Kind))
		}
	}
	return probs
}

// mostInMenu is how many pages a menu may have. It is in the header of all pages, which would
// become heavier with each.
const mostInMenu = 12

// fullMenu refuses a menu that is too long, at the first page for which there is no room.
func fullMenu(s Subject, home *site.Entry) diag.List {
	if home.Index == nil {
		return nil
	}
	var menu []string
	for _, c := range home.Index.Children {
		if !c.OffMenu && !c.Foot {
			menu = append(menu, c.URL)
		}
	}
	if len(menu) <= mostInMenu {
		return nil
	}
	for _, e := range s.Entries {
		if e.URL == menu[mostInMenu] {
			return diag.List{diag.Errorf(e.Path, e.Title.Offset,
				"the menu has %d pages, and there is room for %d", len(menu), mostInMenu).
				Hintf("write off-menu: true, or move pages into a folder")}
		}
	}
	return nil
}

// offMenu refuses to take a page off the menu that could not be in it.
func offMenu(e *site.Entry) diag.List {
	var probs diag.List
	for _, key := range []string{"off-menu", "foot"} {
		if at, given := e.Keys[key]; given && len(e.Trail) >= 2 {
			probs = append(probs, diag.Errorf(e.Path, at, "this page is not in the menu in any case").
				Hintf("remove %s: only pages right below the home page are in the menu", key))
		}
	}
	return probs
}

// homeKeys refuses keys that mean nothing on a home page.
func homeKeys(e *site.Entry) (probs diag.List) {
	for _, key := range []string{"slug", "order", "off-menu", "foot"} {
		if at, given := e.Keys[key]; given {
			probs = append(probs, diag.Errorf(e.Path, at, "a home page has no %s", key))
		}
	}
	return probs
}
