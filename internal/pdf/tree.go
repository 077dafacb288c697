package pdf

import (
	"fmt"
	"maps"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// An element is a node of the structure tree: a heading, a list, a link and so on.
type element struct {
	kind    string
	entries types.Dict // what it says of itself, such as its language
	kids    []kid
}

// A kid is an *element, a *mark or an *annotation.
type kid any

// A mark is a marked part of a page's content.
type mark struct{ page, id int }

// An annotation is an area on a page that is a link.
type annotation struct {
	page int
	ref  types.IndirectRef
}

// own are the entries of an element that are kept; the others are its place in the tree.
var own = []string{"A", "ActualText", "Alt", "E", "Lang", "T"}

// readTree returns the top of the structure tree, the document.
func (d *document) readTree() (*element, error) {
	pages := map[types.Object]int{}
	for i, ref := range d.pages {
		pages[ref] = i
	}
	kids, err := d.readKids(d.dict(d.catalog["StructTreeRoot"])["K"], pages, -1)
	if err != nil {
		return nil, err
	}
	if len(kids) == 1 {
		if top, ok := kids[0].(*element); ok {
			return top, nil
		}
	}
	return nil, fmt.Errorf("the structure tree has %d tops", len(kids))
}

// readKids reads what is in an element on a page, -1 if that is not known.
func (d *document) readKids(o types.Object, pages map[types.Object]int, page int) ([]kid, error) {
	switch v := d.direct(o).(type) {
	case nil:
		return nil, nil
	case types.Integer:
		if page < 0 {
			return nil, fmt.Errorf("marked content is on no page")
		}
		return []kid{&mark{page, int(v)}}, nil
	case types.Array:
		var kids []kid
		for _, item := range v {
			more, err := d.readKids(item, pages, page)
			if err != nil {
				return nil, err
			}
			kids = append(kids, more...)
		}
		return kids, nil
	case types.Dict:
		return d.readKid(v, pages, page)
	}
	return nil, fmt.Errorf("the structure tree has %v", o)
}

// readKid reads a kid that is a dictionary.
func (d *document) readKid(dict types.Dict, pages map[types.Object]int, page int) ([]kid, error) {
	if i, known := pages[dict["Pg"]]; known {
		page = i
	}
	switch dict["Type"] {
	case types.Name("MCR"):
		return d.readKids(dict["MCID"], pages, page)
	case types.Name("OBJR"):
		ref, ok := dict["Obj"].(types.IndirectRef)
		if !ok || page < 0 {
			return nil, fmt.Errorf("the structure tree has an object on no page")
		}
		return []kid{&annotation{page, ref}}, nil
	}
	kind, ok := dict["S"].(types.Name)
	if !ok {
		return nil, fmt.Errorf("an element of the structure tree has no type")
	}
	e := &element{kind: string(kind), entries: types.Dict{}}
	for _, key := range own {
		if value := d.direct(dict[key]); value != nil {
			e.entries[key] = value
		}
	}
	var err error
	e.kids, err = d.readKids(dict["K"], pages, page)
	return []kid{e}, err
}

// A treeWriter makes the objects of a structure tree.
type treeWriter struct {
	doc   *document
	marks []types.Array                           // by page, the element of each mark
	areas map[types.IndirectRef]types.IndirectRef // the element of each annotation
	order []types.IndirectRef                     // annotations in their order
}

// writeTree replaces the structure tree. roles maps the types that PDF 1.7 does not have.
func (d *document) writeTree(top *element, roles types.Dict) error {
	root, err := d.add(types.Dict{})
	if err != nil {
		return err
	}
	w := &treeWriter{
		doc: d, marks: make([]types.Array, len(d.pages)), areas: map[types.IndirectRef]types.IndirectRef{},
	}
	ref, err := w.element(top, root)
	if err != nil {
		return err
	}
	tree := d.dict(root)
	tree["Type"], tree["K"], tree["RoleMap"] = types.Name("StructTreeRoot"), ref, roles
	d.catalog["StructTreeRoot"] = root
	return w.parents(tree)
}

// element makes the object of an element, and those of what is in it.
func (w *treeWriter) element(e *element, parent types.IndirectRef) (types.IndirectRef, error) {
	dict := types.Dict{"S": types.Name(e.kind), "P": parent}
	maps.Copy(dict, e.entries)
	ref, err := w.doc.add(dict)
	if err != nil {
		return ref, err
	}
	page := -1
	var kids types.Array
	for _, k := range e.kids {
		o, on, err := w.kid(k, ref, page)
		if err != nil {
			return ref, err
		}
		if page < 0 && on >= 0 {
			page = on
			dict["Pg"] = w.doc.pages[page]
		}
		kids = append(kids, o)
	}
	switch len(kids) {
	case 0:
	case 1:
		dict["K"] = kids[0]
	default:
		dict["K"] = kids
	}
	return ref, nil
}

// kid makes the object of a kid of an element that is on a page, and returns on which
// page the kid itself is, -1 if it is an element.
func (w *treeWriter) kid(k kid, parent types.IndirectRef, page int) (types.Object, int, error) {
	switch v := k.(type) {
	case *element:
		ref, err := w.element(v, parent)
		return ref, -1, err
	case *mark:
		for len(w.marks[v.page]) <= v.id {
			w.marks[v.page] = append(w.marks[v.page], nil)
		}
		w.marks[v.page][v.id] = parent
		if page < 0 || page == v.page {
			return types.Integer(v.id), v.page, nil
		}
		return types.Dict{
			"Type": types.Name("MCR"), "Pg": w.doc.pages[v.page], "MCID": types.Integer(v.id),
		}, v.page, nil
	case *annotation:
		w.areas[v.ref] = parent
		w.order = append(w.order, v.ref)
		return types.Dict{"Type": types.Name("OBJR"), "Pg": w.doc.pages[v.page], "Obj": v.ref}, v.page, nil
	}
	return nil, -1, fmt.Errorf("%T cannot be in a structure tree", k)
}

// parents writes which element each mark and each annotation is in.
func (w *treeWriter) parents(tree types.Dict) error {
	var numbers types.Array
	for i, marks := range w.marks {
		ref, err := w.doc.add(marks)
		if err != nil {
			return err
		}
		numbers = append(numbers, types.Integer(i), ref)
		w.doc.dict(w.doc.pages[i])["StructParents"] = types.Integer(i)
	}
	for i, ref := range w.order {
		key := types.Integer(len(w.marks) + i)
		numbers = append(numbers, key, w.areas[ref])
		w.doc.dict(ref)["StructParent"] = key
	}
	parents, err := w.doc.add(types.Dict{"Nums": numbers})
	tree["ParentTree"] = parents
	tree["ParentTreeNextKey"] = types.Integer(len(w.marks) + len(w.order))
	return err
}
