"""A guideline as canonical JSON, and its hash.

The same content always yields the same bytes: keys are sorted, numbers are exact text, features
are named by path with their derivations beside them, and the lines that rules were written on
are left out.
"""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from hashlib import sha256
from typing import Any, TypeAlias, cast

from ferrata.guideline.assessment import Assessment
from ferrata.guideline.evidence import Assumption, Statement, Warrant
from ferrata.guideline.features import Choice, Feature, Measurement
from ferrata.guideline.guideline import Guideline
from ferrata.guideline.units import Unit, plain

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | bool | None"


def canonical(guideline: Guideline | Assessment) -> bytes:
    """Return `guideline` as canonical JSON, UTF-8.

    Rules name their warrants by id; the warrants themselves stand once, beside them.
    """
    cited: _Cited = {}
    tree = {
        "content": _tree(guideline, cited),
        "warrants": [
            _fields(one, cited) for one in sorted(cited, key=lambda one: (one.id, one.text))
        ],
    }
    return json.dumps(tree, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def content_hash(guideline: Guideline | Assessment) -> str:
    """Return the SHA-256 of the canonical JSON, in hexadecimal."""
    return sha256(canonical(guideline)).hexdigest()


_Cited: TypeAlias = "dict[Warrant, None]"


def _tree(value: object, cited: _Cited) -> Json:
    match value:
        case None | bool() | int():
            return value
        case Decimal():
            return plain(value)
        case Fraction():
            return str(value)
        case Enum():
            return f"{type(value).__name__}.{value.name}"
        case str():
            return value
        case Unit():
            return value.code
        case Feature():
            return value.path
        case Statement() | Assumption():
            cited[value] = None
            return value.id
        case type():
            return _vocabulary(value, cited)
        case tuple():
            return [_tree(item, cited) for item in cast("tuple[object, ...]", value)]
        case _ if is_dataclass(value):
            return _fields(value, cited)
        case _:
            raise TypeError(f"{type(value).__name__} has no canonical form")


def _fields(value: Any, cited: _Cited) -> dict[str, Json]:
    """A dataclass by its fields, without those that are left out of comparisons."""
    tree: dict[str, Json] = {"type": type(value).__name__}
    for field in fields(value):
        if field.compare:
            tree[field.name] = _tree(getattr(value, field.name), cited)
    return tree


def _vocabulary(cls: type, cited: _Cited) -> Json:
    features = cast("tuple[Feature, ...]", getattr(cls, "features", ()))
    return {"vocabulary": cls.__name__, "features": [_feature(one, cited) for one in features]}


def _feature(feature: Feature, cited: _Cited) -> Json:
    tree: dict[str, Json] = {
        "path": feature.path,
        "label": feature.label,
        "kind": type(feature).__name__,
        "derived": _tree(feature.derived, cited),
    }
    if isinstance(feature, Measurement):
        tree["unit"] = feature.unit.code
        tree["plausible"] = _tree(feature.plausible, cited)
    if isinstance(feature, Choice):
        tree["options"] = [option.value for option in feature.options]
    return tree
