"""Assertions of test modules, made to tell their values once for all workers of a run.

In a new checkout each worker would do so for each module, at the same moment as the others.
"""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import pytest
from _pytest.assertion import rewrite

_TESTS: Final = Path(__file__).parent
_AT_ONCE: Final = 2


def rewrite_for_workers(config: pytest.Config) -> None:
    """Keep what pytest makes of the modules beside them, where the workers look for it."""
    if sys.dont_write_bytecode or not config.getoption("numprocesses", None):
        return
    modules = sorted(_TESTS.rglob("test_*.py"))
    forks = [_rewriting(config, modules[each::_AT_ONCE]) for each in range(_AT_ONCE)]
    for fork in forks:
        os.waitpid(fork, 0)


def _rewriting(config: pytest.Config, modules: Sequence[Path]) -> int:
    """The process that does so. Where it cannot, each worker does."""
    if (fork := os.fork()) == 0:
        try:
            for module in modules:
                _rewrite(config, module)
        finally:
            os._exit(0)
    return fork


def _rewrite(config: pytest.Config, module: Path) -> None:
    """As pytest does when it imports a module."""
    folder = rewrite.get_cache_dir(module)
    kept = folder / f"{module.stem}{rewrite.PYC_TAIL}"
    if rewrite._read_pyc(module, kept) is None and rewrite.try_makedirs(folder):
        source_hash, code = rewrite._rewrite_test(module, config)
        state = config.stash[rewrite.assertstate_key]
        rewrite._write_pyc(state, code, source_hash, kept)
