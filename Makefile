# `make` alone prints this help.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

PYTHON ?= python3
PORT ?= 8000
export PORT
# Material's notice of its end is known: the same mkdocs.yml builds with its successor, in the tests.
export NO_MKDOCS_2_WARNING := 1
# Hundreds of processes start: without kept bytecode each of them compiles its libraries anew.
unexport PYTHONDONTWRITEBYTECODE
# Node.js and npm come with the Python packages.
export PATH := $(CURDIR)/.venv/bin:$(PATH)

BIN := .venv/bin
UV := $(BIN)/uv
READY := build/ready
# Functions, too: browsers check lists by them.
SITE_SOURCES := $(shell find site content shared_rules functions/platform functions/records functions/rosters tests/cases -type f -not -path '*/__pycache__/*' 2>/dev/null)

say = @printf '\n\033[1m%s\033[0m\n' '$(1)'

.PHONY: help
help: ## Show this help
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sort | awk -F ':.*## ' '{printf "  make %-16s %s\n", $$1, $$2}'

.PHONY: serve
serve: $(READY)/python build/site/index.html ## Serve site and API with an embedded AWS at http://127.0.0.1:8000/ (PORT=… changes it, TODAY=2027-03-01 begins on that day)
	@# What the functions log of each request would push the words of what to try out of sight.
	@POWERTOOLS_LOG_LEVEL=$${LOG_LEVEL:-WARNING} $(BIN)/python -m functions.local

.PHONY: test
test: $(READY)/python ## Everything that must hold: lint, types, unit, JS, AWS and browser tests
	@# Four for two processors: what is installed waits for the network.
	@$(MAKE) --no-print-directory -j 4 lint types check-generated test-js installed
	@$(MAKE) --no-print-directory test-python

.PHONY: check
check: $(READY)/python $(READY)/node ## The short loop, in under a minute: lint, types, rules and their hand-written cases
	@$(MAKE) --no-print-directory -j 2 check-python check-js
	@echo 'Lint, types, rules and cases hold; make test tells of everything else.'

# Two lanes for two processors, each from what fails fastest.
.PHONY: check-python check-js
check-python: lint-python
	$(BIN)/python -m functions.local.generate --check
	$(BIN)/mypy
	$(BIN)/python -m pytest -q -n 0 tests/unit/rules tests/unit/test_doctests.py
check-js: lint-js types-js
	npm test --silent >build/test-js.log || { cat build/test-js.log; exit 1; }

.PHONY: lint lint-python lint-js
lint: lint-python lint-js ## Check style and format of Python and JavaScript
lint-python: $(READY)/python
	$(call say,Linting Python)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
lint-js: $(READY)/node
	$(call say,Linting JavaScript)
	npm run --silent lint

.PHONY: types types-python types-js
types: types-python types-js ## Check the types of Python (mypy) and JavaScript (tsc)
types-python: $(READY)/python
	$(call say,Checking types of Python)
	$(BIN)/mypy
types-js: $(READY)/node
	$(call say,Checking types of JavaScript)
	npm run --silent types

.PHONY: test-js
test-js: $(READY)/node ## Run the JavaScript tests
	$(call say,Testing JavaScript)
	npm test --silent

# What the Python tests need beside Python; it waits for the network while lint and types are checked.
.PHONY: installed
installed: $(READY)/node $(READY)/in-browser $(READY)/sam $(READY)/rehearsal $(READY)/browser $(READY)/spreadsheet ; @:

.PHONY: test-python
test-python: $(READY)/python installed ## Run the Python tests: rules, functions, template, site, browser
	$(call say,Testing Python — with the browser and the AWS emulator this takes some minutes)
	$(BIN)/python -m pytest

.PHONY: pictures
pictures: $(READY)/python $(READY)/node $(READY)/browser ## Keep pictures of the pages that the browser tests come by, in build/screenshots
	PICTURES=1 $(BIN)/python -m pytest tests/browser

.PHONY: lighthouse
lighthouse: $(READY)/python $(READY)/node $(READY)/browser ## Let Lighthouse mark the main pages as a phone sees them (some minutes; leave the machine alone)
	$(BIN)/python -m pytest -n 0 tests/browser/lighthouse_scores.py

# Not part of `make test`: it downloads a browser and a Playwright of that time, and takes some minutes.
.PHONY: old-browser
old-browser: $(READY)/old-browser installed ## Walk checker, list, report and state in Chromium 83, close above the oldest that is promised
	PYTHONPATH=build/old-browser/playwright CHROMIUM=$(CURDIR)/build/old-browser/chromium \
		$(BIN)/python -m pytest -n 0 $(OLD_BROWSER_TESTS)

OLD_BROWSER_TESTS := \
	tests/browser/test_roster_journey.py::test_from_a_flawed_list_to_a_receipt_a_printed_form_and_a_state \
	tests/browser/test_roster_journey.py::test_the_demo_goes_from_mistakes_to_a_receipt_and_sends_nothing \
	tests/browser/test_claim_report.py::test_a_late_report_of_a_husband_without_any_paper_is_taken \
	tests/browser/test_claim_report.py::test_the_demo_goes_to_a_receipt_sends_nothing_and_leaves_her_draft_alone \
	tests/browser/test_eligibility.py::test_every_answer_has_its_reason_its_article_and_what_to_do \
	tests/browser/test_eligibility.py::test_on_a_phone_the_way_back_and_the_date_are_in_sight

# Not part of `make test`: it installs the distribution's WebKitGTK with its driver.
.PHONY: webkit
webkit: $(READY)/webkit $(READY)/node ## Walk checker, list, state, claim, search and colours in WebKitGTK, the nearest to Safari that Debian has
	PYTHONPATH=build/webkit xvfb-run --auto-servernum $(BIN)/python -m pytest -n 0 tests/browser/webkit_journeys.py

# Not part of `make test`: it needs a Java, downloads 57 MB, and takes some minutes.
.PHONY: test-engines
test-engines: $(READY)/engines installed ## Run the tests of the functions with their table in DynamoDB Local, which refuses more than the emulator
	DYNAMODB_LOCAL=$(CURDIR)/build/engines/package/emulator $(BIN)/python -m pytest -n 2 \
		tests/functional tests/story $(WITHOUT_TABLE:%=--ignore=tests/functional/%)

# Not part of `make test`: the functions run on another Python than that of this machine, which takes some minutes.
.PHONY: test-production
test-production: $(READY)/production-python installed ## Run the tests of rules and functions on the Python that AWS runs them on
	$(call say,Testing on the Python of the functions)
	build/production-python/bin/python -m pytest -n 2 tests/unit tests/functional tests/story --ignore=tests/unit/site

# What does not touch the table of this process.
WITHOUT_TABLE := test_archive.py test_package.py test_publish.py

.PHONY: format
format: $(READY)/python $(READY)/node ## Format Python and JavaScript
	$(BIN)/ruff check --fix --quiet . ; $(BIN)/ruff format .
	npm run --silent format

.PHONY: site
site: build/site/index.html ## Build the site into build/site (BUILDER=zensical with the successor of Material for MkDocs)

# Or zensical. The site is built anew when this changes.
BUILDER ?= mkdocs
export BUILDER
$(READY)/by-$(BUILDER):
	@mkdir -p $(@D) && rm -f $(READY)/by-* && touch $@

# Rules of an older plan must not be published: the comparison comes first, every time.
build/site/index.html: mkdocs.yml pyproject.toml $(SITE_SOURCES) $(READY)/node $(READY)/in-browser $(READY)/by-$(BUILDER) | $(READY)/python check-generated
	$(call say,Building the site)
	$(BIN)/python site/build.py $(@D)

.PHONY: generate
generate: $(READY)/python $(READY)/node ## Write the files that are made from code and plans
	$(BIN)/python -m functions.local.generate
	$(BIN)/python -m tests.vectors.generate
	npm run --silent api-types

.PHONY: check-generated
check-generated: $(READY)/python ## Fail when a generated file is stale
	$(call say,Comparing generated files)
	$(BIN)/python -m functions.local.generate --check

.PHONY: bench
bench: $(READY)/python $(READY)/node $(READY)/in-browser ## Measure how fast the rules are, beside kept libraries
	$(call say,Measuring)
	PYTHONPATH=site $(BIN)/python -m tests.bench

.PHONY: cost
cost: build/site/index.html $(READY)/browser ## Count what a year of the region costs at AWS, and what dominates (some minutes)
	$(call say,Counting a year)
	@$(BIN)/python -m tests.cost

.PHONY: mutants
mutants: $(READY)/python $(READY)/mutants ## Change the rules one place at a time and see that tests notice (hours; MUTANTS=shared_rules.days* for some)
	$(call say,Mutating the rules)
	@# A mutant may write a text without end, and must not take the machine's memory with it.
	ulimit -v 6000000 2>/dev/null; $(MUTMUT) -m mutmut run --max-children 1 $(MUTANTS)
	$(MUTMUT) -m tests.mutants

MUTMUT = PYTHONPATH=build/mutmut $(BIN)/python

.PHONY: audit
audit: $(READY)/audit $(READY)/node ## Ask the registries for known holes of all that is locked, and hold licences of what ships beside those allowed
	$(call say,Asking for known holes)
	$(BIN)/python -m pytest -q -n 0 tests/unit/test_licences.py
	@PYTHONPATH=build/audit $(BIN)/python -m tests.audit

.PHONY: package
package: $(READY)/sam ## Package the functions for AWS into build/functions.zip, which sam deploy uploads
	@# What an earlier version built there, sam would take before the template.
	rm -rf .aws-sam build/package
	$(MAKE) --no-print-directory -f functions/Makefile archive

.PHONY: redrive
redrive: $(READY)/python ## Put follow-ups that were given up back to work (STACK=… names the deployed stack)
	@$(BIN)/python -m functions.operations.redrive $(STACK)

.PHONY: search-index
search-index: $(READY)/python ## Have the desk's search find what was kept before it had an index (STACK=… names the deployed stack)
	@$(BIN)/python -m functions.operations.search_index $(STACK)

.PHONY: rehash
rehash: $(READY)/python ## Put everybody under the newest key of the keyed hashes (STACK=… names the deployed stack)
	@$(BIN)/python -m functions.operations.rehash $(STACK)

# What docs/operations tells whoever runs the service to do when something is lost, on the emulator.
.PHONY: drill
drill: $(READY)/python ## Lose keys, and table and files of a region, on the emulator, and bring them back
	DRILL_LISTS=1000 $(BIN)/python -m pytest -n 0 tests/functional/test_key_drills.py tests/functional/test_restore_drill.py

.PHONY: lock
lock: $(READY)/python ## Resolve the dependencies anew into the lock files
	$(UV) pip compile $(LOCK) pyproject.toml -o functions/requirements.txt
	$(UV) pip compile $(LOCK) --group installer -o requirements-uv.txt
	$(UV) pip compile $(LOCK) pyproject.toml --group dev --group installer -c functions/requirements.txt -c requirements-uv.txt -o requirements.txt
	$(UV) pip compile $(LOCK) --group browser -c functions/requirements.txt -o requirements-browser.txt
	$(UV) pip compile $(LOCK) --group sam -o requirements-sam.txt
	$(UV) pip compile $(LOCK) --group rehearsal -o requirements-rehearsal.txt
	$(UV) pip compile $(LOCK) --group old-browser -o requirements-old-browser.txt
	$(UV) pip compile $(LOCK) --group webkit -c requirements.txt -o requirements-webkit.txt
	$(UV) pip compile $(LOCK) --group mutants -c requirements.txt -o requirements-mutants.txt
	$(UV) pip compile $(LOCK) --group audit -c requirements.txt -o requirements-audit.txt

LOCK := --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-strip-extras \
	--no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock'

.PHONY: clean
clean: ## Remove everything that make made
	rm -rf .venv .venv-sam .aws-sam .cache build mutants node_modules

# ---- environments: each is made once, and again when its lock file changes

APT_INSTALL = SUDO=$$([ "$$(id -u)" = 0 ] || echo sudo); $$SUDO apt-get update -qq && \
	DEBIAN_FRONTEND=noninteractive $$SUDO apt-get install -y -qq

$(READY)/python: requirements.txt requirements-uv.txt
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 15))' 2>/dev/null || \
		{ echo 'Python 3.11 to 3.14 is needed, with its venv module; name another one with: make PYTHON=python3.12 …'; exit 1; }
	$(call say,Installing the Python packages into .venv)
	@$(PYTHON) -m venv .venv || { echo 'Python cannot make environments here: on Debian, apt-get install python3-venv'; exit 1; }
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-uv.txt 2>build-pip.log || \
		{ tail -n 1 build-pip.log; rm -f build-pip.log; echo 'The packages could not be downloaded: is there a network?'; exit 1; }
	@rm -f build-pip.log
	@$(UV) pip sync --quiet --python .venv --require-hashes requirements.txt || \
		{ echo 'The packages could not be installed: is there a network?'; exit 1; }
	@mkdir -p $(@D) && touch $@

$(READY)/sam: requirements-sam.txt $(READY)/python
	$(call say,Installing AWS SAM into .venv-sam)
	@$(UV) venv --quiet --clear --python $(BIN)/python .venv-sam
	@$(UV) pip sync --quiet --python .venv-sam --require-hashes requirements-sam.txt || \
		{ echo 'AWS SAM could not be installed: is there a network?'; exit 1; }
	@mkdir -p $(@D) && touch $@

# The emulator's Python runs the functions, so it is theirs where this machine has one.
$(READY)/rehearsal: requirements-rehearsal.txt $(READY)/python
	$(call say,Installing the emulator of the rehearsal into build/rehearsal)
	@python=$$($(MAKE) --no-print-directory -f functions/Makefile interpreter); \
	$$python -c '' 2>/dev/null || { python=$(BIN)/python; \
		echo "There is no Python of the functions' version here: they will be rehearsed with that of the tests."; }; \
	$(UV) venv --quiet --clear --python $$python build/rehearsal
	@$(UV) pip sync --quiet --python build/rehearsal --require-hashes requirements-rehearsal.txt || \
		{ echo 'The emulator could not be installed: is there a network?'; exit 1; }
	@mkdir -p $(@D) && touch $@

$(READY)/production-python: requirements.txt $(READY)/python
	$(call say,Installing the Python packages of the tests into build/production-python)
	@python=$$($(MAKE) --no-print-directory -f functions/Makefile interpreter); \
	$$python -c '' 2>/dev/null || \
		{ echo "Lambda runs the functions on a Python that is not here, $$python: install it (pyenv has it), or name it with INTERPRETER=…"; exit 1; }; \
	$(UV) venv --quiet --clear --python $$python build/production-python
	@$(UV) pip sync --quiet --python build/production-python --require-hashes requirements.txt || \
		{ echo 'The packages could not be installed: is there a network?'; exit 1; }
	@mkdir -p $(@D) && touch $@

# Wheels of Pyodide's Python (its version is that of npm's package), which the site serves as they are.
$(READY)/in-browser: requirements-browser.txt $(READY)/python $(READY)/node
	$(call say,Downloading the packages that browsers check lists with into .venv/browser)
	@rm -rf .venv/browser
	@$(BIN)/pip download --quiet --disable-pip-version-check --require-hashes --no-deps --only-binary=:all: \
		--platform pyemscripten_2026_0_wasm32 --python-version 314 -r requirements-browser.txt -d .venv/browser || \
		{ echo 'The packages for browsers could not be downloaded: is there a network?'; exit 1; }
	@mkdir -p $(@D) && touch $@

$(READY)/mutants: requirements-mutants.txt $(READY)/python
	$(call say,Installing mutmut into build/mutmut)
	@rm -rf build/mutmut
	@$(UV) pip install --quiet --python .venv --target build/mutmut --require-hashes -r requirements-mutants.txt || \
		{ echo 'mutmut could not be installed: is there a network?'; exit 1; }
	@mkdir -p $(@D) && touch $@

$(READY)/audit: requirements-audit.txt $(READY)/python
	$(call say,Installing pip-audit into build/audit)
	@rm -rf build/audit
	@$(UV) pip install --quiet --python .venv --target build/audit --require-hashes -r requirements-audit.txt || \
		{ echo 'pip-audit could not be installed: is there a network?'; exit 1; }
	@mkdir -p $(@D) && touch $@

$(READY)/old-browser: requirements-old-browser.txt tests/old_browser/package-lock.json $(READY)/node
	$(call say,Installing Chromium 83 into build/old-browser)
	@rm -rf build/old-browser && mkdir -p build/old-browser
	@cp tests/old_browser/package.json tests/old_browser/package-lock.json build/old-browser
	@npm ci --silent --no-audit --no-fund --ignore-scripts --legacy-peer-deps --prefix build/old-browser && \
		node tests/old_browser/unpack.js build/old-browser && \
		$(UV) pip install --quiet --python .venv --target build/old-browser/playwright --require-hashes -r requirements-old-browser.txt || \
		{ echo 'The old browser could not be installed: is there a network?'; exit 1; }
	@mkdir -p $(@D) && touch $@

$(READY)/webkit: requirements-webkit.txt $(READY)/python | $(READY)/browser # one apt at a time, and a Chinese font
	$(call say,Looking for WebKitGTK and installing Selenium into build/webkit)
	@if command -v WebKitWebDriver >/dev/null && command -v xvfb-run >/dev/null; then :; \
	elif command -v apt-get >/dev/null; then $(APT_INSTALL) --no-install-recommends webkit2gtk-driver xvfb xauth >/dev/null; \
	else echo 'WebKitGTK is needed with its driver, and a screen: the commands WebKitWebDriver and xvfb-run'; exit 1; fi
	@rm -rf build/webkit
	@$(UV) pip install --quiet --python .venv --target build/webkit --require-hashes -r requirements-webkit.txt || \
		{ echo 'Selenium could not be installed: is there a network?'; exit 1; }
	@mkdir -p $(@D) && touch $@

# AWS gives it away as an archive; npm has the same inside a package, of which nothing else is used.
ENGINE := amplify-dynamodb-simulator
$(READY)/engines: tests/engines/dynamodb-local.sha512 $(READY)/node $(READY)/java
	$(call say,Unpacking DynamoDB Local into build/engines)
	@rm -rf build/engines && mkdir -p build/engines
	@npm pack --silent --pack-destination build/engines $(ENGINE)@$$(sed 's/.*-\([0-9.]*\)\.tgz/\1/' $<) >/dev/null || \
		{ echo 'DynamoDB Local could not be downloaded: is there a network?'; exit 1; }
	@cd build/engines && shasum --quiet --algorithm 512 --check $(CURDIR)/$< && tar -xzf $(ENGINE)-*.tgz package/emulator
	@mkdir -p $(@D) && touch $@

$(READY)/java: | $(READY)/spreadsheet # one apt at a time
	$(call say,Looking for a Java)
	@if java -version 2>/dev/null; then :; \
	elif command -v apt-get >/dev/null; then $(APT_INSTALL) --no-install-recommends default-jre-headless >/dev/null; \
	else echo 'A Java of version 17 or newer is needed, with its command java on the path'; exit 1; fi
	@mkdir -p $(@D) && touch $@

$(READY)/node: package-lock.json $(READY)/python
	$(call say,Installing the Node packages)
	@npm ci --silent --no-audit --no-fund || { echo 'The Node packages could not be installed: is there a network?'; exit 1; }
	@mkdir -p $(@D) && touch $@

# The distribution's Chromium without windows, which is quicker, and a Chinese font where there is
# apt; elsewhere Playwright's own.
$(READY)/browser: $(READY)/python
	$(call say,Looking for a browser)
	@if command -v chromium-headless-shell >/dev/null && fc-list ':lang=zh-cn' 2>/dev/null | grep -q . ; then :; \
	elif command -v apt-get >/dev/null; then $(APT_INSTALL) chromium-headless-shell fonts-noto-cjk fontconfig >/dev/null; \
	else $(BIN)/playwright install --only-shell chromium; fi
	@mkdir -p $(@D) && touch $@

# LibreOffice without its windows, in which the tests open and save what the product gives out.
$(READY)/spreadsheet: | $(READY)/browser # one apt at a time
	$(call say,Looking for LibreOffice Calc)
	@if command -v soffice >/dev/null; then :; \
	elif command -v apt-get >/dev/null; then $(APT_INSTALL) --no-install-recommends libreoffice-calc-nogui >/dev/null; \
	else echo 'LibreOffice is needed, with its command soffice on the path'; exit 1; fi
	@mkdir -p $(@D) && touch $@
