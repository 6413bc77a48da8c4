# Two commands: `make run` and `make test`. Each installs what is missing and then does its work;
# the work itself is in scripts/.

.PHONY: run test lock format clean

run: ## install what is missing, validate the samples and print the completeness table
	@scripts/install-system
	@scripts/install-python requirements.lock
	@scripts/validate-samples

test: ## install what is missing, run every check and test
	@scripts/install-system test
	@scripts/install-python requirements-dev.lock
	@scripts/check

lock: ## resolve the dependencies of pyproject.toml again (needs uv)
	@scripts/lock

format: ## put the code in the house style
	@.venv/bin/ruff check --fix .
	@.venv/bin/ruff format .

clean: ## remove the virtual environment and all caches
	@rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis
