# Thin names over Maven and scripts. "make" alone says what there is.
.DEFAULT_GOAL := help
.PHONY: help demo build test acceptance soak fuzz bench ci check format sizes clean

help: ## say what there is
	@echo "fobsmith: a simulator and provisioning station for physical TOTP tokens"
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1|\2/p' $(MAKEFILE_LIST) | awk -F'|' '{ printf "%-17s %s\n", $$1, $$2 }'

demo: ## from a vendor's seed file to a signed-in session, in a temporary folder
	@./fobsmith demo

build: ## build what is missing
	@scripts/build

test: ## install what the tests need, then run the whole suite with all guards
	@scripts/packages install
	@scripts/mvn25 -T 1C verify

acceptance: build ## drive the real aws command line against the service
	@src/checks/acceptance/run

soak: ## race one code a thousand times, import two hundred thousand keys in a small heap
	@scripts/mvn25 verify -pl src/checks -am -Dtest=OneCodeRaceTest -Dsurefire.failIfNoSpecifiedTests=false -Drace.rounds=1000
	@scripts/mvn25 verify -pl src/cli -am -Dtest=LargeImportTest -Dsurefire.failIfNoSpecifiedTests=false -Dimport.keys=200000

fuzz: ## throw made-up bytes at every reader, 15 s each: FUZZ_SECONDS=60 make fuzz TARGETS="pskc policy"
	@scripts/fuzz $(TARGETS)

bench: ## the service beside a handler that does nothing, drivers beside bare links, a fleet's memory, a million keys
	@scripts/bench-http
	@scripts/bench-links
	@scripts/bench-seedfiles

ci: ## what has to pass before anything lands: test, then acceptance
	@CI=true $(MAKE) --no-print-directory test
	@CI=true $(MAKE) --no-print-directory acceptance

check: ## compile with all guards and check the format, without the tests
	@scripts/mvn25 -q verify -DskipTests

format: ## format the Java code
	@scripts/mvn25 -q spotless:apply

sizes: ## lines per file
	@scripts/sizes

clean: ## remove what was built
	@scripts/mvn25 -q clean
