"""Briefing <-> JSON: one canonical form, so that any altered byte can be detected.

The order of the keys is the order of the fields, numbers are exact (a Decimal keeps its digits), and the
last key, ``integrity``, is the SHA-256 of everything before it. A file is unaltered when
``dump(load(data)) == data``.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from hashlib import sha256
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from digest import model
from digest.errors import BriefingError
from digest.model import LATER, Briefing

INTEGRITY = "integrity"
SCHEMA_ID = "https://json-schema.org/draft/2020-12/schema"
_HEX_DIGITS = 64


def dump(briefing: Briefing) -> bytes:
    """The canonical bytes of a briefing: UTF-8, two-space indent, a line feed at the end.

    Raises BriefingError where a text cannot be written in UTF-8.
    """
    written = "".join(_write(briefing, "\n"))
    try:
        body = written.removesuffix("\n}").encode("utf-8")
    except UnicodeEncodeError as error:
        near = written[max(error.start - 40, 0) : error.start]
        raise BriefingError(f"half a surrogate pair in the briefing, after {near!r}") from error
    return body + f',\n  "{INTEGRITY}": "{sha256(body).hexdigest()}"\n}}\n'.encode()


def load(data: bytes) -> Briefing:
    """The briefing in ``data``; raises BriefingError naming the place that is not what it must be.

    Whether the bytes are unaltered is for the caller to check: ``dump(load(data)) == data``.
    """
    tree = _parse(data)
    seal = tree.pop(INTEGRITY, None)
    if not isinstance(seal, str) or len(seal) != _HEX_DIGITS:
        raise BriefingError(f"{INTEGRITY}: expected {_HEX_DIGITS} hex digits; the file is not whole")
    try:
        return _adapter().validate_python(tree)
    except ValidationError as error:
        raise BriefingError("; ".join(_fault(fault) for fault in error.errors()[:3])) from error


def schema() -> dict[str, Any]:
    """The JSON Schema of a briefing file, made from the dataclasses of the model."""
    made: dict[str, Any] = _strict(_adapter().json_schema(mode="validation"))
    made["properties"][INTEGRITY] = {
        "description": "SHA-256 of every byte before the comma that stands before this key",
        "type": "string",
        "pattern": f"^[0-9a-f]{{{_HEX_DIGITS}}}$",
    }
    made["required"].append(INTEGRITY)
    return {"$schema": SCHEMA_ID} | made


@cache
def _adapter() -> TypeAdapter[Briefing]:
    return TypeAdapter(Briefing)


def _write(value: object, newline: str) -> Iterator[str]:
    """The pieces of a value's JSON; ``newline`` is a line feed and the indent of the value."""
    if dataclasses.is_dataclass(value):
        said = [(f, getattr(value, f.name)) for f in dataclasses.fields(value)]
        pairs = [(f.name, item) for f, item in said if f.metadata != LATER or item != f.default]
        yield from _block("{", [(_string(name) + ": ", item) for name, item in pairs], "}", newline)
    elif isinstance(value, Mapping):
        yield from _block("{", [(_string(str(k)) + ": ", value[k]) for k in sorted(value)], "}", newline)
    elif isinstance(value, tuple):
        yield from _block("[", [("", item) for item in value], "]", newline)
    elif isinstance(value, Decimal):
        if not value.is_finite():
            raise BriefingError(f"{value} is not a number that JSON can hold")
        yield str(value)
    elif isinstance(value, str):
        yield _string(value)
    else:
        yield json.dumps(value)


def _block(opening: str, items: list[tuple[str, object]], closing: str, newline: str) -> Iterator[str]:
    yield opening
    inner = newline + "  "
    for n, (key, item) in enumerate(items):
        yield f"{',' if n else ''}{inner}{key}"
        yield from _write(item, inner)
    yield f"{newline if items else ''}{closing}"


def _string(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _parse(data: bytes) -> dict[str, Any]:
    try:
        tree = json.loads(
            data.decode("utf-8"),
            parse_float=Decimal,
            parse_constant=_not_a_number,
            object_pairs_hook=_no_key_twice,
        )
    except UnicodeDecodeError as error:
        raise BriefingError(f"byte {error.start} is not UTF-8") from error
    except json.JSONDecodeError as error:
        raise BriefingError(f"line {error.lineno}, column {error.colno}: {error.msg}") from error
    except (RecursionError, ValueError, ArithmeticError) as error:
        raise BriefingError(f"not readable as a briefing: {error}") from error
    if not isinstance(tree, dict):
        raise BriefingError("line 1: expected an object")
    return tree


def _not_a_number(word: str) -> object:
    raise ValueError(f"{word} is not a number")


def _no_key_twice(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        keys = [key for key, _ in pairs]
        raise ValueError(f"the key {next(key for key in keys if keys.count(key) > 1)!r} stands twice")
    return found


def _fault(fault: ErrorDetails) -> str:
    place = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in fault["loc"])
    return f"{place.lstrip('.') or 'briefing'}: {fault['msg']}"


def _strict(node: Any) -> Any:
    """A schema in which a Decimal is a number and an object has no keys but its own."""
    if isinstance(node, list):
        return [_strict(item) for item in node]
    if not isinstance(node, dict):
        return node
    node = {key: _strict(item) for key, item in node.items()}
    options = node.get("anyOf")
    if isinstance(options, list):  # pydantic also takes a Decimal from a string; a briefing never has one
        kept = [o for o in options if not (o.get("type") == "string" and {"type": "number"} in options)]
        node["anyOf"] = kept
    if "properties" in node:
        node["additionalProperties"] = False
        kind = getattr(model, node["title"])
        node["required"] = [f.name for f in dataclasses.fields(kind) if f.metadata != LATER]
        for item in node["properties"].values():
            item.pop("default", None)
    return node


def schema_text() -> str:
    """The schema as it is published in docs/briefing.schema.json."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"
