.PHONY: run test check looks proof heard fuzz bench package lock fonts rules clean
export Q

run:            ## opens the handbook (make run Q="..." answers in a terminal without display)
	@build/setup run
	@build/run

test:           ## runs the tests, one on each core
	@build/setup dev
	@QT_QPA_PLATFORM=offscreen build/with python -m pytest -q -n auto --dist worksteal $(ARGS)

check:          ## form, lint, types, import rules, and the content: its links, proof and reading age
	@build/setup dev
	build/with ruff format --check .
	build/with ruff check .
	build/with mypy
	build/with lint-imports
	build/with python -m handbook lint content
	QT_QPA_PLATFORM=offscreen build/with python -m pytest -q tests/content

looks:          ## compares the pages with their pictures (ARGS=--update-looks redraws them)
	@build/setup dev
	@QT_QPA_PLATFORM=offscreen build/with python -m pytest -q -m looks $(ARGS)

proof:          ## every answer, outcome and page in every theme, through the real window
	@build/setup dev
	@QT_QPA_PLATFORM=offscreen build/with python -m pytest -q -n auto --dist worksteal -m proof $(ARGS)

heard:          ## a journey by what a screen reader hears (needs at-spi2-core, python3-gi, xvfb)
	@build/setup dev
	@build/with python -m pytest -q -m heard $(ARGS)

fuzz:           ## many generated cases
	@build/setup dev
	@QT_QPA_PLATFORM=offscreen build/with python -m pytest -q -m fuzz $(ARGS)

bench:          ## measures against the budgets, into .work/bench.json
	@build/setup dev
	@build/with python -m tests.bench.run $(ARGS)

package:        ## builds the frozen app into dist/handbook, and starts it
	@build/setup package
	@build/package
	@build/with python -m pytest -q -m package tests/package

lock:           ## writes the lock files anew
	@build/setup package
	@build/with python build/lock.py

fonts:          ## fetches the typefaces (needs npm)
	@build/setup run
	@build/with python build/fonts.py

rules:          ## writes docs/lint.md anew, from the list of lint's rules
	@build/setup run
	@build/with python build/lint_rules.py

clean:          ## removes what was built; the set-up in .venv stays
	rm -rf .work dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
