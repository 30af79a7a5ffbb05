"""Fuzz one reader, or run it once on a file.

python -m tests.fuzz TARGET --runs N --seed S [--artifacts FOLDER]    guided, by atheris
python -m tests.fuzz TARGET FILE                                       once; the traceback shows why
"""

from __future__ import annotations

import sys
import tempfile
import warnings
from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from random import Random
from types import FunctionType
from typing import Any

from tests.fuzz.harness import Target, execute

_SLOWEST = 60
_MEGABYTES = 2_048


def main(words: list[str]) -> None:
    """Run what the command line asks for."""
    parser = ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("target")
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--runs", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--artifacts", help="a folder; else a new one for temporary files")
    asked = parser.parse_args(words)
    if asked.file is not None:
        sys.stdout.write(f"{execute(_target(asked.target), asked.file.read_bytes())}\n")
        return
    folder = Path(asked.artifacts or tempfile.mkdtemp(prefix="ferrata-fuzz-"))
    (folder / "corpus").mkdir(parents=True, exist_ok=True)
    _fuzz(asked, folder)


def _target(name: str) -> Target:
    # Imported here, so that nothing of the planted faults is near the readers.
    module = "tests.fuzz.planted" if name.startswith("planted") else "tests.fuzz.targets"
    return import_module(module).BY_NAME[name]


def _functions(held: Iterable[object], module: str) -> Iterator[FunctionType]:
    """The functions that a module defines, also those of its classes and inside decorators."""
    for one in held:
        inner = getattr(one, "__wrapped__", None) or getattr(one, "func", None)
        function = inner or getattr(one, "fget", None) or getattr(one, "__func__", None) or one
        if isinstance(function, FunctionType) and function.__module__ == module:
            yield function
        elif isinstance(one, type) and one.__module__ == module:
            yield from _functions(vars(one).values(), module)


def _watch(target: Target, atheris: Any) -> None:
    """Let the fuzzer see the branches of the readers; of the medicine it would only be slow.

    Its own import hook takes whole top packages, and four seconds for ours.
    """
    own = {one.__module__ for one in target.covers}
    for name, module in list(sys.modules.items()):
        if name in own or name.startswith(target.watched):
            for function in dict.fromkeys(_functions(list(vars(module).values()), name)):
                atheris.instrument_func(function)


def _fuzz(asked: Namespace, folder: Path) -> None:
    """Search; the fuzzer ends the process, so nothing after it would be done."""
    atheris: Any = import_module("atheris")  # not built everywhere, and without types
    target = _target(asked.target)
    seeds = target.seeds()
    for number, seed in enumerate(seeds):
        (folder / "corpus" / f"{number:04}").write_bytes(seed)
    _watch(target, atheris)
    tempfile.tempdir = str(folder)
    warnings.simplefilter("error")
    outcomes: Counter[str] = Counter()

    def once(data: bytes) -> None:
        outcomes[execute(target, data)] += 1
        if outcomes.total() == asked.runs:
            sys.stderr.write(f"Read {outcomes['read']}, refused {outcomes['refused']}\n")

    def mutated(data: bytes, longest: int, seed: int) -> bytes:
        random = Random(seed)  # noqa: S311 # a reproducible choice, no secret
        choice = random.random()
        if choice < _BLIND:
            return atheris.Mutate(data, longest)
        # What was found to be short is not always rich: half begin anew from a true input.
        begun = random.choice(seeds) if choice < _ANEW else data
        return target.mutate(begun, random)[:longest]

    atheris.Setup(
        [
            sys.argv[0],
            str(folder / "corpus"),
            f"-runs={asked.runs}",
            f"-seed={asked.seed}",
            f"-max_len={target.longest}",
            "-len_control=0",
            f"-timeout={_SLOWEST}",
            f"-rss_limit_mb={_MEGABYTES}",
            f"-artifact_prefix={folder}/",
            "-reduce_inputs=0",
            "-mutate_depth=2",
            "-print_final_stats=1",
        ],
        once,
        custom_mutator=mutated,
    )
    atheris.Fuzz()


_BLIND, _ANEW = 0.1, 0.55
"""Up to which chance a mutation is the fuzzer's own, or begins from a seed."""

if __name__ == "__main__":
    main(sys.argv[1:])
