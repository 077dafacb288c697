# `make help` lists the targets. All need Go, and nothing else unless their description says so.

.DEFAULT_GOAL := help
.PHONY: build pdf serve check tools test race lint vulncheck dist golden bench profile fuzz soak lighthouse screens figures \
	schemas clean help

FUZZTIME ?= 20s
BASE ?= https://rygghandboka.example/

build: ## build the site for the address BASE into public/
	go run ./cmd/build -share -precompress -base $(BASE)

pdf: ## the same, with each handout as a PDF file; needs Chromium
	go run ./cmd/build pdf -share -precompress -base $(BASE)

serve: ## show the site at http://127.0.0.1:1313/ and reload on every save
	go run ./cmd/build serve

check: ## report all problems in the content; write nothing
	go run ./cmd/build check

tools: ## install the programs that tests compare with, where permitted
	@.ci/tools

test: tools ## run all tests
	@test -z "$$(gofmt -l cmd internal)" || { echo "not formatted with gofmt:"; gofmt -l cmd internal; exit 1; }
	go vet -tags screens ./...
	go test -timeout 30m ./...

race: ## run the tests that need no browser with the race detector; needs a C compiler
	@go list -f '{{.ImportPath}} {{.TestImports}} {{.XTestImports}}' ./... | grep -v ' .*internal/test/browser' | \
		cut -d ' ' -f 1 | xargs go test -race -timeout 30m

lint: ## run staticcheck, and vet for macOS and Windows
	go tool staticcheck ./...
	GOOS=darwin go vet ./...
	GOOS=windows go vet ./...

vulncheck: ## report known vulnerabilities in the code that is called; needs the network
	@go tool govulncheck ./...; status=$$?; \
		case $$status in 0|3) ;; *) echo "NOT CHECKED: govulncheck did not complete" >&2 ;; esac; exit $$status

dist: ## build the program for Linux, macOS and Windows into dist/, with checksums
	rm -rf dist
	for system in linux darwin windows; do for processor in amd64 arm64; do \
		CGO_ENABLED=0 GOOS=$$system GOARCH=$$processor go build -trimpath -o dist/$$system-$$processor/ ./cmd/build || exit 1; \
	done; done
	cd dist && { sha256sum */build* || shasum -a 256 */build*; } >checksums && mv checksums SHA256SUMS

golden: ## update the text archives; review the difference before you commit it
	go test ./internal/data/bib ./internal/build ./internal/translation ./internal/text/fact ./internal/text/markdown ./internal/base/strict -update

bench: ## time a save until it is on screen, and 50 to 10,000 pages; compare with Hugo if installed
	go test ./cmd/build -run '^$$' -bench SaveToScreen -benchtime 20x
	go run ./internal/test/bench

profile: ## write profiles of cold builds of 1,000 pages to .profile/, for go tool pprof
	go run ./internal/test/bench -profile .profile -pages 1000

fuzz: ## run each fuzz target for FUZZTIME (20s)
	@for package in $$(go list ./...); do \
		for target in $$(go test -list '^Fuzz' $$package | grep '^Fuzz'); do \
			echo "$$package $$target"; \
			go test $$package -run '^$$' -fuzz "^$$target$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 1s || exit 1; \
		done; \
	done

soak: ## compare serve with a fresh build after 500 random sequences of edits
	SEQUENCES=500 go test ./cmd/build -run TestServedIsBuilt -timeout 60m

lighthouse: ## run Lighthouse, as a phone, on a page of each kind; needs node, Chromium and Caddy
	go run ./cmd/build -share -precompress -base http://127.0.0.1:1515/ -out .lighthouse
	cd .ci && npm install --silent --no-save lighthouse@12.8.2 && node lighthouse.mjs ../.lighthouse http://127.0.0.1:1515/

screens: ## write screenshots of each kind of page to screens/: three widths, dark, large text; needs Chromium
	SCREENS=$(CURDIR)/screens go test -tags screens ./cmd/build -run TestScreens -count 1

figures: ## write an image of all figures to figures.png; needs Chromium
	FIGURES=$(CURDIR)/figures.png go test ./cmd/build -run TestFigureSheet -count 1

schemas: ## write the JSON Schemas that editors use to complete keys
	go run ./cmd/build schemas

clean: ## remove everything that the build has written
	rm -rf dist public .public.stage .public.stage.old .public.lock .public.inventory .profile .lighthouse ..lighthouse.* screens

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
