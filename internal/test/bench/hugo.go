package main

import "embed"

// hugoSite is the Hugo site around the corpus: configuration, layouts and short
// codes.
//
//go:embed all:hugo
var hugoSite embed.FS
