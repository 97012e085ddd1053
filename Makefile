# Every command a person needs. `make demo` and `make test` set up what they lack on Debian 12.

PACKAGE  := geofa_sociodemografi
PYTHON   := /usr/bin/python3
BUILD    := build
VENV     := $(BUILD)/venv
LANGUAGE ?= da
SUDO     := $(shell [ "$$(id -u)" = 0 ] || echo sudo)

APT_RUN  := qgis python3-qgis python3-pandas python3-numpy python3-scipy python3-requests python3-openpyxl qttools5-dev-tools fonts-dejavu-core
APT_DEV  := pyqt5-dev-tools
APT_TEST := python3-venv xvfb xauth postgresql postgresql-postgis postgresql-postgis-scripts \
            nginx-light spawn-fcgi cgi-mapserver qgis-server python3-flask python3-psycopg2 poppler-utils git ca-certificates

LRELEASE := /usr/lib/qt5/bin/lrelease
TS       := $(wildcard resources/i18n/*.ts)
QM       := $(TS:.ts=.qm)
SOURCES  := plugin.py $(shell find core ui -name '*.py')

.PHONY: help demo run test unit slow coverage bench docs package deploy geofa-up geofa-down i18n lint typecheck clean apt-run apt-test apt-dev

help:
	@echo "make demo        the whole job on the example municipality, results in build/demo"
	@echo "make run         QGIS with the plugin on the demo project (needs a screen)"
	@echo "make test        all tests     make unit   the quick ones     make slow    the slow ones of them"
	@echo "make coverage    how much of each room the tests run          make bench   speed"
	@echo "make geofa-up    GeoFA's stand-in on loopback    make geofa-down   stop it"
	@echo "make package     the zip for the Plugin Manager  make deploy       link into a QGIS profile"
	@echo "make docs        the concept and data model, and the proposal of a GeoFA theme, from the catalogue"
	@echo "make i18n        collect texts for translation   make lint         style, types and security"

# -- setting up ---------------------------------------------------------------------------------

apt-run:
	@$(MAKE) --no-print-directory _apt WANTED="$(APT_RUN)"

apt-test:
	@$(MAKE) --no-print-directory _apt WANTED="$(APT_RUN) $(APT_TEST)"

apt-dev:
	@$(MAKE) --no-print-directory _apt WANTED="$(APT_RUN) $(APT_DEV)"

.PHONY: _apt
_apt:
	@missing=""; for p in $(WANTED); do \
	  dpkg-query -W -f '$${Status}' $$p 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$p"; done; \
	if [ -n "$$missing" ]; then echo "Installing:$$missing"; $(SUDO) apt-get update -q && \
	  $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $$missing; fi

$(VENV)/ready: tests/requirements.txt | apt-test
	$(PYTHON) -m venv --system-site-packages $(VENV)
	$(VENV)/bin/python -m pip install -q -r tests/requirements.txt
	touch $@

%.qm: %.ts
	@test -x $(LRELEASE) || $(MAKE) --no-print-directory apt-run
	$(LRELEASE) -silent $< -qm $@

# -- using --------------------------------------------------------------------------------------

demo: apt-run
	@$(MAKE) --no-print-directory $(QM)
	QT_QPA_PLATFORM=offscreen $(PYTHON) -m tests.commands.demo $(BUILD)/demo $(LANGUAGE)

$(BUILD)/demo/demo.qgz:
	$(MAKE) demo

run: $(BUILD)/demo/demo.qgz
	$(PYTHON) -m tests.commands.profile $(BUILD)/profile $(LANGUAGE)
	qgis --profiles-path $(BUILD)/profile $(BUILD)/demo/demo.qgz

deploy:
	@$(MAKE) --no-print-directory $(QM)
	$(PYTHON) -m tests.commands.deploy

package:
	@$(MAKE) --no-print-directory $(QM)
	$(PYTHON) -m tests.commands.package $(BUILD)/$(PACKAGE).zip

geofa-up: apt-test
	@$(PYTHON) -m tests.services.geofa up

geofa-down:
	@$(PYTHON) -m tests.services.geofa down

docs: apt-run
	$(PYTHON) -m tests.commands.docs

# -- checking -----------------------------------------------------------------------------------

PYTEST = $(VENV)/bin/python -m pytest

test: apt-test $(VENV)/ready
	@$(MAKE) --no-print-directory $(QM)
	WINDOWS_RULES=1 $(PYTEST) tests/unit tests/contract tests/qgis tests/services

unit: $(VENV)/ready
	$(PYTEST) tests/unit -m "not slow" -n auto

slow: $(VENV)/ready
	$(PYTEST) tests/unit -m slow

coverage: apt-test $(VENV)/ready
	@$(MAKE) --no-print-directory $(QM)
	$(VENV)/bin/python -m tests.commands.coverage

bench: $(VENV)/ready
	$(VENV)/bin/python -m pip install -q -r tests/benchmarks/requirements.txt
	$(VENV)/bin/python -m tests.benchmarks
	QT_QPA_PLATFORM=offscreen $(VENV)/bin/python -m tests.benchmarks.scale
	QT_QPA_PLATFORM=offscreen $(VENV)/bin/python -m tests.benchmarks.disclosure
	QT_QPA_PLATFORM=offscreen $(VENV)/bin/python -m tests.benchmarks.index
	$(VENV)/bin/python -m tests.benchmarks.monitor
	QT_QPA_PLATFORM=offscreen $(VENV)/bin/python -m tests.benchmarks.window

typecheck: $(VENV)/ready
	$(VENV)/bin/python -m tests.commands.typecheck

lint: $(VENV)/ready
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/bandit -q -r core ui plugin.py __init__.py
	$(VENV)/bin/python -m tests.commands.typecheck

i18n: apt-dev
	pylupdate5 -noobsolete $(SOURCES) -ts resources/i18n/$(PACKAGE)_da.ts

clean:
	rm -rf $(BUILD) resources/i18n/*.qm
