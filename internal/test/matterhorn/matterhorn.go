// Package matterhorn checks PDF files against the Matterhorn Protocol, which divides
// PDF/UA-1 (ISO 14289-1) into conditions under which a file fails. Those that a machine
// can check are here, under their numbers. Others start with X: what readers need besides,
// and what the conditions that are not here are about. A file with such a thing fails:
//
//   - forms, layers, attachments, media, encryption, formulas, notes,
//     tables of contents, ruby
//   - X-12, and 31-006: fonts of other kinds than those that Chromium writes
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
