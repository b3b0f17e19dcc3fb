# Only the bootstrap: makes .venv from the lock files, then hands over to invoke (tasks.py).
#   make build          the site, into output/
#   make test           every test
#   make new KIND=glossary KEY=my-entry
#   make explain PLACE=content/background/csto.id.md:22
#   make test ARGS="-k server"    arguments of a task, for any task
# Two stamps in .venv tell which lock file it was made from; a changed lock file makes it anew.

SHELL = /bin/sh
VENV = .venv
PIP = $(VENV)/bin/python -m pip --disable-pip-version-check -qq install --require-hashes
INVOKE = @$(VENV)/bin/python -m invoke

# The first Python that is new enough. Only looked for when .venv is made.
PYTHON = $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)

.PHONY: help build serve check publish explain new test lint bench clean lock
.NOTPARALLEL:

help: $(VENV)/for-build
	$(INVOKE) --list

build serve check clean publish: $(VENV)/for-build
	$(INVOKE) $@ $(ARGS)

explain: $(VENV)/for-build
	$(INVOKE) $@ $(PLACE) $(ARGS)

new: $(VENV)/for-build
	$(INVOKE) $@ $(KIND) $(KEY) $(ARGS)

test lint lock bench: $(VENV)/for-test
	$(INVOKE) $@ $(ARGS)

$(VENV)/for-build: requirements.txt
	@$(if $(PYTHON),,echo 'Jelas needs Python 3.11 or newer. Install it, for example: apt-get install python3' >&2; exit 1)
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { $(install_venv); }
	@echo 'Setting up $(VENV), once (about half a minute) …'
	@$(PYTHON) -m venv --clear $(VENV)
	@$(PIP) -r requirements.txt
	@touch $@

$(VENV)/for-test: requirements-test.txt $(VENV)/for-build
	@echo 'Adding what the tests need to $(VENV), once (about half a minute) …'
	@$(PIP) -r requirements-test.txt
	@touch $@

# Debian and Ubuntu keep a part of Python's venv in a package of its own.
VENV_PACKAGE = $(if $(PYTHON),$(shell $(PYTHON) -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'))
define install_venv
if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	echo 'Installing $(VENV_PACKAGE) …'; \
	apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y $(VENV_PACKAGE) >/dev/null; \
else \
	echo 'Python lacks its venv module here. Type: sudo apt-get install $(VENV_PACKAGE)' >&2; exit 1; \
fi
endef
