// Package matterhorn checks PDF files against the Matterhorn Protocol 1.1, which divides
// PDF/UA-1 (ISO 14289-1) into conditions under which a file fails. Those that a machine
// can check are here, under their numbers, except:
//
//   - those on what no file here has: forms, layers, attachments, media, encryption,
//     formulas, notes, tables of contents, ruby. A file that has some is not judged, which
//     is a fault of its own.
//   - 31-012 to 31-015 and 31-017 to 31-026, on kinds of fonts that no file here has,
//     likewise.
//
// What only a person can judge, such as whether a text alternative is a good one, is not
// here. No other validator has confirmed the results.
//
// The package shares no code with what makes the files.
//
//	file.go		a parsed file
//	tree.go		its structure tree
//	content.go	what its pages show, and in which marks
//	font.go		its fonts
//	view.go		all that the conditions look at
//	content_condition.go, structure_condition.go, document_condition.go,
//	annotation_condition.go, font_condition.go
//			the conditions
//	condition.go	all of them
package matterhorn
