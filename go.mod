module rygghandboka

go 1.26.0

require (
	github.com/alecthomas/chroma/v2 v2.27.0 // text/markdown: highlights code in the authors' guide
	github.com/andybalholm/brotli v1.2.8 // output: compresses as browsers like it best, which no standard package does
	github.com/blevesearch/snowballstem v0.9.0 // text/search: finds the stems of words
	github.com/chromedp/cdproto v0.159.0 // pdf: the messages with which Chromium asks for files
	github.com/chromedp/chromedp v0.23.0 // pdf, and test/browser: drives Chromium
	github.com/fsnotify/fsnotify v1.10.1 // watch: reports a save without polling
	github.com/go-fonts/stix v0.2.2 // draw/socialcard: the letters of social cards, under the SIL Open Font License
	github.com/pdfcpu/pdfcpu v0.15.0 // pdf: reads what Chromium prints, so that it can be tagged; and tests judge it
	github.com/rogpeppe/go-internal v1.16.0 // tests: runs scripts against the real command
	github.com/santhosh-tekuri/jsonschema/v6 v6.0.3 // tests: an outside judge of the JSON Schemas
	github.com/spf13/cobra v1.10.2 // cmd/build: verbs, their help, and completion in shells
	github.com/spf13/pflag v1.0.10 // cmd/build: the flags of verbs
	github.com/tdewolff/minify/v2 v2.24.25 // base/minify: makes HTML, CSS, JavaScript, SVG and XML small
	github.com/tdewolff/parse/v2 v2.8.20 // text/markup: divides HTML into tags and text, as the minifier does
	github.com/yuin/goldmark v1.8.7 // text/markdown: parses CommonMark, with exact positions
	go.yaml.in/yaml/v4 v4.0.0 // base/strict: parses YAML, with positions
	golang.org/x/image v0.47.0 // draw/socialcard: reads fonts and fills outlines
	golang.org/x/net v0.62.0 // tests: reads HTML as a browser does
	golang.org/x/sys v0.50.0 // output: exchanges two folders in one step
	golang.org/x/term v0.48.0 // cmd/build: knows whether somebody is at the other end
	golang.org/x/text v0.43.0 // text/lang: sorts, folds and counts as each language does
	golang.org/x/tools v0.52.0 // tests: reads text archives
	rsc.io/qr v0.2.0 // draw/qr: encodes addresses for paper
)

require (
	github.com/BurntSushi/toml v1.4.1-0.20240526193622-a339e1f7089c // indirect
	github.com/dlclark/regexp2/v2 v2.2.1 // indirect
	github.com/go-json-experiment/json v0.0.0-20260213210345-44df1a37e875 // indirect
	github.com/hhrutter/tiff v1.0.6 // indirect
	github.com/inconshreveable/mousetrap v1.1.0 // indirect
	go.yaml.in/yaml/v3 v3.0.5 // indirect
	golang.org/x/crypto v0.58.0 // indirect
	golang.org/x/exp/typeparams v0.0.0-20231108232855-2478ac86f678 // indirect
	golang.org/x/mod v0.42.0 // indirect
	golang.org/x/sync v0.24.0 // indirect
	golang.org/x/telemetry v0.0.0-20261010193011-f71dc92da45e // indirect
	golang.org/x/vuln v1.9.0 // indirect
	honnef.co/go/tools v0.8.2 // indirect
)

tool (
	golang.org/x/vuln/cmd/govulncheck // make vulncheck: known vulnerabilities in what is called
	honnef.co/go/tools/cmd/staticcheck // make lint: mistakes that compile
)
