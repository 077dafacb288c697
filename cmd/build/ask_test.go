package main

import (
	"embed"
	"encoding/json"
	"fmt"
	"path"

	"rygghandboka/internal/test/browser"
)

// scripts are what tests ask a page and do with it: a file is a function, which has the
// name of the file.
//
//go:embed testdata/js
var scripts embed.FS

// call returns a JavaScript expression that calls a function of testdata/js, such as
// page/click.
func call(function string, args ...any) string {
	text, err := scripts.ReadFile("testdata/js/" + function + ".js")
	if err != nil {
		panic(err)
	}
	list, err := json.Marshal(append([]any{}, args...))
	if err != nil {
		panic(err)
	}
	return fmt.Sprintf("(() => {\n%s\nreturn %s(...%s);\n})()", text, path.Base(function), list)
}

// ask returns what a function returns, or what its promise comes to.
func ask[T any](p browser.Page, function string, args ...any) T {
	return browser.Eval[T](p, call(function, args...))
}

// act calls a function that returns nothing.
func act(p browser.Page, function string, args ...any) {
	browser.Eval[bool](p, "("+call(function, args...)+", true)")
}

// wait waits until a function returns true, or until its promise comes to that.
func wait(p browser.Page, function string, args ...any) {
	p.Wait(call(function, args...))
}
