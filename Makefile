# make build   the static binary ./mithaq
# make test    everything; what the machine lacks is skipped and listed at the end (with CI=true it fails)
# make bench   the benchmarks
# make lint    formatting, vet, and the program's own data

GO ?= go
BENCH ?= .
# The race detector needs cgo and a C compiler.
CC_FOUND := $(shell command -v $$($(GO) env CC) 2>/dev/null)
RACE := $(if $(CC_FOUND),-race)

.PHONY: build test bench lint format vet picture clean

build:
	CGO_ENABLED=0 $(GO) build -trimpath -ldflags "-s -w" -o mithaq ./cmd/mithaq

test: format vet
	@test -n "$(RACE)" || echo "WARNING: no C compiler: testing without the race detector" >&2
	@skips=$$(mktemp) || exit 1; \
	CGO_ENABLED=$(if $(RACE),1,0) MITHAQ_TEST_SKIPS=$$skips $(GO) test $(RACE) -timeout 30m ./...; status=$$?; \
	CGO_ENABLED=0 $(GO) test -run TestStore/random ./graph/memory ./graph/sqlite || status=1; \
	CGO_ENABLED=0 $(GO) test -run TestMemory ./cmd/mithaq || status=1; \
	if [ -s $$skips ]; then echo >&2; echo "WARNING: not everything was tested (tests, reason):" >&2; \
		sort -u $$skips | sed 's/^SKIPPED [^:]*: //' | sort | uniq -c >&2; fi; \
	rm -f $$skips; exit $$status

bench:
	$(GO) test -run '^$$' -bench '$(BENCH)' -benchmem -timeout 60m ./...

lint: format vet build
	./mithaq lint

format:
	@out=$$(gofmt -l .) || exit 1; \
	if [ -n "$$out" ]; then echo "not formatted by gofmt:" >&2; echo "$$out" >&2; exit 1; fi

vet:
	$(GO) vet ./...

# The picture of the README, drawn by the real Browser.
picture:
	mkdir -p docs
	CI=true $(GO) test -count=1 ./internal/browsertest -screenshot $(CURDIR)/docs/graph.png

clean:
	rm -f mithaq
